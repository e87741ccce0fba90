// Expected outcomes as values: either something went well, or it failed with a type from a closed list.

/** A failure: `type` is a word from a closed list; every type has a sentence in locales/…/errors.json. */
export type Failure<Type extends string = string> = { readonly type: Type };

/** Either `{ ok: true, value }` or `{ ok: false, error }`. */
export type Result<Value, Error extends Failure = Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Error };

/** It went well. */
export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

/** It failed in a way that was foreseen. */
export const fail = <Error extends Failure>(error: Error): { readonly ok: false; readonly error: Error } => ({
  ok: false,
  error,
});
