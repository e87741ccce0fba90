// An authenticator for tests, as a tablet has one: makes passkeys, signs for the site they were made for, and knows a secret for each (WebAuthn Level 3, ES256).
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { Assertion, Challenge, NewPasskey } from '#protocol/passkey.ts';

/** The head of a CBOR item (RFC 8949, §3): major type and length or number below 65,536. */
const head = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256
    ? Buffer.from([(major << 5) | 24, value])
    : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
};
const number = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const WITH_CREDENTIAL = 64;

type Key = { readonly id: Buffer; readonly privateKey: KeyObject; readonly secret: Buffer; count: number };

/** What may be wrong with an answer: every one of them must be refused. */
export type Flaw = {
  readonly origin?: string;
  readonly site?: string;
  readonly unseen?: boolean;
  readonly type?: string;
};

/** @param origin the address of the page that asks */
export const createAuthenticator = (origin = 'http://localhost:8080') => {
  const keys = new Map<string, Key>();
  const hash = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();
  const clientDataOf = (type: string, { challenge }: Challenge, flaw: Flaw): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: flaw.type ?? type,
        challenge,
        origin: flaw.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const dataOf = ({ site }: Challenge, key: Key, flaw: Flaw, more: Buffer): Buffer => {
    key.count += 1;
    const flags =
      USER_PRESENT | (flaw.unseen === true ? 0 : USER_VERIFIED) | (more.length > 0 ? WITH_CREDENTIAL : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(key.count);
    return Buffer.concat([hash(flaw.site ?? site), Buffer.from([flags]), counter, more]);
  };
  return {
    /** Makes a passkey; its private key stays here. */
    create: (challenge: Challenge, name = 'Tablet', flaw: Flaw = {}): NewPasskey => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const key: Key = { id: randomBytes(32), privateKey, secret: randomBytes(32), count: 0 };
      const credential = key.id.toString('base64url');
      keys.set(credential, key);
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = map([
        [number(1), number(2)],
        [number(3), number(-7)],
        [number(-1), number(1)],
        [number(-2), bytes(Buffer.from(x, 'base64url'))],
        [number(-3), bytes(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.from([0, key.id.length]);
      const more = Buffer.concat([Buffer.alloc(16), length, key.id, cose]);
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(dataOf(challenge, key, flaw, more))],
      ]);
      return {
        name,
        credential,
        clientData: clientDataOf('webauthn.create', challenge, flaw).toString('base64url'),
        attestation: attestation.toString('base64url'),
        transports: ['internal'],
      };
    },
    /** Signs a challenge with one of its passkeys. */
    sign: (challenge: Challenge, credential: string, flaw: Flaw = {}): Assertion => {
      const key = keys.get(credential);
      if (key === undefined) throw new Error('this authenticator does not know the passkey');
      const clientData = clientDataOf('webauthn.get', challenge, flaw);
      const data = dataOf(challenge, key, flaw, Buffer.alloc(0));
      const signature = sign('sha256', Buffer.concat([data, hash(clientData)]), key.privateKey);
      return {
        credential,
        clientData: clientData.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      };
    },
    /** The secret of a passkey for some bytes (its pseudo-random function): the same for the same. */
    secretOf: (credential: string, input: Uint8Array): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(
        createHmac('sha256', keys.get(credential)?.secret ?? '')
          .update(input)
          .digest(),
      ),
    /** Another one with the same passkeys, as a copied or synchronised one. */
    count: (credential: string, count: number): void => {
      const key = keys.get(credential);
      if (key !== undefined) key.count = count;
    },
  };
};
export type Authenticator = ReturnType<typeof createAuthenticator>;
