// Signing in: unlocks what this device keeps, or asks the server and makes a vault. Once a vault is there, no network is needed.
import { fail, ok, type Failure, type Result } from '#domain/result.ts';
import { sessionSchema, type Session } from '#protocol/session.ts';
import type { OpenVault, Vaults } from '#store/vaults.ts';
import type { CallFailure } from '#sync/http.ts';
import type { SessionPort } from '#sync/session-port.ts';

/** An unlocked vault, whose it is, and the password until the server has seen it; a PIN opens it without one. */
export type Unlocked = {
  readonly vault: OpenVault;
  readonly session: Session;
  readonly password: string | undefined;
};

/** What may stop a sign-in. `wrong-password-here`: the vault refused it, and the server could not be asked. */
export type SignInFailure =
  CallFailure | Failure<'wrong-password-here' | 'wrong-former-password' | 'storage-failed'>;

/** Open at once, or open once the former password is told (or given up). */
export type Unlocking =
  | { readonly kind: 'open'; readonly unlocked: Unlocked }
  | {
      readonly kind: 'former-password';
      readonly openWith: (former: string) => Promise<Result<Unlocked, SignInFailure>>;
      readonly beginAnew: () => Promise<Result<Unlocked, SignInFailure>>;
    };

type Surroundings = {
  readonly vaults: Vaults;
  readonly port: Pick<SessionPort, 'signIn'>;
  readonly newId: () => string;
};

/** The facts of a session as the vault keeps them. */
export const keptSession = (text: string): Session | undefined => {
  try {
    return sessionSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** The way in, by login name and password. */
export const createSignIn = ({ vaults, port, newId }: Surroundings) => {
  const begin = async (session: Session, password: string): Promise<Unlocked> => {
    const { id, login, name } = session.user;
    const person = { user: id, login, name, session: JSON.stringify(session), device: newId() };
    return { vault: await vaults.create(person, password), session, password };
  };

  const reopen = async (
    session: Session,
    former: string,
    password: string,
  ): Promise<Result<Unlocked, SignInFailure>> => {
    const wrapped = await vaults.rewrap(session.user.id, former, password);
    if (!wrapped.ok) return fail({ type: 'wrong-former-password' });
    const vault = await vaults.unlock(session.user.login, password);
    return vault.ok ? ok({ vault: vault.value, session, password }) : fail({ type: 'storage-failed' });
  };

  return async (login: string, password: string): Promise<Result<Unlocking, SignInFailure>> => {
    const vault = await vaults.unlock(login, password);
    const kept = vault.ok ? keptSession(vault.value.session) : undefined;
    if (vault.ok && kept !== undefined)
      return ok({ kind: 'open', unlocked: { vault: vault.value, session: kept, password } });

    const answer = await port.signIn({ login, password });
    if (!answer.ok) {
      const isKnownHere = !vault.ok && vault.error.type === 'wrong-password';
      const isUnheard = answer.error.type === 'no-connection' || answer.error.type === 'bad-answer';
      return fail(isKnownHere && isUnheard ? { type: 'wrong-password-here' } : answer.error);
    }
    const session = answer.value;
    if (vault.ok) return ok({ kind: 'open', unlocked: { vault: vault.value, session, password } });
    const isKnown = (await vaults.known()).some(({ user }) => user === session.user.id);
    if (!isKnown) return ok({ kind: 'open', unlocked: await begin(session, password) });
    return ok({
      kind: 'former-password',
      openWith: (former) => reopen(session, former, password),
      beginAnew: async () => ok(await begin(session, password)),
    });
  };
};

/** Whether the server knows who is here; asked before the first round, and after the cookie ran out. */
export type Standing = {
  /** Signs in by the password of the unlocking if the cookie does not hold any more; afterwards the password is forgotten. */
  readonly ensure: () => Promise<Result<void, CallFailure>>;
  /** The person gave the password again. */
  readonly signInAgain: (password: string) => Promise<Result<void, CallFailure>>;
};

/**
 * Keeps the server's session in step with an open vault.
 * @param told gets each newer session, to show it and to keep it for the next unlocking
 */
export const createStanding = (
  { vault, session, password: given }: Unlocked,
  port: Pick<SessionPort, 'session' | 'signIn'>,
  told: (session: Session) => Promise<void>,
): Standing => {
  const { login } = session.user;
  let password: string | undefined = given;
  let isSure = false;

  const take = async (found: Session): Promise<Result<void, CallFailure>> => {
    if (found.user.id !== vault.user) return fail({ type: 'not-signed-in' });
    password = undefined;
    isSure = true;
    await told(found);
    return ok(undefined);
  };
  const signInBy = async (word: string): Promise<Result<void, CallFailure>> => {
    const answer = await port.signIn({ login, password: word });
    return answer.ok ? take(answer.value) : answer;
  };

  return {
    ensure: async () => {
      if (isSure) return ok(undefined);
      const standing = await port.session();
      // On a shared tablet the cookie may be somebody else's.
      if (standing.ok && standing.value.user.id === vault.user) return take(standing.value);
      if (!standing.ok && standing.error.type !== 'not-signed-in') return standing;
      if (password === undefined) return fail({ type: 'not-signed-in' });
      const signed = await signInBy(password);
      if (signed.ok || signed.error.type !== 'wrong-password') return signed;
      password = undefined;
      return fail({ type: 'not-signed-in' });
    },
    signInAgain: signInBy,
  };
};
