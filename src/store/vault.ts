// The vault: a random key for everything this device keeps, and what is sealed under it. docs/vault.md has its rules.
import { compressText, decompressText } from './compression.ts';
import { openWraps, usualCost, wrapFor, type Cost, type Opener, type RawKey, type Wrap } from './wraps.ts';

const NONCE = 12;
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder();

const importKey = (raw: RawKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Imports a key, and overwrites its bytes. */
export const importOnce = async (raw: RawKey): Promise<CryptoKey> => {
  const key = await importKey(raw);
  raw.fill(0);
  return key;
};

/** Makes a random 256-bit key and wraps it by what its person brings. */
export const createVault = async (
  opener: Opener,
  cost: Cost = usualCost,
): Promise<{ readonly key: CryptoKey; readonly wrap: Wrap }> => {
  const raw = random(32);
  const wrap = await wrapFor(raw, opener, cost);
  return { key: await importOnce(raw), wrap };
};

/**
 * Opens a vault, and does something with the bytes of its key before they are overwritten.
 * @returns the key, and what was done; undefined if none of the wraps opens
 */
export const openVaultWith = async <T>(
  wraps: readonly Wrap[],
  opener: Opener,
  work: (key: CryptoKey, raw: RawKey) => Promise<T>,
): Promise<{ readonly key: CryptoKey; readonly done: T } | undefined> => {
  const raw = await openWraps(wraps, opener);
  if (raw === undefined) return undefined;
  try {
    const key = await importKey(raw);
    return { key, done: await work(key, raw) };
  } finally {
    raw.fill(0);
  }
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
