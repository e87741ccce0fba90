// What hands do to one record: which leaves they touched, what those showed when they were opened, and when it is saved.
import type { Edit } from '#domain/change.ts';
import { isSameJson, jsonSchema, type Json } from '#domain/json.ts';
import { isGonePath, itemPath, partsOfPath } from '#domain/path.ts';
import { headsOf, isContestedAt, type KindDefinition, type VersionedRecord } from '#domain/record.ts';
import { z } from 'zod';
import type { Store } from '#store/store.ts';
import { judge, type Judged, type Problem, type Reading } from './judging.ts';

/** How long what was typed may lie in a field alone: with the write, half a second at most. Milliseconds. */
export const PAUSE = 300;

/** `touched`: not on the disk yet. `draft`: cannot be valid, kept aside. `failed`: the disk did not take it. */
type State = 'open' | 'touched' | 'saved' | 'draft' | 'failed';
type Entry = {
  seen: readonly string[];
  isFocused: boolean;
  state: State;
  raw: Json | undefined;
  judged: Judged | undefined;
  /** Whether a problem is said: not before the field was left once, then with every key until it is mended. */
  isTold: boolean;
};

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

const draftSchema = z.strictObject({ raw: jsonSchema, seen: z.array(z.string()) });
const readDraft = (text: string | undefined): z.infer<typeof draftSchema> | undefined => {
  if (text === undefined) return undefined;
  const parsed = draftSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
};

/**
 * What a new record begins with: leaves written along with the first touched one, further edits of the same deed, and the
 * beginning of the paths of which one must have a value before anything is written at all.
 */
export type Beginning = {
  readonly set: Edit['set'];
  readonly more?: readonly Edit[];
  readonly needs?: string;
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
    const known = entries.get(path);
    if (known !== undefined) return known;
    const entry: Entry = {
      seen: headsOf(shown, path),
      isFocused: false,
      state: 'open',
      raw: undefined,
      judged: undefined,
      isTold: false,
    };
    entries.set(path, entry);
    return entry;
  };

  /** After an own save the author has also seen what he wrote himself; what came from others meanwhile he has not. */
  const seeOwn = (path: string, entry: Entry, value: Json): void => {
    const after = record();
    if (after === undefined) return;
    const versions = isContestedAt(after, path) ? (after.versions[path] ?? []) : undefined;
    const own =
      versions === undefined
        ? headsOf(after, path).filter(() => isSameJson(after.values[path], value))
        : versions.filter((one) => isSameJson(one.value, value)).map(({ change }) => change);
    entry.seen = [...new Set([...entry.seen, ...own])];
  };

  const isLeft = ({ isFocused, state: at }: Entry): boolean =>
    !isFocused && (at === 'open' || at === 'saved');

  const settleDraft = async (path: string, entry: Entry): Promise<void> => {
    if (entry.raw === undefined) return;
    await store.drafts.put(draftPlace(path), JSON.stringify({ raw: entry.raw, seen: entry.seen }), caseId);
    if (entry.state === 'touched') entry.state = 'draft';
  };

  type Ready = { readonly path: string; readonly entry: Entry; readonly value: Json; readonly raw: Json };

  const readyOf = (): Ready[] =>
    [...entries].flatMap(([path, entry]) => {
      if (entry.state !== 'touched' && entry.state !== 'failed') return [];
      if (entry.judged?.ok !== true || entry.raw === undefined) return [];
      return [{ path, entry, value: entry.judged.value, raw: entry.raw }];
    });

  const isWorthWriting = ({ path, value }: Ready): boolean => {
    const shown = record();
    if (shown !== undefined && isContestedAt(shown, path)) return true;
    return !isSameJson(shown?.values[path] ?? null, value);
  };

  const deedOf = (ready: readonly Ready[], newOrders: Readonly<Record<string, string>>): Edit[] => {
    const start = record() === undefined ? beginning : undefined;
    const values = Object.fromEntries(ready.map(({ path, value }) => [path, value]));
    const seen = Object.fromEntries(ready.map(({ path, entry }) => [path, entry.seen]));
    const set = { ...start?.set, ...values, ...newOrders };
    return [...(start?.more ?? []), { caseId, kind: kind.name, recordId, set, seen }];
  };

  /** A new record may need something before it is worth being: a case without any name would be nobody's. */
  const isHeld = (ready: readonly Ready[]): boolean => {
    const needs = record() === undefined ? beginning?.needs : undefined;
    return needs !== undefined && !ready.some(({ path, value }) => path.startsWith(needs) && value !== null);
  };

  /** The places of new items that a hand has touched, also where what was typed is still a draft: the item stays. */
  const ordersOf = (paths: readonly string[]): Record<string, string> => {
    const orders: Record<string, string> = {};
    for (const path of paths) {
      const { map, item } = partsOfPath(path);
      const order = map === undefined || item === undefined ? undefined : places.get(`${map}/${item}`);
      if (map !== undefined && item !== undefined && order !== undefined)
        orders[itemPath(map, item, 'order')] = order;
    }
    return orders;
  };

  const settleSaved = async ({ path, entry, value, raw }: Ready): Promise<void> => {
    seeOwn(path, entry, value);
    if (isSameJson(entry.raw, raw)) entry.state = 'saved';
    await store.drafts.remove(draftPlace(path));
  };

  const saveOnce = async (): Promise<boolean> => {
    const ready = readyOf();
    if (isHeld(ready)) return true;
    const wrong = [...entries].filter(([, entry]) => entry.state === 'touched' && entry.judged?.ok === false);
    try {
      for (const [path, entry] of wrong) await settleDraft(path, entry);
    } catch {
      // The same disk that takes no draft takes no change: the text stays in its field and the form says so.
      state = 'storage-failed';
      tell();
      return false;
    }
    const worth = ready.filter(isWorthWriting);
    const orders = ordersOf([...worth.map(({ path }) => path), ...wrong.map(([path]) => path)]);
    const isNew = wrong.length > 0 && record() === undefined && beginning !== undefined;
    const isWorth = worth.length > 0 || Object.keys(orders).length > 0 || isNew;
    if (isWorth) {
      const saved = await store.write(deedOf(worth, orders));
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
      let entry = entries.get(path);
      if (entry === undefined) {
        const draft = readDraft(store.drafts.get(draftPlace(path)));
        if (draft !== undefined) {
          entry = {
            seen: draft.seen,
            isFocused: false,
            state: 'draft',
            raw: draft.raw,
            judged: judge(kind, path, reading, draft.raw),
            isTold: true,
          };
          entries.set(path, entry);
        }
      }
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
    isDirty: () =>
      [...entries.values()].some((entry) => entry.state === 'touched' || entry.state === 'failed'),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    version: () => version,
  };
};
