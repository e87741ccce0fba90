// Changing one's own password: on the server, and for what lies on this device, in one go.
import { useState } from 'react';
import { usePorts } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { textOf } from '#ui/form-text.ts';
import { KnownLogin, PasswordField } from '#ui/password-field.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { isLongEnough } from './password-length.ts';
import './settings.css';

type Wrong = { readonly before?: string; readonly after?: string };

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTexts('settings');
  const failureWords = useFailureWords();
  const { changePassword, session } = usePorts();
  const say = useStatus();
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong>({});

  const change = async (form: FormData): Promise<void> => {
    const before = textOf(form, 'before');
    const after = textOf(form, 'after');
    if (before === '') return setWrong({ before: t('missing') });
    if (!isLongEnough(after)) return setWrong({ after: failureWords('password-too-short') });
    setIsBusy(true);
    const changed = await changePassword(before, after);
    setIsBusy(false);
    if (changed.ok) {
      say({ words: t('passwordChanged') });
      onDone();
      return;
    }
    const { type } = changed.error;
    if (type === 'password-too-short' || type === 'password-guessable')
      setWrong({ after: failureWords(type) });
    else setWrong({ before: type === 'wrong-password' ? t('wrongBefore') : failureWords(type) });
  };

  const eye = { showLabel: t('app:signIn.show'), hideLabel: t('app:signIn.hide') };
  return (
    <form
      className="g-settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void change(new FormData(event.currentTarget));
      }}
    >
      <KnownLogin login={session.user.login} />
      <PasswordField
        {...eye}
        name="before"
        label={t('passwordBefore')}
        autoComplete="current-password"
        autoFocus
        error={wrong.before}
      />
      <PasswordField
        {...eye}
        name="after"
        label={t('passwordAfter')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        error={wrong.after}
      />
      <ButtonRow>
        <Button type="submit" variant="primary" busy={isBusy}>
          {t(isBusy ? 'app:moment' : 'passwordGo')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('app:cancel')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** A card that opens into the form. */
export function PasswordCard() {
  const { t } = useTexts('settings');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card title={t('password')}>
      {isOpen ? (
        <ChangeForm onDone={() => setIsOpen(false)} />
      ) : (
        <div className="g-settings-form">
          <p>{t('passwordText')}</p>
          <div>
            <Button onClick={() => setIsOpen(true)}>{t('passwordChange')}</Button>
          </div>
        </div>
      )}
    </Card>
  );
}
