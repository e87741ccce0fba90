// The vault: a random key for everything this device keeps, wrapped by the password. docs/vault.md has its rules.
import { argon2id } from 'hash-wasm';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '#domain/result.ts';
import { compressText, decompressText } from './compression.ts';

const bytesSchema = z.instanceof(Uint8Array);

/** A key wrapped by a password: everything but the password itself. Memory in KiB. */
export const wrapSchema = z.strictObject({
  by: z.literal('password'),
  salt: bytesSchema,
  memory: z.int(),
  passes: z.int(),
  nonce: bytesSchema,
  wrapped: bytesSchema,
});
export type Wrap = z.infer<typeof wrapSchema>;

/** How dear a guess at the password is (Argon2id, RFC 9106): memory in KiB and passes. */
export type Cost = { readonly memory: number; readonly passes: number };
export const usualCost: Cost = { memory: 65_536, passes: 3 };

const NONCE = 12;
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder();

const importKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

const keyFromPassword = async (password: string, salt: Uint8Array, cost: Cost): Promise<CryptoKey> => {
  const raw = await argon2id({
    password: password.normalize('NFKC'),
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return importKey(Uint8Array.from(raw));
};

const wrapKey = async (raw: Uint8Array<ArrayBuffer>, password: string, cost: Cost): Promise<Wrap> => {
  const salt = random(16);
  const nonce = random(NONCE);
  const wrapper = await keyFromPassword(password, salt, cost);
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, wrapper, raw));
  return { by: 'password', salt, memory: cost.memory, passes: cost.passes, nonce, wrapped };
};

const unwrapKey = async (wrap: Wrap, password: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const wrapper = await keyFromPassword(password, wrap.salt, wrap);
  try {
    const iv = Uint8Array.from(wrap.nonce);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, wrapper, Uint8Array.from(wrap.wrapped)),
    );
  } catch {
    // The only way a decryption ends here is a wrong password or a damaged wrap: both open nothing.
    return undefined;
  }
};

/** Makes a random 256-bit key and wraps it by the password. */
export const createVault = async (
  password: string,
  cost: Cost = usualCost,
): Promise<{ readonly key: CryptoKey; readonly wrap: Wrap }> => {
  const raw = random(32);
  const wrap = await wrapKey(raw, password, cost);
  return { key: await importKey(raw), wrap };
};

/** Opens the vault with the password. */
export const openVault = async (
  wrap: Wrap,
  password: string,
): Promise<Result<CryptoKey, { readonly type: 'wrong-password' }>> => {
  const raw = await unwrapKey(wrap, password);
  return raw === undefined ? fail({ type: 'wrong-password' }) : ok(await importKey(raw));
};

/** Wraps the same key by another password: nothing that is kept has to be written again. */
export const rewrapVault = async (
  wrap: Wrap,
  before: string,
  after: string,
  cost: Cost = usualCost,
): Promise<Result<Wrap, { readonly type: 'wrong-password' }>> => {
  const raw = await unwrapKey(wrap, before);
  return raw === undefined ? fail({ type: 'wrong-password' }) : ok(await wrapKey(raw, after, cost));
};

/** A sealed text and its nonce, as one row of bytes. */
export type Box = Uint8Array<ArrayBuffer>;

const sealBytes = async (key: CryptoKey, place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Box> => {
  const iv = random(NONCE);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8.encode(place) },
    key,
    bytes,
  );
  const box = new Uint8Array(NONCE + sealed.byteLength);
  box.set(iv);
  box.set(new Uint8Array(sealed), NONCE);
  return box;
};

const unsealBytes = async (key: CryptoKey, place: string, box: Box): Promise<ArrayBuffer> => {
  const algorithm = { name: 'AES-GCM', iv: box.subarray(0, NONCE), additionalData: utf8.encode(place) };
  return crypto.subtle.decrypt(algorithm, key, box.subarray(NONCE));
};

/**
 * Encrypts a text (AES-256-GCM, NIST SP 800-38D; a fresh random nonce each time).
 * @param place the table and row the box will stand in: it opens nowhere else
 */
export const seal = (key: CryptoKey, place: string, text: string): Promise<Box> =>
  sealBytes(key, place, utf8.encode(text));

/** Opens a box that was sealed for this place; throws if it was not, or is damaged. */
export const unseal = async (key: CryptoKey, place: string, box: Box): Promise<string> =>
  fromUtf8.decode(await unsealBytes(key, place, box));

/** The same for a long text, which is compressed first (docs/decisions/0019). */
export const sealLong = (key: CryptoKey, place: string, text: string): Promise<Box> =>
  sealBytes(key, place, compressText(text));

/** Opens what `sealLong` has sealed. */
export const unsealLong = async (key: CryptoKey, place: string, box: Box): Promise<string> =>
  decompressText(new Uint8Array(await unsealBytes(key, place, box)));
