// What the pages before the first unlocking can do, and what may come of it. The app does it; no code here.
import type { Failure, Result } from '#domain/result.ts';
import type { Ways } from '#features/ports.tsx';

/** A person who can sign in on this device without network. */
export type KnownPerson = {
  readonly user: string;
  readonly login: string;
  readonly name: string;
  readonly ways: Ways;
};

/** What a person brings to a vault that what she signed in with does not open. */
export type OtherWay =
  | { readonly by: 'password'; readonly password: string }
  | { readonly by: 'spare'; readonly code: string }
  | { readonly by: 'passkey' };

/** The vault on this device opens by something else than what she signed in with, her former password for example. */
export type OtherWays = {
  readonly ways: Ways;
  readonly openWith: (way: OtherWay) => Promise<Result<void, Failure>>;
  /** Begins a new vault; the old one stays, closed. */
  readonly beginAnew: () => Promise<Result<void, Failure>>;
};

/** What a sign-in leads to; after `open` the app shows the first page by itself. */
export type SignInAnswer =
  { readonly kind: 'open' } | { readonly kind: 'other-way'; readonly other: OtherWays };

export type SignIn = {
  readonly byPassword: (login: string, password: string) => Promise<Result<SignInAnswer, Failure>>;
  /** @param person who is known on this device; null: whoever the passkey belongs to */
  readonly byPasskey: (person: KnownPerson | null) => Promise<Result<SignInAnswer, Failure>>;
  /** Whether this browser has passkeys at all. */
  readonly canUsePasskeys: boolean;
};

/** Opens what was locked a moment ago; `left`: how many wrong PINs are left. After the last the page begins anew. */
export type UnlockByPin = (
  pin: string,
) => Promise<Result<void, { readonly type: 'wrong-pin'; readonly left: number }>>;

/** The first administrator of a server. */
export type SetUp = (request: {
  readonly code: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}) => Promise<Result<void, Failure>>;
