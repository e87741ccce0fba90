// The door of what this device keeps. Screens write and read here, the sync sends and receives here; nobody else enters.
import * as z from 'zod/mini';
import type { CaseSummary } from '#domain/case-summary.ts';
import type { Edit } from '#domain/change.ts';
import type { Json } from '#domain/json.ts';
import type { Gone, Purged, Refusal } from '#domain/receipt.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { CaseFile } from './case-file.ts';
import { searchIn } from './caseload.ts';
import type { DeviceDatabase } from './database.ts';
import type { Drafts } from './drafts.ts';
import type { Handed } from './facts.ts';
import { isOfErasure, type Received } from './fold.ts';
import { takeOutgoing, type Outgoing } from './outgoing.ts';
import { trimJournal } from './journal.ts';
import { COUNTY, fileIdOf } from './pages.ts';
import { receive } from './receiving.ts';
import {
  filesOfDeed,
  giveUpRefused,
  resendRefused,
  takeBackRefused,
  type GivenUp,
  type Mended,
} from './refused.ts';
import { renewDevice } from './renewing.ts';
import { save, type World } from './saving.ts';
import { derive, filesOf, learnSearch, openShelf, refresh, saveIndex, type Shelf } from './shelf.ts';
import { tidyPages } from './tidying.ts';
import { failureOf, type StoreFailure } from './store-failure.ts';
import type { Waiting } from './waiting.ts';

/** An own change that waits for the server, or that it refused. */
export type WaitingEntry = {
  readonly number: number;
  /** Joins the entries that were accepted or refused together. */
  readonly deed: string;
  readonly caseId: string | null;
  readonly kind: string;
  readonly recordId: string;
  readonly paths: readonly string[];
  readonly set: Readonly<Record<string, Json>>;
  /** When it was saved, by this device's clock. */
  readonly at: string;
  readonly refusal: Refusal | null;
};

/** Where the transfer stands, for the screens. */
export type TransferFacts = {
  readonly waiting: readonly WaitingEntry[];
  readonly refused: readonly WaitingEntry[];
  readonly drafts: number;
  readonly lastSuccess: string | null;
  /** Own changes that lie with the new owner of their case: nothing is left of them here but number and date. */
  readonly handed: readonly Handed[];
  /** Own changes that came too late for an erased case: nothing but number and date is kept of them (S11). */
  readonly erased: readonly Handed[];
  /** How far this device's clock is off, in milliseconds (server minus device). */
  readonly clockOffset: number;
  readonly device: string;
};

/** What an open vault offers. Everything it gives out stays the same object until it changes. */
export type Store = {
  readonly user: string;
  readonly drafts: Drafts;
  /** Saves a deed: all of it, or none. When it resolves, it is on the disk of this device. */
  readonly write: (edits: readonly Edit[]) => Promise<Result<void, StoreFailure>>;
  /** All cases on this device in the order of their names. */
  readonly cases: () => readonly CaseSummary[];
  readonly caseById: (caseId: string) => CaseSummary | undefined;
  /**
   * The cases whose names, places, numbers hold every word of a text. What it looks through is read a moment after the
   * list; subscribers are told.
   */
  readonly search: (text: string) => readonly CaseSummary[];
  /** A case file if it is open; `open` takes it from the disk and keeps it current until `close`. */
  readonly read: (caseId: string) => CaseFile | undefined;
  readonly open: (caseId: string) => Promise<CaseFile>;
  readonly close: (caseId: string) => void;
  /** A case that left this device while it was open, and who leads it now. */
  readonly leftCase: (caseId: string) => Gone | undefined;
  /** The county's own records: staff, partners, offers. */
  readonly county: () => CaseFile;
  readonly transfer: () => TransferFacts;
  readonly subscribe: (listener: () => void) => () => void;
  /** For the sync alone. */
  readonly takeOutgoing: (most: number, largest: number) => Promise<Outgoing>;
  /** Takes an answer in; false if the device does not stand where it says, and what was asked from there does not follow. */
  readonly receive: (cursor: string | null, received: Received, isSaved?: boolean) => Promise<boolean>;
  /**
   * After a fork: goes on under another device id (S2). `others` are numbers of changes that need other ids. What the
   * server had taken under the former id is sent once more, for it may have been restored since (S12).
   */
  readonly renewDevice: (device: string, others?: readonly number[]) => Promise<void>;
  /** The first number whose change this device still has: a server that does not know the device begins there. */
  readonly firstNumber: () => number;
  /** Whether the server has counted this device's changes before: one that it has not must register first. */
  readonly isRegistered: () => boolean;
  /** Whether something waits to be let go of: a case whose unsent changes held it back, for the sync alone. */
  readonly isHolding: () => boolean;
  /** What the next request has to tell of purged cases, for the sync alone. */
  readonly purged: () => readonly Purged[];
  /** For a moment when nothing else is to be done: cuts the journal, brings changed files home to their pages. */
  readonly tidy: () => Promise<void>;
  /**
   * Sends the refused deed of a change anew, as it was or mended: new changes that rest on what their author had seen
   * then (S7). The refused ones are done with.
   */
  readonly resend: (number: number, mended?: Mended) => Promise<Result<void, StoreFailure>>;
  /** Reads what other tabs wrote while this one slept: what they told it then may be lost (S14). */
  readonly catchUp: () => Promise<void>;
  /** Lets go of what is said about changes that lie with the new owners of their cases: their author knows it. */
  readonly forgetHanded: () => Promise<void>;
  /** Takes away the refused deed of a change that its author gave up. */
  readonly discard: (number: number) => Promise<void>;
  /** Brings back what was given up, as long as the vault is open. */
  readonly takeBack: (number: number) => Promise<void>;
  /** Closes the vault: nothing readable stays in memory. */
  readonly lock: () => Promise<void>;
};

/** What the tabs of a device tell each other: which files were written. */
const tidingsSchema = z.object({ files: z.array(z.string()) });

const entryOf = ({ number, body, refusal }: Waiting): WaitingEntry => ({
  number,
  deed: body.deed,
  caseId: body.caseId,
  kind: body.kind,
  recordId: body.recordId,
  paths: Object.keys(body.set),
  set: body.set,
  at: body.at,
  refusal,
});

const transferOf = ({ waiting, facts, drafts }: Shelf): TransferFacts => {
  const entries = [...waiting.values()].sort((a, b) => a.number - b.number);
  return {
    waiting: entries.filter((entry) => entry.refusal === null && entry.seq === null).map(entryOf),
    refused: entries.filter((entry) => entry.refusal !== null).map(entryOf),
    drafts: drafts.count(),
    lastSuccess: facts.lastSuccess,
    clockOffset: facts.clockOffset,
    handed: facts.handed,
    erased: facts.erased,
    device: facts.device,
  };
};

/**
 * Opens the store of an unlocked vault.
 * @param key the vault's key
 * @param user the person signed in
 * @param channel tells the other tabs of this device what was written (S14); the store closes it when it locks
 */
export const openStore = async (
  database: DeviceDatabase,
  key: CryptoKey,
  user: string,
  world: World,
  channel?: BroadcastChannel,
): Promise<Store> => {
  const shelf = await openShelf(database, key, user);
  const listeners = new Set<() => void>();
  const looked = new Map<string, number>();
  const givenUp = new Map<number, GivenUp>();
  let transfer = transferOf(shelf);
  let turn: Promise<unknown> = Promise.resolve();

  const changed = (): void => {
    transfer = transferOf(shelf);
    for (const listener of [...listeners]) listener();
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  };
  const deriveFiles = async (ids: readonly string[]): Promise<void> => {
    derive(shelf, await shelf.pages.read(ids));
  };
  const tell = (files: readonly string[]): void => channel?.postMessage({ files });
  /** A file that somebody looks at may have gone and come back: with a reading that began anew, or with its case. */
  const reopen = async (): Promise<void> => {
    const ids = [...looked.keys()].filter(
      (id) => !shelf.files.has(id) && shelf.caseload.byId(id) !== undefined,
    );
    for (const [id, file] of ids.length === 0 ? [] : await filesOf(shelf, ids)) {
      shelf.files.set(id, file);
      shelf.left.delete(id);
    }
  };

  const hear = (event: MessageEvent<unknown>): void => {
    const told = tidingsSchema.safeParse(event.data);
    if (!told.success) return;
    const { files } = told.data;
    void inTurn(async () => {
      await refresh(
        shelf,
        files.filter((id) => typeof id === 'string'),
      );
      await reopen();
      changed();
    });
  };
  channel?.addEventListener('message', hear);
  // Whatever is asked of the store next waits for it, but the first list does not.
  void inTurn(async () => {
    await learnSearch(shelf);
    changed();
  });

  return {
    user,
    drafts: {
      ...shelf.drafts,
      put: async (place, text, caseId) => {
        await shelf.drafts.put(place, text, caseId);
        changed();
      },
      remove: async (place) => {
        await shelf.drafts.remove(place);
        changed();
      },
    },
    write: (edits) =>
      inTurn(async () => {
        try {
          const saved = await save(shelf, edits, world);
          shelf.waiting = new Map([
            ...shelf.waiting,
            ...saved.map((entry): [number, Waiting] => [entry.number, entry]),
          ]);
          shelf.last = Math.max(shelf.last, ...saved.map((entry) => entry.number));
          const files = [...new Set(edits.map((edit) => fileIdOf(edit.caseId)))];
          await deriveFiles(files);
          changed();
          tell(files);
          return ok(undefined);
        } catch (error) {
          return fail(failureOf(error));
        }
      }),
    cases: () => shelf.caseload.list(),
    caseById: (caseId) => shelf.caseload.byId(caseId),
    search: (text) => searchIn(shelf.caseload.list(), text),
    read: (caseId) => shelf.files.get(caseId),
    open: (caseId) => {
      looked.set(caseId, (looked.get(caseId) ?? 0) + 1);
      return inTurn(async () => {
        const file = (await filesOf(shelf, [caseId])).get(caseId) ?? { id: caseId, records: new Map() };
        if (shelf.files.has(caseId)) return file;
        if (looked.has(caseId)) shelf.files.set(caseId, file);
        changed();
        return file;
      });
    },
    close: (caseId) => {
      const others = (looked.get(caseId) ?? 1) - 1;
      if (others > 0) looked.set(caseId, others);
      else {
        looked.delete(caseId);
        shelf.files.delete(caseId);
      }
    },
    leftCase: (caseId) => shelf.left.get(caseId),
    county: () => shelf.files.get(COUNTY) ?? { id: COUNTY, records: new Map() },
    transfer: () => transfer,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    takeOutgoing: (most, largest) =>
      inTurn(async () => {
        const { waiting } = shelf;
        const outgoing = await takeOutgoing(shelf, most, largest);
        if (shelf.waiting !== waiting) changed();
        return outgoing;
      }),
    receive: (cursor, received, isSaved = true) =>
      inTurn(async () => {
        const taken = await receive(shelf, cursor, received, isSaved, world.now());
        if (isOfErasure(received)) givenUp.clear();
        if (taken === null) await refresh(shelf);
        await reopen();
        changed();
        if (taken !== null && (taken.files.length > 0 || received.receipts.length > 0)) tell(taken.files);
        return taken?.isWhole === true;
      }),
    renewDevice: (device, others = []) =>
      inTurn(async () => {
        const files = await renewDevice(shelf, device, others, world.newId);
        changed();
        tell(files);
      }),
    firstNumber: () => shelf.facts.trimmed + 1,
    isRegistered: () => shelf.facts.expect !== null,
    isHolding: () => shelf.facts.held.length > 0,
    purged: () => shelf.purged,
    tidy: () =>
      inTurn(async () => {
        await trimJournal(shelf);
        if (await tidyPages(shelf)) tell([]);
      }),
    resend: (number, mended = {}) =>
      inTurn(async () => {
        try {
          const files = await resendRefused(shelf, number, mended, world);
          await deriveFiles(files);
          changed();
          tell(files);
          return ok(undefined);
        } catch (error) {
          return fail(failureOf(error));
        }
      }),
    catchUp: () =>
      inTurn(async () => {
        await refresh(shelf);
        await reopen();
        changed();
      }),
    forgetHanded: () =>
      inTurn(async () => {
        await database.meta.delete('handed');
        shelf.facts = { ...shelf.facts, handed: [] };
        changed();
        tell([]);
      }),
    discard: (number) =>
      inTurn(async () => {
        const taken = await giveUpRefused(shelf, number);
        givenUp.set(number, taken);
        await deriveFiles(filesOfDeed(taken.entries));
        changed();
        tell(filesOfDeed(taken.entries));
      }),
    takeBack: (number) =>
      inTurn(async () => {
        const taken = givenUp.get(number);
        if (!givenUp.delete(number) || taken === undefined) return;
        await takeBackRefused(shelf, taken);
        changed();
        tell(filesOfDeed(taken.entries));
      }),
    lock: () =>
      inTurn(async () => {
        if (shelf.facts.rev !== shelf.indexRev) await saveIndex(shelf);
        channel?.removeEventListener('message', hear);
        channel?.close();
        database.close();
        shelf.pages.forgetTexts();
        shelf.files.clear();
        shelf.waiting = new Map();
        givenUp.clear();
        listeners.clear();
      }),
  };
};
