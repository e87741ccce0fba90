// Signing in: unlocks what this device keeps, or asks the server and makes a vault. Once a vault is there, no network is needed.
import { fail, ok, type Failure, type Result } from '#domain/result.ts';
import type { OtherWay } from '#features/sign-in/deeds.ts';
import type { Challenge, ProofRequest } from '#protocol/passkey.ts';
import { sessionSchema, type Session } from '#protocol/session.ts';
import { base64url } from '#store/base64url.ts';
import type { KnownHere, OpenVault, Vaults } from '#store/vaults.ts';
import type { Opener, Ways } from '#store/wraps.ts';
import type { CallFailure } from '#sync/http.ts';
import type { SessionPort } from '#sync/session-port.ts';
import type { PasskeyFailure, Passkeys, Signed } from './passkeys.ts';

/** An unlocked vault, whose it is, and what shows the server who that is, until it has seen it; a PIN opens without. */
export type Unlocked = {
  readonly vault: OpenVault;
  readonly session: Session;
  readonly proof: ProofRequest | undefined;
};

/**
 * What may stop a sign-in. `wrong-password-here`: the vault refused it, and the server could not be asked.
 * `lease-over`: it was too long without a contact, and the server could not be asked.
 * `passkey-opens-nothing`: it signs, but it makes no secret that could open a vault.
 */
export type SignInFailure =
  | CallFailure
  | PasskeyFailure
  | Failure<
      'wrong-password-here' | 'lease-over' | 'does-not-open' | 'passkey-opens-nothing' | 'storage-failed'
    >;

/** Open at once, or open once she brings something that opens the vault here (or gives it up). */
export type Unlocking =
  | { readonly kind: 'open'; readonly unlocked: Unlocked }
  | {
      readonly kind: 'other-way';
      readonly ways: Ways;
      readonly openWith: (way: OtherWay) => Promise<Result<Unlocked, SignInFailure>>;
      readonly beginAnew: () => Promise<Result<Unlocked, SignInFailure>>;
    };

type Surroundings = {
  readonly vaults: Vaults;
  readonly port: Pick<SessionPort, 'signIn' | 'signInByPasskey' | 'challenge'>;
  readonly passkeys: Passkeys;
  readonly newId: () => string;
  readonly now: () => Date;
};

/** The facts of a session as the vault keeps them. */
export const keptSession = (text: string): Session | undefined => {
  try {
    return sessionSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** How long somebody with a finger on the sensor waits for a server that does not answer, in milliseconds. */
const PATIENCE = 3_000;

/** A challenge for a passkey that only opens a vault: nobody looks at the signature. */
const ownChallenge = (): Challenge => ({
  challenge: base64url(crypto.getRandomValues(new Uint8Array(32))),
  site: globalThis.location.hostname,
});

/** Has a passkey sign for the server, or, if it does not answer, for this device alone. */
export const signFor = async (
  port: Pick<SessionPort, 'challenge'>,
  passkeys: Passkeys,
  credentials: readonly string[],
): Promise<Result<Signed & { readonly proof: ProofRequest | undefined }, PasskeyFailure>> => {
  const waited = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  const asked = await Promise.race([port.challenge(), waited]);
  const isHeard = asked?.ok === true;
  const signed = await passkeys.sign(isHeard ? asked.value : ownChallenge(), credentials);
  if (!signed.ok) return signed;
  const { assertion } = signed.value;
  return ok({ ...signed.value, proof: isHeard ? { assertion } : undefined });
};

const openerOf = ({ assertion, secret }: Signed): Opener | undefined =>
  secret === undefined ? undefined : { by: 'passkey', credential: assertion.credential, secret };

/** The ways in: by login name and password, and by a passkey. */
export const createSignIn = ({ vaults, port, passkeys, newId, now }: Surroundings) => {
  /** The session kept in a vault, if it may be opened without asking the server. */
  const freeToOpen = async (vault: OpenVault): Promise<Session | undefined> =>
    (await vaults.needsServer(vault.user, now())) ? undefined : keptSession(vault.session);

  const begin = async (
    session: Session,
    opener: Opener,
    proof: ProofRequest | undefined,
  ): Promise<Unlocked> => {
    const { id, login, name } = session.user;
    const person = { user: id, login, name, session: JSON.stringify(session), device: newId() };
    return { vault: await vaults.create(person, opener), session, proof };
  };

  const openedBy = async (
    { user: { id } }: Session,
    way: OtherWay,
  ): Promise<Result<Opener, SignInFailure>> => {
    if (way.by !== 'passkey') return ok(way);
    const { passkeys: credentials } = await vaults.waysOf(id);
    const signed = await passkeys.sign(ownChallenge(), credentials);
    if (!signed.ok) return signed;
    const opener = openerOf(signed.value);
    return opener === undefined ? fail({ type: 'passkey-opens-nothing' }) : ok(opener);
  };

  /** The server knows her: opens her vault on this device, or makes one. What she signed in with opens it from now on. */
  const settle = async (
    session: Session,
    opener: Opener | undefined,
    proof: ProofRequest | undefined,
  ): Promise<Result<Unlocking, SignInFailure>> => {
    const { id, login } = session.user;
    const ways = (await vaults.known()).find(({ user }) => user === id)?.ways;
    if (ways === undefined) {
      if (opener === undefined) return fail({ type: 'passkey-opens-nothing' });
      return ok({ kind: 'open', unlocked: await begin(session, opener, proof) });
    }
    return ok({
      kind: 'other-way',
      ways,
      openWith: async (way) => {
        const other = await openedBy(session, way);
        if (!other.ok) return other;
        const vault = await vaults.unlock(login, other.value);
        if (!vault.ok) return fail({ type: 'does-not-open' });
        if (opener !== undefined) await vaults.addWay(id, other.value, opener);
        return ok({ vault: vault.value, session, proof });
      },
      beginAnew: async () =>
        opener === undefined
          ? fail({ type: 'passkey-opens-nothing' })
          : ok(await begin(session, opener, proof)),
    });
  };

  const byPassword = async (login: string, password: string): Promise<Result<Unlocking, SignInFailure>> => {
    const opener: Opener = { by: 'password', password };
    const vault = await vaults.unlock(login, opener);
    const kept = vault.ok ? await freeToOpen(vault.value) : undefined;
    if (vault.ok && kept !== undefined)
      return ok({ kind: 'open', unlocked: { vault: vault.value, session: kept, proof: { password } } });

    const answer = await port.signIn({ login, password });
    if (!answer.ok) {
      if (vault.ok) vault.value.database.close();
      const isKnownHere = vault.ok || vault.error.type === 'does-not-open';
      const isUnheard = answer.error.type === 'no-connection' || answer.error.type === 'bad-answer';
      if (!isKnownHere || !isUnheard) return answer;
      return fail({ type: vault.ok ? 'lease-over' : 'wrong-password-here' });
    }
    const session = answer.value;
    if (vault.ok) return ok({ kind: 'open', unlocked: { vault: vault.value, session, proof: { password } } });
    return settle(session, opener, { password });
  };

  /** @param person who is known on this device; without, whoever the passkey belongs to */
  const byPasskey = async (person: KnownHere | undefined): Promise<Result<Unlocking, SignInFailure>> => {
    const signed = await signFor(port, passkeys, person?.ways.passkeys ?? []);
    if (!signed.ok) return signed;
    const { assertion, proof } = signed.value;
    const opener = openerOf(signed.value);
    const here = (await vaults.known()).find(({ ways }) => ways.passkeys.includes(assertion.credential));
    const vault =
      here === undefined || opener === undefined ? undefined : await vaults.unlock(here.login, opener);
    const kept = vault?.ok === true ? await freeToOpen(vault.value) : undefined;
    if (vault?.ok === true && kept !== undefined)
      return ok({ kind: 'open', unlocked: { vault: vault.value, session: kept, proof } });

    const answer: Result<Session, SignInFailure> =
      proof === undefined ? fail({ type: 'no-connection' }) : await port.signInByPasskey(assertion);
    if (vault?.ok !== true) return answer.ok ? settle(answer.value, opener, undefined) : answer;
    if (answer.ok)
      return ok({ kind: 'open', unlocked: { vault: vault.value, session: answer.value, proof: undefined } });
    vault.value.database.close();
    return answer.error.type === 'no-connection' ? fail({ type: 'lease-over' }) : answer;
  };

  return { byPassword, byPasskey };
};

/** Whether the server knows who is here; asked before the first round, and after the cookie ran out. */
export type Standing = {
  /** Signs in by what the vault was unlocked with if the cookie does not hold any more; afterwards that is forgotten. */
  readonly ensure: () => Promise<Result<void, CallFailure>>;
  /** The person showed again who she is. */
  readonly signInAgain: (proof: ProofRequest) => Promise<Result<void, CallFailure>>;
};

/**
 * Keeps the server's session in step with an open vault.
 * @param told gets each newer session, to show it and to keep it for the next unlocking
 */
export const createStanding = (
  { vault, session, proof: given }: Unlocked,
  port: Pick<SessionPort, 'session' | 'signIn' | 'signInByPasskey'>,
  told: (session: Session) => Promise<void>,
): Standing => {
  const { login } = session.user;
  let proof: ProofRequest | undefined = given;
  let isSure = false;

  const take = async (found: Session): Promise<Result<void, CallFailure>> => {
    if (found.user.id !== vault.user) return fail({ type: 'not-signed-in' });
    proof = undefined;
    isSure = true;
    await told(found);
    return ok(undefined);
  };
  const signInBy = async (shown: ProofRequest): Promise<Result<void, CallFailure>> => {
    const answer =
      'password' in shown
        ? await port.signIn({ login, password: shown.password })
        : await port.signInByPasskey(shown.assertion);
    return answer.ok ? take(answer.value) : answer;
  };

  return {
    ensure: async () => {
      if (isSure) return ok(undefined);
      const standing = await port.session();
      // On a shared tablet the cookie may be somebody else's.
      if (standing.ok && standing.value.user.id === vault.user) return take(standing.value);
      if (!standing.ok && standing.error.type !== 'not-signed-in') return standing;
      if (proof === undefined) return fail({ type: 'not-signed-in' });
      const signed = await signInBy(proof);
      if (signed.ok || !['wrong-password', 'passkey-refused'].includes(signed.error.type)) return signed;
      proof = undefined;
      return fail({ type: 'not-signed-in' });
    },
    signInAgain: signInBy,
  };
};
