// Signing in and out, the own password and passkeys, the first administrator: deeds that need the server at once.
import * as z from 'zod/mini';
import { devicesSchema, standingSchema, type DeviceStanding, type KnownDevice } from '#protocol/device.ts';
import {
  challengeSchema,
  newPasskeyRequestSchema,
  passkeysSchema,
  type Assertion,
  type Challenge,
  type NewPasskey,
  type Passkey,
  type ProofRequest,
} from '#protocol/passkey.ts';
import { deviceRequestSchema, sessionSchema, setupStateSchema } from '#protocol/session.ts';
import type { DeviceRequest, Session, SignInRequest } from '#protocol/session.ts';
import type { Result } from '#domain/result.ts';
import type { Call, CallFailure } from './http.ts';

const nothing = z.unknown();
type Answer<Value> = Promise<Result<Value, CallFailure>>;

export type SessionPort = {
  readonly signIn: (request: SignInRequest) => Answer<Session>;
  readonly signInByPasskey: (assertion: Assertion) => Answer<Session>;
  readonly signOut: () => Answer<unknown>;
  readonly session: () => Answer<Session>;
  readonly registerDevice: (request: DeviceRequest) => Answer<unknown>;
  readonly changePassword: (before: string, after: string) => Answer<unknown>;
  /** What a passkey has to sign. */
  readonly challenge: () => Answer<Challenge>;
  /** Shows again who one is, for deeds that want that to be a moment ago. */
  readonly prove: (proof: ProofRequest) => Answer<unknown>;
  readonly passkeys: () => Answer<{ readonly passkeys: readonly Passkey[] }>;
  readonly addPasskey: (passkey: NewPasskey) => Answer<unknown>;
  readonly removePasskey: (credential: string) => Answer<unknown>;
  /** How a device stands; `waiting`: how many entries wait on it. Needs no session. */
  readonly standing: (device: string, waiting?: number) => Answer<DeviceStanding>;
  readonly devices: () => Answer<{ readonly devices: readonly KnownDevice[] }>;
  readonly revokeDevice: (device: string) => Answer<unknown>;
  readonly setupState: () => Answer<z.infer<typeof setupStateSchema>>;
  readonly setUp: (request: {
    code: string;
    login: string;
    name: string;
    password: string;
  }) => Answer<unknown>;
};

/** Makes the port over a way to call. */
export const createSessionPort = (call: Call): SessionPort => ({
  signIn: (request) => call('/api/sign-in', sessionSchema, request),
  signInByPasskey: (assertion) => call('/api/sign-in/passkey', sessionSchema, { assertion }),
  signOut: () => call('/api/sign-out', nothing, {}),
  session: () => call('/api/session', sessionSchema),
  registerDevice: (request) => call('/api/devices', nothing, deviceRequestSchema.parse(request)),
  changePassword: (before, after) => call('/api/password', nothing, { before, after }),
  challenge: () => call('/api/passkeys/challenge', challengeSchema, {}),
  prove: (proof) => call('/api/proof', nothing, proof),
  passkeys: () => call('/api/passkeys', passkeysSchema),
  addPasskey: (passkey) => call('/api/passkeys', nothing, newPasskeyRequestSchema.parse(passkey)),
  removePasskey: (credential) => call('/api/passkeys/remove', nothing, { credential }),
  standing: (device, waiting) =>
    call('/api/devices/standing', standingSchema, { device, ...(waiting === undefined ? {} : { waiting }) }),
  devices: () => call('/api/devices', devicesSchema),
  revokeDevice: (device) => call('/api/devices/revoke', nothing, { device }),
  setupState: () => call('/api/setup', setupStateSchema),
  setUp: (request) => call('/api/setup', nothing, request),
});
