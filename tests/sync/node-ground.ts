// A simulation in one process, which repeats itself: the real cipher without threads, chance from the seed, every turn of a
// table in memory counted.
import { createCipheriv, createDecipheriv, KeyObject } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Chance } from './chance.ts';
import type { Ground, Turns } from './ground.ts';
import { openServer } from './server.ts';

/** What the vault asks of the cipher. */
type Asked = { readonly iv: Uint8Array; readonly additionalData: Uint8Array };
const TAG = 16;

const createCipher = () => {
  const keys = new WeakMap<CryptoKey, KeyObject>();
  const keyOf = (key: CryptoKey): KeyObject => {
    const known = keys.get(key) ?? KeyObject.from(key);
    keys.set(key, known);
    return known;
  };
  return {
    encrypt: async (
      { iv, additionalData }: Asked,
      key: CryptoKey,
      text: Uint8Array,
    ): Promise<ArrayBuffer> => {
      const cipher = createCipheriv('aes-256-gcm', keyOf(key), iv).setAAD(additionalData);
      const sealed = new Uint8Array(text.byteLength + TAG);
      sealed.set(cipher.update(text));
      cipher.final();
      sealed.set(cipher.getAuthTag(), text.byteLength);
      return sealed.buffer;
    },
    decrypt: async ({ iv, additionalData }: Asked, key: CryptoKey, box: Uint8Array): Promise<ArrayBuffer> => {
      const end = box.byteLength - TAG;
      const cipher = createDecipheriv('aes-256-gcm', keyOf(key), iv).setAAD(additionalData);
      cipher.setAuthTag(box.subarray(end));
      const text = Uint8Array.from(cipher.update(box.subarray(0, end)));
      cipher.final();
      return text.buffer;
    },
  };
};

/**
 * WebCrypto works in other threads, and when they answer is nobody's choice: the same cipher runs here, in this thread.
 * The tables in memory take turns by `setImmediate`: each turn is counted, so that a crash can be put between any two.
 */
const takeTurns = (chance: Chance): Turns => {
  const before = globalThis.setImmediate;
  const { encrypt, decrypt } = createCipher();
  let [turns, blow]: [number, () => void] = [0, () => undefined];
  const counted = (task: () => void): unknown =>
    before(() => {
      if (turns > 0) {
        turns -= 1;
        if (turns === 0) blow();
      }
      task();
    });
  const put = (target: object, name: string, value: unknown): void => {
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  };
  const bytes = <T extends Uint8Array>(filled: T): T => {
    for (let index = 0; index < filled.length; index += 1) filled[index] = chance.under(256);
    return filled;
  };
  put(globalThis, 'setImmediate', counted);
  put(crypto.subtle, 'encrypt', encrypt);
  put(crypto.subtle, 'decrypt', decrypt);
  put(crypto, 'getRandomValues', bytes);
  put(crypto, 'randomUUID', () => [...bytes(new Uint8Array(16))].map((byte) => byte.toString(16)).join('-'));
  return {
    lightFuse: (after, burnt) => {
      [turns, blow] = [after, burnt];
    },
    putOut: () => {
      turns = 0;
    },
    settle: async () => {
      for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => before(resolve));
    },
    end: () => {
      put(globalThis, 'setImmediate', before);
      for (const name of ['encrypt', 'decrypt']) Reflect.deleteProperty(crypto.subtle, name);
      for (const name of ['getRandomValues', 'randomUUID']) Reflect.deleteProperty(crypto, name);
    },
  };
};

/** One process: the same seed goes the same way. */
export const node: Ground = {
  takeTurns,
  newEngine: () => ({ indexedDB: new IDBFactory(), IDBKeyRange }),
  openServer,
};
