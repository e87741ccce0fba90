// Wraps: a vault's key under what a person brings, which is her password, a passkey or the spare key on paper. The key is the same under each.
import { argon2id } from 'hash-wasm';

/** The bytes of a key: whoever has them in hand wraps or imports them, and overwrites them. */
export type RawKey = Uint8Array<ArrayBuffer>;

/** How dear a guess is (Argon2id, RFC 9106): memory in KiB and passes. */
export type Cost = { readonly memory: number; readonly passes: number };
export const usualCost: Cost = { memory: 65_536, passes: 3 };

/** A key under another one: everything but the other one. */
export type Wrapped = { readonly nonce: Uint8Array; readonly wrapped: Uint8Array };

/** What stands on the disk: everything but what the person brings. */
export type Wrap =
  | (Wrapped & Cost & { readonly by: 'password' | 'spare'; readonly salt: Uint8Array })
  | (Wrapped & { readonly by: 'passkey'; readonly credential: string; readonly salt: Uint8Array });

/** What a person brings to open a vault. The secret of a passkey is what it makes of `PASSKEY_INPUT`. */
export type Opener =
  | { readonly by: 'password'; readonly password: string }
  | { readonly by: 'spare'; readonly code: string }
  | { readonly by: 'passkey'; readonly credential: string; readonly secret: Uint8Array };

/** By which ways a vault opens. */
export type Ways = {
  readonly password: boolean;
  readonly spare: boolean;
  /** The credentials of its passkeys. */
  readonly passkeys: readonly string[];
};

const utf8 = new TextEncoder();

/** What every passkey is asked to make a secret of (WebAuthn Level 3, §10.1.4, PRF): the same for all, so that one serves on a new device. */
export const PASSKEY_INPUT = utf8.encode('Geleit vault 1');

const NONCE = 12;
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

const importWrapper = (raw: RawKey): Promise<CryptoKey> => {
  const key = crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return key.finally(() => raw.fill(0));
};

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

/** Makes a key of a passkey's secret (HKDF-SHA-256, RFC 5869): another one for each vault. */
const expand = async (secret: Uint8Array, salt: Uint8Array): Promise<RawKey> => {
  const base = await crypto.subtle.importKey('raw', Uint8Array.from(secret), 'HKDF', false, ['deriveBits']);
  const algorithm = {
    ...{ name: 'HKDF', hash: 'SHA-256' },
    ...{ salt: Uint8Array.from(salt), info: utf8.encode('Geleit wrap by passkey 1') },
  };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, base, 256));
};

/** Wraps a key by another one, which is overwritten (AES-256-GCM). */
export const wrapUnder = async (wrapper: RawKey, raw: RawKey): Promise<Wrapped> => {
  const nonce = random(NONCE);
  const key = await importWrapper(wrapper);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, raw);
  return { nonce, wrapped: new Uint8Array(wrapped) };
};

/** Opens a wrap by the key it was made with, which is overwritten; undefined if it was made with another one. */
export const unwrapUnder = async (
  wrapper: RawKey,
  { nonce, wrapped }: Wrapped,
): Promise<RawKey | undefined> => {
  const key = await importWrapper(wrapper);
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

/** The spare key as it is read and typed: no spaces, no dashes, no capitals. */
const plainCode = (code: string): string => code.toLowerCase().replaceAll(/[^a-z\d]/g, '');
const wordOf = (opener: Exclude<Opener, { readonly by: 'passkey' }>): string =>
  opener.by === 'password' ? opener.password : plainCode(opener.code);

/** Wraps a vault's key by what its person brings. */
export const wrapFor = async (raw: RawKey, opener: Opener, cost: Cost): Promise<Wrap> => {
  const salt = random(16);
  if (opener.by === 'passkey') {
    const under = await wrapUnder(await expand(opener.secret, salt), raw);
    return { by: 'passkey', credential: opener.credential, salt, ...under };
  }
  const under = await wrapUnder(await stretch(wordOf(opener), salt, cost), raw);
  return { by: opener.by, salt, memory: cost.memory, passes: cost.passes, ...under };
};

/** One of the ways into a vault, without what opens it. */
export type Way =
  { readonly by: 'password' | 'spare' } | { readonly by: 'passkey'; readonly credential: string };

/** Whether two go the same way: by the same passkey, or by the one password or spare key. */
export const isSameWay = (one: Way, other: Way): boolean =>
  one.by === 'passkey' && other.by === 'passkey' ? one.credential === other.credential : one.by === other.by;

/** The key a wrap was made with, if this opener goes its way. */
const wrapperOf = async (wrap: Wrap, opener: Opener): Promise<RawKey | undefined> => {
  if (opener.by === 'passkey') return isSameWay(wrap, opener) ? expand(opener.secret, wrap.salt) : undefined;
  const word = wordOf(opener);
  return wrap.by === opener.by && word !== '' ? stretch(word, wrap.salt, wrap) : undefined;
};

/** The vault's key out of one of its wraps; undefined if none opens. */
export const openWraps = async (wraps: readonly Wrap[], opener: Opener): Promise<RawKey | undefined> => {
  for (const wrap of wraps) {
    const wrapper = await wrapperOf(wrap, opener);
    const raw = wrapper === undefined ? undefined : await unwrapUnder(wrapper, wrap);
    if (raw !== undefined) return raw;
  }
  return undefined;
};

/** By which ways these wraps open. */
export const waysOf = (wraps: readonly Wrap[]): Ways => ({
  password: wraps.some(({ by }) => by === 'password'),
  spare: wraps.some(({ by }) => by === 'spare'),
  passkeys: wraps.flatMap((wrap) => (wrap.by === 'passkey' ? [wrap.credential] : [])),
});

/** No 0 and o, no 1, l and i: it is read from paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP = 5;

/** A spare key for paper: 25 signs in five groups, about 123 bits. */
export const createSpareKey = (): string => {
  const signs: string[] = [];
  while (signs.length < GROUPS * GROUP) {
    const [byte = 255] = random(1);
    // Bytes beyond the last full round would make some signs likelier.
    if (byte < 256 - (256 % readable.length)) signs.push(readable[byte % readable.length] ?? '');
  }
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * GROUP, (group + 1) * GROUP).join(''),
  );
  return groups.join('-');
};
