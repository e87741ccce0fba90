// Passkeys (WebAuthn): what a browser and the server tell each other about one. A secret that a passkey makes is never part of it.
import * as z from 'zod/mini';

/** Bytes as base64url without padding, as WebAuthn writes them. */
const bytesSchema = (longest: number) => z.string().check(z.regex(/^[\w-]+$/), z.maxLength(longest));
/** At most 1,023 bytes (WebAuthn Level 3, §4, credential id). */
export const credentialSchema = bytesSchema(1_364);
const dataSchema = bytesSchema(20_000);

/** What the browser has to sign, and for which site (its relying party). */
export const challengeSchema = z.strictObject({ challenge: bytesSchema(200), site: z.string() });
export type Challenge = z.infer<typeof challengeSchema>;

/** What a passkey signed, to sign in or to show again who it is. */
export const assertionSchema = z.strictObject({
  credential: credentialSchema,
  clientData: dataSchema,
  authenticatorData: dataSchema,
  signature: dataSchema,
});
export type Assertion = z.infer<typeof assertionSchema>;

export const passkeySignInRequestSchema = z.strictObject({ assertion: assertionSchema });

/** A new passkey of the person signed in. */
export const newPasskeyRequestSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  credential: credentialSchema,
  clientData: dataSchema,
  attestation: dataSchema,
  transports: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(8)),
});
export type NewPasskey = z.infer<typeof newPasskeyRequestSchema>;

export const passkeySchema = z.strictObject({
  credential: credentialSchema,
  name: z.string(),
  createdAt: z.string(),
  lastUsed: z.nullable(z.string()),
});
export type Passkey = z.infer<typeof passkeySchema>;
export const passkeysSchema = z.strictObject({ passkeys: z.array(passkeySchema) });
export const removedPasskeyRequestSchema = z.strictObject({ credential: credentialSchema });

/** Somebody who is signed in shows again who she is: some deeds want that to be a moment ago. */
export const proofRequestSchema = z.union([
  z.strictObject({ password: z.string().check(z.minLength(1), z.maxLength(256)) }),
  passkeySignInRequestSchema,
]);
export type ProofRequest = z.infer<typeof proofRequestSchema>;
