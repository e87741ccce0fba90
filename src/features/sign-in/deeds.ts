// What the pages before the first unlocking can do, and what may come of it. The app does it; no code here.
import type { Failure, Result } from '#domain/result.ts';

/** A person who can sign in on this device without network. */
export type KnownPerson = { readonly user: string; readonly login: string; readonly name: string };

/** The vault on this device still opens by the password before this one. */
export type FormerPassword = {
  readonly openWith: (former: string) => Promise<Result<void, Failure>>;
  /** Begins a new vault; the old one stays, closed. */
  readonly beginAnew: () => Promise<Result<void, Failure>>;
};

/** What a sign-in leads to; after `open` the app shows the first page by itself. */
export type SignInAnswer =
  { readonly kind: 'open' } | { readonly kind: 'former-password'; readonly former: FormerPassword };

export type SignIn = (login: string, password: string) => Promise<Result<SignInAnswer, Failure>>;

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
