// The first page of an empty server: whoever has the code from its console becomes the first administrator.
import { useState } from 'react';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { usePage } from '#ui/page.ts';
import { PasswordField } from '#ui/password-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { SetUp } from './deeds.ts';
import { WayIn, type WayInFrame } from './way-in.tsx';
import './sign-in.css';

const fields = ['code', 'name', 'login', 'password'] as const;
type FieldName = (typeof fields)[number];

/** Which field a failure is about. */
const fieldByFailure: Readonly<Record<string, FieldName>> = {
  'code-wrong': 'code',
  'name-taken': 'login',
  'password-too-short': 'password',
  'password-guessable': 'password',
};

/** Code, name, login name and password. */
export function SetupPage({ frame, setUp }: { readonly frame: WayInFrame; readonly setUp: SetUp }) {
  const { t } = useTexts('app');
  const failureWords = useFailureWords();
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<Partial<Record<FieldName | 'all', string>>>({});
  usePage(t('setup.page'));

  const submit = async (form: FormData): Promise<void> => {
    const typed = (name: FieldName): string => {
      const value = form.get(name);
      return typeof value !== 'string' ? '' : name === 'password' ? value : value.trim();
    };
    const empty = fields.filter((name) => typed(name) === '');
    if (empty.length > 0)
      return setWrong(Object.fromEntries(empty.map((name) => [name, t('signIn.missing')])));
    setIsBusy(true);
    const answer = await setUp({
      code: typed('code'),
      name: typed('name'),
      login: typed('login'),
      password: typed('password'),
    });
    setIsBusy(false);
    if (answer.ok) return;
    const { type } = answer.error;
    setWrong({ [fieldByFailure[type] ?? 'all']: failureWords(type) });
  };

  return (
    <WayIn frame={frame} title={t('setup.title')}>
      <p className="g-way-in-words">{t('setup.text')}</p>
      {wrong.all !== undefined && <Banner tone="bad">{wrong.all}</Banner>}
      <form
        className="g-way-in-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void submit(new FormData(event.currentTarget));
        }}
      >
        <TextField
          name="code"
          label={t('setup.code')}
          hint={t('setup.codeHint')}
          error={wrong.code}
          dir="ltr"
          autoCapitalize="off"
          spellCheck={false}
        />
        <TextField
          name="name"
          label={t('setup.name')}
          hint={t('setup.nameHint')}
          error={wrong.name}
          dir="auto"
          autoComplete="name"
          maxLength={120}
        />
        <TextField
          name="login"
          label={t('setup.login')}
          hint={t('setup.loginHint')}
          error={wrong.login}
          dir="auto"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={60}
        />
        <PasswordField
          showLabel={t('signIn.show')}
          hideLabel={t('signIn.hide')}
          name="password"
          label={t('setup.password')}
          hint={t('setup.passwordHint')}
          error={wrong.password}
          autoComplete="new-password"
        />
        <Button type="submit" variant="primary" size="l" wide busy={isBusy}>
          {t(isBusy ? 'moment' : 'setup.go')}
        </Button>
      </form>
    </WayIn>
  );
}
