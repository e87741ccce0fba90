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

/** The bytes of a key: whoever has them in hand wraps or imports them, and overwrites them. */
export type RawKey = Uint8Array<ArrayBuffer>;

const importKey = (raw: RawKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Makes a key of what a person knows: 32 bytes, as dear as the cost says. */
export const stretch = async (secret: string, salt: Uint8Array, cost: Cost): Promise<RawKey> => {
  const raw = await argon2id({
    password: secret.normalize('NFKC'),
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return Uint8Array.from(raw);
};

/** A key under another one: everything but the other one. */
export type Wrapped = Pick<Wrap, 'nonce' | 'wrapped'>;

/** Wraps a key by another one, which is overwritten. */
export const wrapUnder = async (wrapper: RawKey, raw: RawKey): Promise<Wrapped> => {
  const nonce = random(NONCE);
  const key = await importKey(wrapper);
  wrapper.fill(0);
  return {
    nonce,
    wrapped: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, raw)),
  };
};

/** Opens a wrap by the key it was made with, which is overwritten; undefined if it was made with another one. */
export const unwrapUnder = async (
  wrapper: RawKey,
  { nonce, wrapped }: Wrapped,
): Promise<RawKey | undefined> => {
  const key = await importKey(wrapper);
  wrapper.fill(0);
  try {
    const iv = Uint8Array.from(nonce);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, Uint8Array.from(wrapped)),
    );
  } catch {
    // The only way a decryption ends here is a wrong secret or a damaged wrap: both open nothing.
    return undefined;
  }
};

const wrapKey = async (raw: RawKey, password: string, cost: Cost): Promise<Wrap> => {
  const salt = random(16);
  const under = await wrapUnder(await stretch(password, salt, cost), raw);
  return { by: 'password', salt, memory: cost.memory, passes: cost.passes, ...under };
};

const unwrapKey = async (wrap: Wrap, password: string): Promise<RawKey | undefined> =>
  unwrapUnder(await stretch(password, wrap.salt, wrap), wrap);

/** Imports a key, and overwrites its bytes. */
export const importOnce = async (raw: RawKey): Promise<CryptoKey> => {
  const key = await importKey(raw);
  raw.fill(0);
  return key;
};

/** Makes a random 256-bit key and wraps it by the password. */
export const createVault = async (
  password: string,
  cost: Cost = usualCost,
): Promise<{ readonly key: CryptoKey; readonly wrap: Wrap }> => {
  const raw = random(32);
  const wrap = await wrapKey(raw, password, cost);
  return { key: await importOnce(raw), wrap };
};

type WrongPassword = { readonly type: 'wrong-password' };

/**
 * Opens the vault with the password, and does something with the bytes of its key before they are overwritten.
 * @returns the key, and what was done
 */
export const openVaultWith = async <T>(
  wrap: Wrap,
  password: string,
  work: (key: CryptoKey, raw: RawKey) => Promise<T>,
): Promise<Result<{ readonly key: CryptoKey; readonly done: T }, WrongPassword>> => {
  const raw = await unwrapKey(wrap, password);
  if (raw === undefined) return fail({ type: 'wrong-password' });
  try {
    const key = await importKey(raw);
    return ok({ key, done: await work(key, raw) });
  } finally {
    raw.fill(0);
  }
};

/** Opens the vault with the password. */
export const openVault = async (wrap: Wrap, password: string): Promise<Result<CryptoKey, WrongPassword>> => {
  const raw = await unwrapKey(wrap, password);
  return raw === undefined ? fail({ type: 'wrong-password' }) : ok(await importOnce(raw));
};

/** Wraps the same key by another password: nothing that is kept has to be written again. */
export const rewrapVault = async (
  wrap: Wrap,
  before: string,
  after: string,
  cost: Cost = usualCost,
): Promise<Result<Wrap, WrongPassword>> => {
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
