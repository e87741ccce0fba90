// Passkeys as this browser has them: makes one and has one sign. The secret a passkey makes stays on this device and never travels.
import {
  browserSupportsWebAuthn,
  bufferToBase64URLString,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { fail, ok, type Failure, type Result } from '#domain/result.ts';
import type { Assertion, Challenge, NewPasskey } from '#protocol/passkey.ts';
import { PASSKEY_INPUT } from '#store/wraps.ts';

/** `passkey-missing`: this browser has none, or not at this address. `passkey-cancelled`: nobody confirmed in time. */
export type PasskeyFailure = Failure<'passkey-missing' | 'passkey-cancelled'>;

/** What a passkey gave: a signature for the server and, where it can, a secret for the vault. */
export type Signed = { readonly assertion: Assertion; readonly secret: Uint8Array | undefined };

export type Passkeys = {
  /** Whether this browser has passkeys at all. */
  readonly isThere: () => boolean;
  /** Makes a passkey for a person; one of those she has already is not made twice on one authenticator. */
  readonly create: (
    challenge: Challenge,
    person: { readonly id: string; readonly login: string; readonly name: string },
    had: readonly string[],
  ) => Promise<
    Result<
      { readonly passkey: Omit<NewPasskey, 'name'>; readonly secret: Uint8Array | undefined },
      PasskeyFailure
    >
  >;
  /** Has a passkey sign: one of these, or whichever the person chooses. */
  readonly sign: (
    challenge: Challenge,
    credentials: readonly string[],
  ) => Promise<Result<Signed, PasskeyFailure>>;
};

/** How long the person may take, in milliseconds. */
const PATIENCE = 120_000;
const ES256 = -7;
const EDDSA = -8;
const RS256 = -257;

const askSecret = { prf: { eval: { first: PASSKEY_INPUT } } };
type Results = Awaited<ReturnType<typeof startAuthentication>>['clientExtensionResults'];
const secretIn = ({ prf }: Results): Uint8Array | undefined => {
  const first = prf?.results?.first;
  if (first === undefined) return undefined;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first);
};

const trouble = (error: unknown): PasskeyFailure => {
  const name = error instanceof Error ? error.name : '';
  return {
    type: name === 'NotAllowedError' || name === 'AbortError' ? 'passkey-cancelled' : 'passkey-missing',
  };
};

/** The passkeys of the browser this page runs in. */
export const browserPasskeys: Passkeys = {
  isThere: browserSupportsWebAuthn,
  create: async ({ challenge, site }, { id, login, name }, had) => {
    try {
      const {
        response,
        clientExtensionResults,
        id: credential,
      } = await startRegistration({
        optionsJSON: {
          challenge,
          rp: { id: site, name: 'Geleit' },
          user: {
            id: bufferToBase64URLString(new TextEncoder().encode(id).buffer),
            name: login,
            displayName: name,
          },
          pubKeyCredParams: [ES256, EDDSA, RS256].map((alg) => ({ alg, type: 'public-key' })),
          timeout: PATIENCE,
          excludeCredentials: had.map((one) => ({ id: one, type: 'public-key' })),
          authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
          attestation: 'none',
          extensions: askSecret,
        },
      });
      const { clientDataJSON, attestationObject, transports = [] } = response;
      const passkey = { credential, clientData: clientDataJSON, attestation: attestationObject, transports };
      return ok({ passkey, secret: secretIn(clientExtensionResults) });
    } catch (error) {
      return fail(trouble(error));
    }
  },
  sign: async ({ challenge, site }, credentials) => {
    try {
      const {
        response,
        clientExtensionResults,
        id: credential,
      } = await startAuthentication({
        optionsJSON: {
          challenge,
          rpId: site,
          allowCredentials: credentials.map((one) => ({ id: one, type: 'public-key' })),
          timeout: PATIENCE,
          userVerification: 'required',
          extensions: askSecret,
        },
      });
      const { clientDataJSON, authenticatorData, signature } = response;
      const assertion = { credential, clientData: clientDataJSON, authenticatorData, signature };
      return ok({ assertion, secret: secretIn(clientExtensionResults) });
    } catch (error) {
      return fail(trouble(error));
    }
  },
};
