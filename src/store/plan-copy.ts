// What the person's phone keeps: a key of its own, and the plan, encrypted under the secret that stands in the address, and
// under the PIN if there is one. It stands apart from the staff's store on purpose: none of that reaches this phone.
import { base64url } from './base64url.ts';
import type { PlanPin } from './plan-pin.ts';

/** How many figures a PIN has, and how often it may be wrong before the copy is taken off this phone. */
export const PLAN_PIN_LENGTH = 6;
export const COPY_TRIES = 5;

/** The phone's copies. Two plans may live on one phone that a family shares. */
export type PlanCopy = {
  /** Made once, and on the disk before it is first sent. */
  readonly phoneKey: () => Promise<string>;
  /** @param pin what the copy is sealed with besides the secret; its tries begin anew */
  readonly keep: (secret: string, text: string, pin?: PlanPin) => Promise<void>;
  /** What was kept under this secret alone; null if nothing, or if it cannot be opened. */
  readonly open: (secret: string) => Promise<string | null>;
  /** How many tries a copy that wants a PIN has left; null if there is none. */
  readonly triesLeft: (secret: string) => Promise<number | null>;
  /** What PIN and secret make together: half a second of work on a small phone. */
  readonly stretch: (secret: string, pin: string) => Promise<PlanPin>;
  /**
   * Tries a PIN at the copy: counted on the disk first, over all tabs. With the last wrong one the copy is gone. Null if
   * there is no copy that wants a PIN.
   */
  readonly openWith: (
    secret: string,
    pin: PlanPin,
  ) => Promise<{ readonly text: string } | { readonly left: number } | null>;
  /** Whether the cookie of this phone is the one of this secret. */
  readonly isSignedIn: (secret: string) => Promise<boolean>;
  readonly markSignedIn: (secret: string) => Promise<void>;
  readonly remove: (secret: string) => Promise<void>;
  /** The language chosen on this phone: a killed browser forgets what it had only noted in passing. */
  readonly language: () => Promise<string | null>;
  readonly keepLanguage: (tag: string | null) => Promise<void>;
};

/** `left`: the tries of a copy that wants a PIN. */
type Kept = { readonly iv: Uint8Array<ArrayBuffer>; readonly box: ArrayBuffer; readonly left?: number };

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'iv' in value &&
  value.iv instanceof Uint8Array &&
  'box' in value &&
  value.box instanceof ArrayBuffer &&
  (!('left' in value) || typeof value.left === 'number');

const wantsPin = (value: unknown): value is Required<Kept> => isKept(value) && value.left !== undefined;

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the phone did not answer'));
    };
  });

const utf8 = new TextEncoder();

/** Everything that is derived from the secret: where the copy lies, and, together with a PIN, what opens it. */
const derivedFrom = async (crypto: Crypto, secret: string, pin?: PlanPin) => {
  const masterOf = (bytes: Uint8Array<ArrayBuffer>) =>
    crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const bytes = utf8.encode(secret);
  const by = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: utf8.encode(info),
  });
  const place = await crypto.subtle.deriveBits(by('geleit plan place'), await masterOf(bytes), 128);
  const key = await crypto.subtle.deriveKey(
    by(pin === undefined ? 'geleit plan copy' : 'geleit plan copy under a pin'),
    await masterOf(pin === undefined ? bytes : Uint8Array.from([...bytes, ...pin.sealing])),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { place: `copy ${base64url(new Uint8Array(place))}`, key };
};

const placeFor = 'kept';

/** The phone's store over a browser's database and cryptography. */
export const createPlanCopy = (
  databases: IDBFactory = indexedDB,
  crypto: Crypto = globalThis.crypto,
): PlanCopy => {
  const inStore = async <Value>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Value>,
  ) => {
    const opening = databases.open('plan', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(placeFor);
    };
    const database = await settled(opening);
    try {
      const transaction = database.transaction(placeFor, mode, { durability: 'strict' });
      const done = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => {
          resolve();
        };
        transaction.onabort = () => {
          reject(transaction.error ?? new Error('the phone did not keep it'));
        };
      });
      const value = await settled(work(transaction.objectStore(placeFor)));
      await done;
      return value;
    } finally {
      database.close();
    }
  };
  const read = (place: string): Promise<unknown> => inStore('readonly', (store) => store.get(place));
  const write = async (place: string, value: unknown): Promise<void> => {
    await inStore('readwrite', (store) => store.put(value, place));
  };

  const remove = async (secret: string): Promise<void> => {
    const { place } = await derivedFrom(crypto, secret);
    await inStore('readwrite', (store) => store.delete(place));
    if ((await read('signed in')) === place) await inStore('readwrite', (store) => store.delete('signed in'));
  };

  const opened = async (key: CryptoKey, { iv, box }: Kept): Promise<string | null> => {
    try {
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box));
    } catch {
      return null; // another PIN, or damaged: then it comes anew from the server
    }
  };

  /** Takes one try off a copy that wants a PIN, on the disk, before it is tried; null if there is no such copy. */
  const countedTry = async (place: string): Promise<Required<Kept> | null> => {
    const kept = await inStore('readwrite', (store) => {
      const request: IDBRequest<unknown> = store.get(place);
      request.addEventListener('success', () => {
        const found = request.result;
        if (wantsPin(found)) store.put({ ...found, left: found.left - 1 }, place);
      });
      return request;
    });
    return wantsPin(kept) ? { ...kept, left: kept.left - 1 } : null;
  };

  return {
    phoneKey: async () => {
      const known = await read('phone');
      if (typeof known === 'string') return known;
      const fresh = base64url(crypto.getRandomValues(new Uint8Array(32)));
      await write('phone', fresh);
      return fresh;
    },
    keep: async (secret, text, pin) => {
      const { place, key } = await derivedFrom(crypto, secret, pin);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8.encode(text));
      const kept: Kept = pin === undefined ? { iv, box } : { iv, box, left: COPY_TRIES };
      await write(place, kept);
    },
    open: async (secret) => {
      const { place, key } = await derivedFrom(crypto, secret);
      const kept = await read(place);
      return isKept(kept) && !wantsPin(kept) ? opened(key, kept) : null;
    },
    triesLeft: async (secret) => {
      const { place } = await derivedFrom(crypto, secret);
      const kept = await read(place);
      if (wantsPin(kept) && kept.left > 0) return kept.left;
      // its last try was counted, and then the power went
      if (wantsPin(kept)) await remove(secret);
      return null;
    },
    // Argon2id is a program of its own, fetched when a plan wants a PIN.
    stretch: async (secret, pin) => (await import('./plan-pin.ts')).stretchPlanPin(secret, pin),
    openWith: async (secret, pin) => {
      const { place, key } = await derivedFrom(crypto, secret, pin);
      const kept = await countedTry(place);
      if (kept === null) return null;
      const text = kept.left < 0 ? null : await opened(key, kept);
      if (text !== null) {
        await write(place, { ...kept, left: COPY_TRIES });
        return { text };
      }
      if (kept.left <= 0) await remove(secret);
      return { left: Math.max(0, kept.left) };
    },
    isSignedIn: async (secret) => {
      const { place } = await derivedFrom(crypto, secret);
      return (await read('signed in')) === place;
    },
    markSignedIn: async (secret) => {
      const { place } = await derivedFrom(crypto, secret);
      await write('signed in', place);
    },
    language: async () => {
      const tag = await read('language');
      return typeof tag === 'string' ? tag : null;
    },
    keepLanguage: (tag) => write('language', tag),
    remove,
  };
};
