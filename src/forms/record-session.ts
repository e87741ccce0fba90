// What hands do to one record: which leaves they touched, what those showed when they were opened, and when it is saved.
import type { Edit } from '#domain/change.ts';
import { isSameJson, type Json } from '#domain/json.ts';
import { isGonePath } from '#domain/path.ts';
import { headsOf, type KindDefinition, type VersionedRecord } from '#domain/record.ts';
import type { Store } from '#store/store.ts';
import {
  draftToEntry,
  entryToDraft,
  isLeft,
  isUnsaved,
  openEntry,
  readyOf,
  seenAfterSave,
  type Entry,
  type Ready,
} from './entries.ts';
import { deedOf, isHeld, isWorthWriting, ordersOf, type Beginning } from './entries-to-deed.ts';
import { judge, type Problem, type Reading } from './judging.ts';

/** How long what was typed may lie in a field alone: with the write, half a second at most. Milliseconds. */
export const PAUSE = 300;

/** How one leaf stands in the form. `raw` is what the field holds; undefined: it shows what is stored. */
export type LeafState = {
  readonly raw: Json | undefined;
  readonly problem: Problem | undefined;
  readonly isSaved: boolean;
  readonly isFailed: boolean;
};

/**
 * `shown`: the record as the screen showed it, where that may be older than the store's. `quiet`: the field itself holds
 * what was typed, so that nothing has to be drawn anew at every key.
 */
export type Touch = { readonly shown?: VersionedRecord | undefined; readonly quiet?: boolean };

export type SessionState = 'resting' | 'saved' | 'storage-full' | 'storage-failed';

export type RecordSession = {
  /** The record as it is shown now. */
  readonly record: () => VersionedRecord | undefined;
  /** A field is entered: from here on it is known what it showed. */
  readonly focus: (path: string) => void;
  /** A hand changed a leaf. */
  readonly touch: (path: string, raw: Json, reading: Reading, how?: Touch) => void;
  readonly blur: (path: string) => Promise<void>;
  readonly leaf: (path: string, reading: Reading) => LeafState;
  /** Whether a hand is at this leaf: then values from others do not change what stands in the field. */
  readonly isEdited: (path: string) => boolean;
  /** The place of a new item; written along with its first touched leaf. */
  readonly place: (map: string, item: string, order: string) => void;
  /** Saves all that was touched. False if the disk did not take it. */
  readonly flush: () => Promise<boolean>;
  /** Writes at once, as one deed: adding, removing, moving, closing. Further edits belong to the same deed. */
  readonly write: (set: Edit['set'], more?: readonly Edit[]) => Promise<boolean>;
  readonly isDirty: () => boolean;
  readonly state: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Grows with every alteration a screen must show. */
  readonly version: () => number;
};

type SessionOptions = {
  readonly store: Pick<Store, 'read' | 'write' | 'drafts'>;
  readonly caseId: string;
  readonly kind: KindDefinition;
  readonly recordId: string;
  readonly beginning?: Beginning | undefined;
  readonly pause?: number;
};

/** Opens the form of one record. Nothing is written until a hand touches something. */
export const createRecordSession = ({
  store,
  caseId,
  kind,
  recordId,
  beginning,
  pause = PAUSE,
}: SessionOptions): RecordSession => {
  const entries = new Map<string, Entry>();
  const places = new Map<string, string>();
  const listeners = new Set<() => void>();
  let version = 0;
  let state: SessionState = 'resting';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> = Promise.resolve(true);

  const record = (): VersionedRecord | undefined => store.read(caseId)?.records.get(recordId);
  const draftPlace = (path: string): string => `${recordId}|${path}`;
  const tell = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const open = (path: string, shown = record()): Entry => {
    const entry = entries.get(path) ?? openEntry(shown, path);
    entries.set(path, entry);
    return entry;
  };
  /** What a record that is not there yet begins with. */
  const start = (): Beginning | undefined => (record() === undefined ? beginning : undefined);

  const settleDraft = async (path: string, entry: Entry): Promise<void> => {
    if (entry.raw === undefined) return;
    await store.drafts.put(draftPlace(path), entryToDraft(entry, entry.raw), caseId);
    if (entry.state === 'touched') entry.state = 'draft';
  };

  const settleSaved = async (ready: Ready): Promise<void> => {
    const { path, entry, raw } = ready;
    entry.seen = seenAfterSave(record(), ready);
    if (isSameJson(entry.raw, raw)) entry.state = 'saved';
    await store.drafts.remove(draftPlace(path));
  };

  const saveOnce = async (): Promise<boolean> => {
    const ready = readyOf(entries);
    if (isHeld(start(), ready)) return true;
    const wrong = [...entries].filter(([, entry]) => entry.state === 'touched' && entry.judged?.ok === false);
    try {
      for (const [path, entry] of wrong) await settleDraft(path, entry);
    } catch {
      // The same disk that takes no draft takes no change: the text stays in its field and the form says so.
      state = 'storage-failed';
      tell();
      return false;
    }
    const worth = ready.filter((one) => isWorthWriting(record(), one));
    const orders = ordersOf(places, [...worth.map(({ path }) => path), ...wrong.map(([path]) => path)]);
    const isNew = wrong.length > 0 && start() !== undefined;
    const isWorth = worth.length > 0 || Object.keys(orders).length > 0 || isNew;
    if (isWorth) {
      const saved = await store.write(deedOf({ caseId, kind: kind.name, recordId }, start(), worth, orders));
      if (!saved.ok) {
        for (const { entry, raw } of ready) if (isSameJson(entry.raw, raw)) entry.state = 'failed';
        state = saved.error.type;
        tell();
        return false;
      }
    }
    for (const one of ready) await settleSaved(one);
    for (const path of Object.keys(orders)) places.delete(path.slice(0, path.lastIndexOf('/')));
    if (isWorth) state = 'saved';
    else if (state !== 'saved') state = 'resting';
    for (const [path, entry] of entries) if (isLeft(entry)) entries.delete(path);
    if (ready.length > 0 || wrong.length > 0) tell();
    return true;
  };

  /** With an item its drafts go too: nobody would find them again. */
  const forgetDrafts = async (set: Edit['set']): Promise<void> => {
    const prefixes = Object.entries(set).flatMap(([path, value]) =>
      isGonePath(path) && value === true ? [path.slice(0, -'gone'.length)] : [],
    );
    for (const path of entries.keys()) {
      if (!prefixes.some((prefix) => path.startsWith(prefix))) continue;
      entries.delete(path);
      await store.drafts.remove(draftPlace(path));
    }
  };

  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(saveOnce);
    return running;
  };

  return {
    record,
    focus: (path) => {
      const entry = open(path);
      if (entry.state === 'open') entry.seen = headsOf(record(), path);
      entry.isFocused = true;
    },
    touch: (path, raw, reading, { shown, quiet = false } = {}) => {
      const entry = open(path, shown);
      const wasSaid = entry.isTold || entry.state === 'failed' || entry.state === 'saved';
      entry.raw = raw;
      entry.judged = judge(kind, path, reading, raw);
      if (entry.judged.ok) entry.isTold = false;
      entry.state = 'touched';
      // From the first key on, not from the last: who types without a pause is saved all the same.
      timer ??= setTimeout(() => void flush(), pause);
      if (!quiet || wasSaid) tell();
    },
    blur: async (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return;
      entry.isFocused = false;
      entry.isTold = entry.judged?.ok === false;
      if (isLeft(entry)) {
        entries.delete(path);
        tell();
      } else await flush();
    },
    leaf: (path, reading) => {
      const draft = (): Entry | undefined =>
        draftToEntry(store.drafts.get(draftPlace(path)), kind, path, reading);
      const entry = entries.get(path) ?? draft();
      if (entry !== undefined) entries.set(path, entry);
      return {
        raw: entry?.raw,
        problem: entry?.isTold === true && entry.judged?.ok === false ? entry.judged.error : undefined,
        isSaved: entry?.state === 'saved',
        isFailed: entry?.state === 'failed',
      };
    },
    isEdited: (path) => entries.has(path),
    place: (map, item, order) => void places.set(`${map}/${item}`, order),
    flush,
    write: async (set, more = []) => {
      await flush();
      const saved = await store.write([{ caseId, kind: kind.name, recordId, set }, ...more]);
      state = saved.ok ? 'saved' : saved.error.type;
      if (saved.ok) await forgetDrafts(set);
      tell();
      return saved.ok;
    },
    isDirty: () => [...entries.values()].some(isUnsaved),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    version: () => version,
  };
};
