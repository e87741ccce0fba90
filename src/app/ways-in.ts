// The ways into an open vault: which there are, and adding and taking away. Whoever does it shows first that she can open it.
import { fail, ok, type Failure, type Result } from '#domain/result.ts';
import type { Confirmation } from '#features/ports.tsx';
import type { Passkey, ProofRequest } from '#protocol/passkey.ts';
import type { Session } from '#protocol/session.ts';
import type { Vaults } from '#store/vaults.ts';
import { createSpareKey, type Opener, type Ways } from '#store/wraps.ts';
import type { SessionPort } from '#sync/session-port.ts';
import type { Passkeys } from './passkeys.ts';
import { signFor } from './session.ts';
import { createWatched, type Watched } from './watched.ts';

/** Shown: what opens the vault, and what shows it to the server (nothing, if that could not be asked). */
type Shown = { readonly opener: Opener; readonly proof: ProofRequest | undefined };

export type WaysIn = {
  readonly ways: Watched<Ways>;
  /** Whether this browser has passkeys at all. */
  readonly canHavePasskeys: boolean;
  /** Asks for the passkey, if that is the way; a password is taken as it is. */
  readonly show: (confirmation: Confirmation) => Promise<Result<Shown, Failure>>;
  /** The same, and the server has seen it: a deed that wants a fresh proof may follow. */
  readonly prove: (confirmation: Confirmation) => Promise<Result<Opener, Failure>>;
  /** Makes a passkey; `opens`: whether it opens what lies on this device too, also without network. */
  readonly addPasskey: (
    confirmation: Confirmation,
    name: string,
  ) => Promise<Result<{ readonly opens: boolean }, Failure>>;
  readonly passkeys: () => Promise<Result<readonly Passkey[], Failure>>;
  readonly removePasskey: (confirmation: Confirmation, credential: string) => Promise<Result<void, Failure>>;
  /** Makes a spare key; one that was made before opens nothing any more. */
  readonly makeSpareKey: (confirmation: Confirmation) => Promise<Result<string, Failure>>;
};

type Surroundings = {
  readonly vaults: Vaults;
  readonly port: Pick<SessionPort, 'challenge' | 'prove' | 'passkeys' | 'addPasskey' | 'removePasskey'>;
  readonly passkeys: Passkeys;
  readonly session: Watched<Session>;
};

/** @param first by which ways the vault opened when it was unlocked */
export const createWaysIn = ({ vaults, port, passkeys, session }: Surroundings, first: Ways): WaysIn => {
  const { id: user, login, name: shownName } = session.get().user;
  const ways = createWatched(first);
  const look = async (): Promise<void> => ways.set(await vaults.waysOf(user));

  const show: WaysIn['show'] = async (confirmation) => {
    if (confirmation.by === 'password')
      return ok({ opener: confirmation, proof: { password: confirmation.password } });
    const signed = await signFor(port, passkeys, ways.get().passkeys);
    if (!signed.ok) return signed;
    const { assertion, secret, proof } = signed.value;
    if (secret === undefined) return fail({ type: 'passkey-opens-nothing' });
    return ok({ opener: { by: 'passkey', credential: assertion.credential, secret }, proof });
  };
  const prove: WaysIn['prove'] = async (confirmation) => {
    const shown = await show(confirmation);
    if (!shown.ok) return shown;
    if (shown.value.proof === undefined) return fail({ type: 'no-connection' });
    const proved = await port.prove(shown.value.proof);
    return proved.ok ? ok(shown.value.opener) : proved;
  };

  return {
    ways,
    canHavePasskeys: passkeys.isThere(),
    show,
    prove,
    addPasskey: async (confirmation, name) => {
      const opener = await prove(confirmation);
      if (!opener.ok) return opener;
      const [had, challenge] = [await port.passkeys(), await port.challenge()];
      if (!had.ok) return had;
      if (!challenge.ok) return challenge;
      const known = had.value.passkeys.map(({ credential }) => credential);
      const made = await passkeys.create(challenge.value, { id: user, login, name: shownName }, known);
      if (!made.ok) return made;
      const { credential } = made.value.passkey;
      const added = await port.addPasskey({ ...made.value.passkey, name });
      if (!added.ok) return added;
      let { secret } = made.value;
      if (secret === undefined) {
        // Many authenticators make their secret only when they sign.
        const signed = await signFor(port, passkeys, [credential]);
        if (signed.ok) ({ secret } = signed.value);
      }
      if (secret === undefined) return ok({ opens: false });
      const kept = await vaults.addWay(user, opener.value, { by: 'passkey', credential, secret });
      await look();
      return ok({ opens: kept.ok });
    },
    passkeys: async () => {
      const had = await port.passkeys();
      return had.ok ? ok(had.value.passkeys) : had;
    },
    removePasskey: async (confirmation, credential) => {
      const opener = await prove(confirmation);
      if (!opener.ok) return opener;
      const { password, spare, passkeys: here } = ways.get();
      if (!password && !spare && here.every((one) => one === credential)) return fail({ type: 'last-way' });
      const removed = await port.removePasskey(credential);
      if (!removed.ok && removed.error.type !== 'not-found') return removed;
      await vaults.removeWay(user, { by: 'passkey', credential });
      await look();
      return ok(undefined);
    },
    makeSpareKey: async (confirmation) => {
      const shown = await show(confirmation);
      if (!shown.ok) return shown;
      const code = createSpareKey();
      const added = await vaults.addWay(user, shown.value.opener, { by: 'spare', code });
      if (!added.ok) return added;
      await look();
      return ok(code);
    },
  };
};
