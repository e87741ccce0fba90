// Signing in and out, the own password, the first administrator: deeds that need the server at once.
import * as z from 'zod/mini';
import { deviceRequestSchema, sessionSchema, setupStateSchema } from '#protocol/session.ts';
import type { DeviceRequest, Session, SignInRequest } from '#protocol/session.ts';
import type { Result } from '#domain/result.ts';
import type { Call, CallFailure } from './http.ts';

const nothing = z.unknown();
type Answer<Value> = Promise<Result<Value, CallFailure>>;

export type SessionPort = {
  readonly signIn: (request: SignInRequest) => Answer<Session>;
  readonly signOut: () => Answer<unknown>;
  readonly session: () => Answer<Session>;
  readonly registerDevice: (request: DeviceRequest) => Answer<unknown>;
  readonly changePassword: (before: string, after: string) => Answer<unknown>;
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
  signOut: () => call('/api/sign-out', nothing, {}),
  session: () => call('/api/session', sessionSchema),
  registerDevice: (request) => call('/api/devices', nothing, deviceRequestSchema.parse(request)),
  changePassword: (before, after) => call('/api/password', nothing, { before, after }),
  setupState: () => call('/api/setup', setupStateSchema),
  setUp: (request) => call('/api/setup', nothing, request),
});
