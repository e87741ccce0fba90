// What runs while a vault is open: the store, the transfer with the server, the tabs that lock together.
import { fail, ok, type Failure, type Result } from '#domain/result.ts';
import type { Confirmation, KnownDevice } from '#features/ports.tsx';
import type { Session } from '#protocol/session.ts';
import { quickSyncResponseSchema } from '#protocol/sync.ts';
import { openStore, type Store } from '#store/store.ts';
import type { PinLock } from '#store/pin.ts';
import type { KnownUser, Vaults } from '#store/vaults.ts';
import { call, connectLine } from '#sync/http.ts';
import { runRound } from '#sync/round.ts';
import type { SessionPort } from '#sync/session-port.ts';
import { startTransfer, type Transfer } from '#sync/transfer.ts';
import { startAutoLock } from './auto-lock.ts';
import { sayFarewell } from './farewell.ts';
import type { Passkeys } from './passkeys.ts';
import { createStanding, type Unlocked } from './session.ts';
import { createStandingWatch } from './standing.ts';
import { createLockWorld, createTab } from './tab.ts';
import { createWatched, type Watched } from './watched.ts';
import { createWaysIn, type WaysIn } from './ways-in.ts';

/** Everything the screens of a signed-in person stand on. */
export type OpenSession = {
  readonly store: Store;
  readonly transfer: Transfer;
  readonly session: Watched<Session>;
  /** By the password, or by a passkey that she is asked for. */
  readonly signInAgain: (confirmation: Confirmation) => Promise<Result<void, Failure>>;
  readonly waysIn: WaysIn;
  readonly devices: {
    readonly list: () => Promise<Result<readonly KnownDevice[], Failure>>;
    readonly revoke: (confirmation: Confirmation, device: string) => Promise<Result<void, Failure>>;
  };
  readonly renameDevice: (name: string) => Promise<Result<void, Failure>>;
  readonly changePassword: (before: string, after: string) => Promise<Result<void, Failure>>;
  readonly pin: {
    readonly isSet: Watched<boolean>;
    readonly set: (confirmation: Confirmation, pin: string) => Promise<Result<void, Failure>>;
    readonly remove: () => Promise<void>;
  };
  /**
   * Closes everything in this tab and the others. It comes back only if something could not be saved: then the next time
   * closes all the same.
   */
  readonly lock: () => Promise<void>;
};

/** A vault that is locked while the page lives on: nothing of it is in memory but its key under the PIN. */
export type Resting = {
  readonly person: KnownUser;
  readonly pin: PinLock;
  /** How many own changes the server has not got yet. */
  readonly waiting: number;
  /** The vault is closed when this resolves. */
  readonly closed: Promise<void>;
};

type Surroundings = {
  readonly vaults: Vaults;
  readonly port: SessionPort;
  readonly passkeys: Passkeys;
  readonly deviceName: string;
  /** Brings what a hand has touched to the disk; false if something could not be saved. */
  readonly flush: () => Promise<boolean>;
  /** Takes everything off the page, and out of its memory: what comes next is the lock by PIN, or nothing. */
  readonly clear: (resting: Resting | undefined) => void;
};

const channelOf = (name: string): BroadcastChannel | undefined =>
  'BroadcastChannel' in window ? new BroadcastChannel(name) : undefined;

/** What waits, as one word: another word means that something was saved. */
const waitingWord = (store: Store): string => {
  const { waiting } = store.transfer();
  return waiting.map(({ number, at }) => `${number} ${at}`).join();
};

/** Opens the store of an unlocked vault and begins to transfer. */
export const openSession = async (unlocked: Unlocked, surroundings: Surroundings): Promise<OpenSession> => {
  const { vaults, port, passkeys, deviceName, flush, clear } = surroundings;
  const { database, key, user } = unlocked.vault;
  const world = { now: () => new Date(), newId: () => crypto.randomUUID() };
  const session = createWatched(unlocked.session);
  const store = await openStore(database, key, user, world, channelOf(database.name));
  const standing = createStanding(unlocked, port, async (found) => {
    session.set(found);
    await vaults.keepSession(user, JSON.stringify(found));
  });

  const transferOnce = async () => {
    const isKnown = await standing.ensure();
    if (!isKnown.ok) return isKnown;
    return runRound({
      store,
      send: (request) => call('/api/sync', quickSyncResponseSchema, request),
      register: port.registerDevice,
      flush,
      deviceName,
      ...world,
    });
  };
  const standingWatch = createStandingWatch(vaults, port, user);
  const round = async () => {
    const done = await transferOnce();
    const { device, waiting } = store.transfer();
    if (await standingWatch.isRevoked(device, waiting.length, done)) await empty();
    return done;
  };
  const name = `transfer ${database.name}`;
  const connect = (signal: AbortSignal) => connectLine(store.transfer().device, signal);
  const woke = (): void => void store.catchUp();
  const transfer = startTransfer({ round, connect, random: Math.random, woke, name }, createTab(name));
  let seen = waitingWord(store);
  store.subscribe(() => {
    const word = waitingWord(store);
    if (word === seen) return;
    seen = word;
    if (word !== '') transfer.soon();
  });

  const waysIn = createWaysIn({ vaults, port, passkeys, session }, await vaults.waysOf(user));
  const others = channelOf(`lock ${database.name}`);
  const isPinSet = createWatched(unlocked.vault.pin !== undefined);
  let { pin } = unlocked.vault;
  let isWarned = false;
  let isClosing = false;
  /** @param place where the next unlocking begins, where no PIN leads back to this page */
  const close = async (place: string): Promise<void> => {
    if (isClosing) return;
    isClosing = true;
    watch.stop();
    others?.close();
    transfer.stop();
    if (pin !== undefined && pin.left() > 0) {
      const { id, login, name: shown } = session.get().user;
      const { waiting } = store.transfer();
      const person = { user: id, login, name: shown };
      return clear({ person, pin, waiting: waiting.length, closed: store.lock() });
    }
    clear(undefined);
    await Promise.all([sayFarewell(port), store.lock()]);
    window.location.replace(place);
    await new Promise(() => undefined); // the page ends here
  };
  /** The device was taken away: nothing of this vault stays on it. */
  const empty = async (): Promise<void> => {
    if (isClosing) return;
    isClosing = true;
    watch.stop();
    others?.postMessage('lock');
    others?.close();
    transfer.stop();
    pin?.forget();
    clear(undefined);
    await store.lock();
    await vaults.wipe(user);
    window.location.replace('/');
    await new Promise(() => undefined); // the page ends here
  };
  /** By itself, or because another tab was locked: what cannot be saved does not keep it open. */
  const closeHere = (): void => void flush().then(() => close(window.location.pathname));
  const watch = startAutoLock(createLockWorld(`rest ${database.name}`), () => {
    others?.postMessage('lock');
    closeHere();
  });
  others?.addEventListener('message', closeHere);

  return {
    store,
    transfer,
    session,
    waysIn,
    signInAgain: async (confirmation) => {
      const shown = await waysIn.show(confirmation);
      if (!shown.ok) return shown;
      if (shown.value.proof === undefined) return fail({ type: 'no-connection' });
      const signed = await standing.signInAgain(shown.value.proof);
      if (signed.ok) void transfer.now();
      return signed;
    },
    devices: {
      list: async () => {
        const found = await port.devices();
        return found.ok ? ok(found.value.devices) : found;
      },
      revoke: async (confirmation, device) => {
        const proved = await waysIn.prove(confirmation);
        if (!proved.ok) return proved;
        const revoked = await port.revokeDevice(device);
        if (!revoked.ok) return revoked;
        if (device === store.transfer().device) await empty();
        return ok(undefined);
      },
    },
    renameDevice: async (shown) => {
      const { device } = store.transfer();
      const renamed = await port.registerDevice({ device, name: shown, firstNumber: store.firstNumber() });
      if (!renamed.ok) return renamed;
      await transfer.now();
      return ok(undefined);
    },
    changePassword: async (before, after) => {
      const changed = await port.changePassword(before, after);
      if (!changed.ok) return changed;
      const opener = { by: 'password', password: before } as const;
      const added = await vaults.addWay(user, opener, { by: 'password', password: after });
      // A vault that the former password did not open goes on as it was.
      return added.ok || added.error.type === 'does-not-open' ? ok(undefined) : added;
    },
    pin: {
      isSet: isPinSet,
      set: async (confirmation, digits) => {
        const shown = await waysIn.show(confirmation);
        if (!shown.ok) return shown;
        const set = await vaults.setPin(user, shown.value.opener, digits);
        if (!set.ok) return set;
        pin?.forget();
        pin = set.value;
        isPinSet.set(true);
        return ok(undefined);
      },
      remove: async () => {
        await vaults.removePin(user);
        pin?.forget();
        pin = undefined;
        isPinSet.set(false);
      },
    },
    lock: async () => {
      const isSaved = await flush();
      if (!isSaved && !isWarned) {
        isWarned = true;
        return;
      }
      others?.postMessage('lock');
      await close('/');
    },
  };
};
