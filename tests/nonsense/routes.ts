// Every route of the server, with messages that it might take: what is spoilt before it is sent.
import fc from 'fast-check';
import { isId } from '#domain/id.ts';
import { crookedTexts, one, written, type Names } from './crooked.ts';
import { syncMessage } from './sync-message.ts';

const secrets = ['A'.repeat(42) + 'E', 'B'.repeat(42) + 'E', 'C'.repeat(42) + 'A', 'short'];

/** One route and what is asked of it. */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: (names: Names) => fc.Arbitrary<string>;
  readonly message?: (names: Names) => fc.Arbitrary<unknown>;
  /** How often it is asked, beside the others. */
  readonly weight: number;
};

const at = (path: string) => () => fc.constant(path);
const inAddress = (names: Names) =>
  fc
    .oneof(one(names.users), one(crookedTexts), fc.string({ unit: 'binary', maxLength: 30 }))
    .map((text) => encodeURIComponent(text.toWellFormed()));

/** What a browser says it has signed: bytes that mean something, or nothing. */
const signed = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  one(['{"challenge":"AAAA","type":"webauthn.get"}', '{', '[]', '{"challenge":7}']).map((text) =>
    Buffer.from(text).toString('base64url'),
  ),
);
const assertion = fc.record({
  credential: one(secrets),
  clientData: signed,
  authenticatorData: signed,
  signature: signed,
});

/** Every route of the server (sync-server/rights.test.ts has their table), with a message that it might take. */
export const routes: readonly Route[] = [
  { method: 'GET', path: at('/health'), weight: 1 },
  { method: 'GET', path: at('/api/session'), weight: 1 },
  { method: 'GET', path: at('/api/setup'), weight: 1 },
  { method: 'GET', path: at('/api/team'), weight: 1 },
  { method: 'GET', path: at('/api/cases/held'), weight: 1 },
  { method: 'GET', path: at('/plan-api/plan'), weight: 2 },
  { method: 'POST', path: at('/plan-api/leave'), weight: 1 },
  { method: 'POST', path: at('/api/sign-out'), weight: 1 },
  // No id: a device that somebody has registered would be given a line that stays open.
  {
    method: 'GET',
    path: () =>
      one(crookedTexts.filter((text) => !isId(text))).map(
        (text) => `/api/live?device=${encodeURIComponent(text.toWellFormed())}`,
      ),
    weight: 1,
  },
  {
    method: 'POST',
    path: at('/api/sync'),
    message: syncMessage,
    weight: 18,
  },
  {
    method: 'POST',
    path: at('/api/sign-in'),
    message: (names) =>
      fc.record({
        login: written(names.logins),
        password: written(['ein ganz falsches Wort']),
      }),
    weight: 3,
  },
  {
    method: 'POST',
    path: at('/api/password'),
    message: () =>
      fc.record({
        before: fc.constant('ein ganz falsches Wort'),
        after: one(['vier hohe Laternen am Hafen', 'kurz']),
      }),
    weight: 2,
  },
  {
    method: 'POST',
    path: at('/api/devices'),
    message: (names) =>
      fc.record({
        device: one([names.own.device, ...names.devices]),
        name: written(['Tablet']),
        firstNumber: fc.nat(),
      }),
    weight: 3,
  },
  {
    method: 'POST',
    path: at('/api/setup'),
    message: () =>
      fc.record({
        code: written(['0000-0000']),
        login: written(['neu']),
        name: written(['Neu']),
        password: fc.constant('vier hohe Laternen am Hafen'),
      }),
    weight: 2,
  },
  {
    method: 'POST',
    path: at('/api/team'),
    message: (names) =>
      fc.record({
        login: written(names.logins),
        name: written(['Neu']),
        role: one(['caseworker', 'supervisor', 'administrator', 'root']),
        mayReadLimits: fc.boolean(),
      }),
    weight: 2,
  },
  {
    method: 'POST',
    path: (names) => inAddress(names).map((id) => `/api/team/${id}`),
    message: () =>
      fc.record(
        {
          active: fc.boolean(),
          mayReadLimits: fc.boolean(),
          name: written(['Neu']),
          role: one(['caseworker', 'supervisor', 'root']),
        },
        { requiredKeys: [] },
      ),
    weight: 3,
  },
  {
    method: 'POST',
    path: (names) => inAddress(names).map((id) => `/api/team/${id}/password`),
    message: () => fc.constant({}),
    weight: 2,
  },
  {
    method: 'POST',
    path: at('/api/erasures'),
    message: ({ cases }) => fc.record({ caseId: one(cases) }),
    weight: 2,
  },
  {
    method: 'POST',
    path: at('/api/cases/assign'),
    message: ({ cases, users }) =>
      fc.record(
        {
          caseIds: fc.array(one(cases), { maxLength: 2 }),
          owner: one(users),
          deputies: fc.array(one(users), { maxLength: 2 }),
        },
        { requiredKeys: ['caseIds', 'owner'] },
      ),
    weight: 3,
  },
  {
    method: 'POST',
    path: at('/plan-api/exchange'),
    message: () => fc.record({ secret: one(secrets), phone: one(secrets) }),
    weight: 2,
  },
  {
    method: 'POST',
    path: at('/plan-api/open'),
    message: () => fc.record({ secret: one(secrets), phone: one(secrets), proof: one(secrets) }),
    weight: 2,
  },
  { method: 'GET', path: at('/api/passkeys'), weight: 1 },
  { method: 'GET', path: at('/api/devices'), weight: 1 },
  { method: 'POST', path: at('/api/passkeys/challenge'), message: () => fc.constant({}), weight: 1 },
  {
    method: 'POST',
    path: at('/api/passkeys'),
    message: () =>
      fc.record({
        name: written(['Tablet']),
        credential: one(secrets),
        clientData: signed,
        attestation: signed,
        transports: fc.array(written(['internal']), { maxLength: 3 }),
      }),
    weight: 2,
  },
  {
    method: 'POST',
    path: at('/api/passkeys/remove'),
    message: () => fc.record({ credential: one(secrets) }),
    weight: 1,
  },
  {
    method: 'POST',
    path: at('/api/sign-in/passkey'),
    message: () => fc.record({ assertion }),
    weight: 2,
  },
  {
    method: 'POST',
    path: at('/api/proof'),
    message: () =>
      fc.oneof(fc.record({ assertion }), fc.record({ password: written(['ein ganz falsches Wort']) })),
    weight: 2,
  },
  {
    method: 'POST',
    path: at('/api/devices/standing'),
    message: ({ devices }) =>
      fc.record({ device: one(devices), waiting: fc.nat() }, { requiredKeys: ['device'] }),
    weight: 2,
  },
  // No device that there is: its sessions would end, and whoever comes after would be nobody.
  {
    method: 'POST',
    path: at('/api/devices/revoke'),
    message: () => fc.record({ device: written(['device-nobody-has']) }),
    weight: 2,
  },
  // No route at all: strange addresses, beside the others and in the pages.
  {
    method: 'GET',
    path: (names) =>
      fc
        .tuple(one(['/', '/api/', '/plan/', '/plan-api/', '/assets/', '/..%2f', '//']), inAddress(names))
        .map((parts) => parts.join('')),
    weight: 3,
  },
];
