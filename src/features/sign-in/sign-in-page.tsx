// The sign-in page: who it is, and the password. On a device that knows the person it needs no network.
import { useEffect, useState } from 'react';
import type { Failure, Result } from '#domain/result.ts';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { textOf } from '#ui/form-text.ts';
import { initialsOf } from '#ui/initials.ts';
import { usePage } from '#ui/page.ts';
import { KnownLogin, PasswordField } from '#ui/password-field.tsx';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { TextField } from '#ui/text-field.tsx';
import { UnlockPerson } from '#ui/unlock-frame.tsx';
import { WaitingHere } from './waiting-here.tsx';
import type { KnownPerson, OtherWays, SignIn, SignInAnswer } from './deeds.ts';
import { OtherWayPage } from './other-way-page.tsx';
import { WayIn, type WayInFrame } from './way-in.tsx';
import './sign-in.css';

type Wrong = { readonly field: 'login' | 'password'; readonly words: string };

/** Name and password, or the password of one who is known here. */
function Credentials({
  person,
  isFirst,
  onSignIn,
}: {
  readonly person: KnownPerson | null;
  /** Nothing stands before it: then the keyboard may come up at once. */
  readonly isFirst: boolean;
  readonly onSignIn: (login: string, password: string) => Promise<string | null>;
}) {
  const { t } = useTexts('app');
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const errorAt = (field: Wrong['field']) => (wrong?.field === field ? wrong.words : undefined);

  const submit = async (form: FormData): Promise<void> => {
    const login = person?.login ?? textOf(form, 'username').trim();
    const password = textOf(form, 'password');
    const empty = login === '' ? 'login' : password === '' ? 'password' : null;
    if (empty !== null) return setWrong({ field: empty, words: t('signIn.missing') });
    setIsBusy(true);
    const words = await onSignIn(login, password);
    setIsBusy(false);
    setWrong(words === null ? null : { field: 'password', words });
  };

  return (
    <form
      className="g-way-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void submit(new FormData(event.currentTarget));
      }}
    >
      {person === null ? (
        <TextField
          label={t('signIn.login')}
          name="username"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          maxLength={60}
          autoFocus={isFirst}
          error={errorAt('login')}
        />
      ) : (
        <KnownLogin login={person.login} />
      )}
      <PasswordField
        name="password"
        label={t('signIn.password')}
        showLabel={t('signIn.show')}
        hideLabel={t('signIn.hide')}
        autoComplete="current-password"
        autoFocus={person !== null && isFirst}
        error={errorAt('password')}
      />
      <Button type="submit" variant={isFirst ? 'primary' : 'secondary'} size="l" wide busy={isBusy}>
        {isBusy ? t('moment') : t(person === null ? 'signIn.enter' : 'signIn.unlock')}
      </Button>
    </form>
  );
}

/** Those who have signed in on this device before. */
function People({
  people,
  onChoose,
}: {
  readonly people: readonly KnownPerson[];
  readonly onChoose: (person: KnownPerson) => void;
}) {
  const { t } = useTexts('app');
  return (
    <RowList card label={t('signIn.who')}>
      {people.map((person) => (
        <Row
          key={person.user}
          onClick={() => onChoose(person)}
          glyph={<Avatar initials={initialsOf(person.name)} size={44} />}
          cells={[<Lines key="name" first={<bdi>{person.name}</bdi>} second={<bdi>{person.login}</bdi>} />]}
        />
      ))}
    </RowList>
  );
}

type SignInPageProps = {
  readonly frame: WayInFrame;
  readonly people: readonly KnownPerson[];
  /** Whose entries were just taken off this device. */
  readonly emptied: readonly string[];
  readonly signIn: SignIn;
  /** How many entries of a person lie on this device that no server has got. */
  readonly waitingOf: (user: string) => Promise<number>;
};

type Chosen = KnownPerson | 'list' | 'someone-else';

const titleKeyOf = (chosen: Chosen, hasPasskey: boolean) => {
  if (chosen === 'list') return 'signIn.who';
  if (chosen === 'someone-else') return 'signIn.title';
  return hasPasskey ? 'signIn.titlePasskey' : 'signIn.titleKnown';
};

/** Choosing oneself, then the password. With one person known, the choice is made. */
export function SignInPage({ frame, people, emptied, signIn, waitingOf }: SignInPageProps) {
  const { t } = useTexts('app');
  const failureWords = useFailureWords();
  const [only] = people;
  const first: Chosen = only === undefined ? 'someone-else' : people.length === 1 ? only : 'list';
  const [chosen, setChosen] = useState<Chosen>(first);
  const [other, setOther] = useState<OtherWays | null>(null);
  const [passkeyWrong, setPasskeyWrong] = useState<string>();
  const [isSigning, setIsSigning] = useState(false);
  usePage(t('signIn.page'));

  /** Follows where a sign-in leads; answers what went wrong. */
  const follow = async (deed: Promise<Result<SignInAnswer, Failure>>): Promise<string | null> => {
    const answer = await deed;
    if (!answer.ok) return answer.error.type;
    if (answer.value.kind === 'other-way') setOther(answer.value.other);
    return null;
  };
  const onSignIn = async (login: string, password: string): Promise<string | null> => {
    setPasskeyWrong(undefined);
    const type = await follow(signIn.byPassword(login, password));
    if (type === null) return null;
    // Her name is not what she typed: only the password can be wrong.
    return type === 'wrong-password' && chosen !== 'someone-else' ? t('signIn.wrong') : failureWords(type);
  };
  const onPasskey = async (): Promise<void> => {
    setIsSigning(true);
    const type = await follow(signIn.byPasskey(person));
    setIsSigning(false);
    setPasskeyWrong(type === null ? undefined : failureWords(type));
  };

  const person = typeof chosen === 'string' ? null : chosen;
  const hasPasskey = signIn.canUsePasskeys && person !== null && person.ways.passkeys.length > 0;
  const mayHavePasskey = signIn.canUsePasskeys && chosen === 'someone-else';
  const user = person?.user;
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    let isLeft = false;
    setWaiting(0);
    if (user !== undefined)
      void waitingOf(user).then((count) => {
        if (!isLeft) setWaiting(count);
      });
    return () => {
      isLeft = true;
    };
  }, [user, waitingOf]);

  if (other !== null)
    return <OtherWayPage frame={frame} other={other} canUsePasskeys={signIn.canUsePasskeys} />;
  return (
    <WayIn
      frame={frame}
      title={t(titleKeyOf(chosen, hasPasskey))}
      before={person !== null && <UnlockPerson name={person.name} />}
    >
      {emptied.map((name) => (
        <Banner key={name} tone="bad">
          {t('signIn.emptied', { name })}
        </Banner>
      ))}
      {chosen === 'list' ? (
        <People people={people} onChoose={setChosen} />
      ) : (
        <>
          {hasPasskey && (
            <Button variant="primary" size="l" wide busy={isSigning} onClick={() => void onPasskey()}>
              {t(isSigning ? 'moment' : 'signIn.byPasskey')}
            </Button>
          )}
          <Credentials key={person?.user ?? ''} person={person} isFirst={!hasPasskey} onSignIn={onSignIn} />
          {mayHavePasskey && (
            <Button size="l" wide busy={isSigning} onClick={() => void onPasskey()}>
              {t(isSigning ? 'moment' : 'signIn.withPasskey')}
            </Button>
          )}
          {passkeyWrong !== undefined && (
            <p className="g-way-in-words g-way-in-wrong" role="alert">
              {passkeyWrong}
            </p>
          )}
        </>
      )}
      <p className="g-way-in-words">
        {t(people.length === 0 || chosen === 'someone-else' ? 'signIn.firstTime' : 'signIn.offline')}
      </p>
      <WaitingHere count={waiting} />
      {people.length > 0 && (
        <p className="g-way-in-deeds">
          {chosen === 'someone-else' ? (
            <Button variant="quiet" onClick={() => setChosen(first)}>
              {t('back')}
            </Button>
          ) : (
            <Button
              variant="quiet"
              onClick={() => setChosen(chosen === 'list' || people.length === 1 ? 'someone-else' : 'list')}
            >
              {t('signIn.someoneElse')}
            </Button>
          )}
        </p>
      )}
      {chosen !== 'list' && <p className="g-way-in-small">{t('signIn.forgotten')}</p>}
    </WayIn>
  );
}
