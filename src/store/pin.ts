// The PIN: opens a vault that was locked a moment ago, while the app is still alive. Nothing on the disk can be tried with it.
import * as z from 'zod/mini';
import { fail, ok, type Result } from '#domain/result.ts';
import type { DeviceDatabase } from './database.ts';
import { importOnce, seal, unseal } from './vault.ts';
import { stretch, unwrapUnder, wrapUnder, type Cost, type RawKey, type Wrapped } from './wraps.ts';

/** How many digits a PIN has, and how often it may be wrong. */
export const PIN_LENGTH = 6;
export const PIN_TRIES = 5;

/** Digits that go up or down by one all the way, such as 123456 and 987654. */
const isStaircase = (digits: readonly number[]): boolean =>
  [1, 9].some((step) =>
    digits.every((digit, index) => index === 0 || digit === ((digits[index - 1] ?? 0) + step) % 10),
  );

/** One or two digits, again and again, or the same three twice: 111111, 121212, 123123. */
const isRefrain = (pin: string): boolean =>
  [1, 2, 3].some((length) => pin === pin.slice(0, length).repeat(pin.length / length));

/** Whether a PIN has the right form and is not among the first that anybody tries. */
export const isGoodPin = (pin: string): boolean =>
  pin.length === PIN_LENGTH && /^\d+$/.test(pin) && !isStaircase([...pin].map(Number)) && !isRefrain(pin);

const ROW = 'pin';
const PLACE = 'meta|pin|1';

/** What lies in the vault of a PIN: what it was stretched to, so that the PIN itself is needed only at the lock. */
const keptSchema = z.object({
  salt: z.string(),
  memory: z.number(),
  passes: z.number(),
  stretched: z.string(),
});
type Kept = z.infer<typeof keptSchema>;

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string): RawKey => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** The vault's key under a PIN, in memory alone. */
type PinWrap = Cost & Wrapped & { readonly salt: Uint8Array };

export type PinFailure = { readonly type: 'wrong-pin'; readonly left: number };

/** A vault that a PIN opens, as long as this page lives. */
export type PinLock = {
  /** How many wrong PINs are left. */
  readonly left: () => number;
  /** The key, if the PIN is right; after the last wrong one nothing opens it any more. */
  readonly open: (pin: string) => Promise<Result<CryptoKey, PinFailure>>;
  /** Forgets the wrapped key. */
  readonly forget: () => void;
};

/** The tabs of a device count together: each tells the others how many tries are left. */
const createPinLock = (wrap: PinWrap, channel: BroadcastChannel | undefined): PinLock => {
  let kept: PinWrap | undefined = wrap;
  let left = PIN_TRIES;
  const leave = (now: number): void => {
    left = now;
    if (left <= 0) kept = undefined;
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number') leave(data);
  });
  return {
    left: () => left,
    forget: () => {
      leave(0);
      channel?.close();
    },
    open: async (pin) => {
      const tried = kept;
      if (tried === undefined) return fail({ type: 'wrong-pin', left: 0 });
      // Counted before it is tried: tries side by side are tries.
      leave(left - 1);
      const raw = await unwrapUnder(await stretch(pin, tried.salt, tried), tried);
      if (raw !== undefined) {
        kept = tried;
        left = PIN_TRIES;
      }
      channel?.postMessage(left);
      return raw === undefined ? fail({ type: 'wrong-pin', left }) : ok(await importOnce(raw));
    },
  };
};

const lockOf = async (
  { name }: DeviceDatabase,
  raw: RawKey,
  { salt, memory, passes, stretched }: Kept,
): Promise<PinLock> => {
  const under = await wrapUnder(toBytes(stretched), raw);
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`pin ${name}`) : undefined;
  return createPinLock({ salt: toBytes(salt), memory, passes, ...under }, channel);
};

/** The lock of an open vault by the PIN that was set in it; undefined if there is none. */
export const pinLockOf = async (
  database: DeviceDatabase,
  key: CryptoKey,
  raw: RawKey,
): Promise<PinLock | undefined> => {
  const value = (await database.meta.get(ROW))?.value;
  if (!(value instanceof Uint8Array)) return undefined;
  return lockOf(database, raw, keptSchema.parse(JSON.parse(await unseal(key, PLACE, value))));
};

/** Sets the PIN of a vault, or another one. */
export const setPin = async (
  database: DeviceDatabase,
  key: CryptoKey,
  raw: RawKey,
  pin: string,
  cost: Cost,
): Promise<PinLock> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const stretched = await stretch(pin, salt, cost);
  const kept: Kept = { salt: toText(salt), ...cost, stretched: toText(stretched) };
  stretched.fill(0);
  await database.meta.put({ key: ROW, value: await seal(key, PLACE, JSON.stringify(kept)) });
  return lockOf(database, raw, kept);
};

/** Takes the PIN of a vault away. */
export const removePin = (database: DeviceDatabase): Promise<void> => database.meta.delete(ROW);
