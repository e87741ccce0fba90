// What the person's phone keeps: a key of its own, and the plan, encrypted under the secret that stands in the address.
// It stands apart from the staff's store on purpose: none of that reaches this phone.

/** The phone's copies. Two plans may live on one phone that a family shares. */
export type PlanCopy = {
  /** Made once, and on the disk before it is first sent. */
  readonly phoneKey: () => Promise<string>;
  readonly keep: (secret: string, text: string) => Promise<void>;
  /** What was kept under this secret; null if nothing, or if it cannot be opened. */
  readonly open: (secret: string) => Promise<string | null>;
  /** Whether the cookie of this phone is the one of this secret. */
  readonly isSignedIn: (secret: string) => Promise<boolean>;
  readonly markSignedIn: (secret: string) => Promise<void>;
  readonly remove: (secret: string) => Promise<void>;
  /** The language chosen on this phone: a killed browser forgets what it had only noted in passing. */
  readonly language: () => Promise<string | null>;
  readonly keepLanguage: (tag: string | null) => Promise<void>;
};

type Kept = { readonly iv: Uint8Array<ArrayBuffer>; readonly box: ArrayBuffer };

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'iv' in value &&
  value.iv instanceof Uint8Array &&
  'box' in value &&
  value.box instanceof ArrayBuffer;

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('the phone did not answer'));
    };
  });

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** 32 bytes → everything that is derived from them: where the copy lies, and what opens it. */
const derivedFrom = async (crypto: Crypto, secret: string) => {
  const master = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const by = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(info),
  });
  const place = await crypto.subtle.deriveBits(by('geleit plan place'), master, 128);
  const key = await crypto.subtle.deriveKey(
    by('geleit plan copy'),
    master,
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

  return {
    phoneKey: async () => {
      const known = await read('phone');
      if (typeof known === 'string') return known;
      const fresh = base64url(crypto.getRandomValues(new Uint8Array(32)));
      await write('phone', fresh);
      return fresh;
    },
    keep: async (secret, text) => {
      const { place, key } = await derivedFrom(crypto, secret);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
      await write(place, { iv, box });
    },
    open: async (secret) => {
      const { place, key } = await derivedFrom(crypto, secret);
      const kept = await read(place);
      if (!isKept(kept)) return null;
      try {
        const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, key, kept.box);
        return new TextDecoder().decode(bytes);
      } catch {
        return null; // damaged: it comes anew from the server
      }
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
    remove: async (secret) => {
      const { place } = await derivedFrom(crypto, secret);
      await inStore('readwrite', (store) => store.delete(place));
      if ((await read('signed in')) === place)
        await inStore('readwrite', (store) => store.delete('signed in'));
    },
  };
};
