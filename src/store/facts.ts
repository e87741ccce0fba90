// The small facts of an open vault: where this device stands with the server, and up to where its own changes are settled.
import type { Collection } from 'dexie';
import * as z from 'zod/mini';
import { goneSchema, type Gone } from '#domain/receipt.ts';
import type { ChangeRow, DeviceDatabase, MetaRow, Tables } from './database.ts';
import { readGrown } from './growth.ts';

/** Small facts of this device; `sealed`: the highest number whose change may have left; `rev`: counts pages written. */
export type Facts = {
  readonly device: string;
  readonly cursor: string | null;
  readonly sealed: number;
  readonly rev: number;
  readonly expect: number | null;
  /** When the server last answered in full, by this device's clock (ISO), and how far that clock is off (ms). */
  readonly lastSuccess: string | null;
  readonly clockOffset: number;
  /** Up to this number every own change is folded into what was pulled, or refused: the folded ones are the journal. */
  readonly settled: number;
  /** The numbers of refused changes: they are read at every unlock, wherever they stand. */
  readonly refused: readonly number[];
  /** Up to here the own numbers are inside a verified backup of the server; up to `trimmed` the journal is cut. */
  readonly safe: number;
  readonly trimmed: number;
  /** How the names of the shown pages begin. A reading that began anew gathers pages of its own beside them. */
  readonly generation: string;
  readonly gathering: string | null;
  /** Everything up to this number of the server has been told, own changes too: an older receipt brings nothing new. */
  readonly told: number;
  /** Own changes that were accepted and have no place yet in what was pulled. Should such a row be lost, nobody tells of it. */
  readonly unfolded: readonly number[];
  /** Own changes that lie with the new owner of their case: number and date are shown here, nothing else (S10). */
  readonly handed: readonly Handed[];
  /** Own changes that came too late for an erased case: the same (S11). */
  readonly erased: readonly Handed[];
  /**
   * What this device was told to let go of and could not yet. It remembers that by itself: a copy of its profile may have
   * said for both that it is gone, and then nobody tells it again (S10, S2).
   */
  readonly held: readonly Gone[];
};

/**
 * A cursor that no server knows: the reading begins anew, and what it does not bring is not kept. A device without a cursor
 * holds nothing, so nothing would be taken from it.
 */
export const ANEW = 'anew';

/** How the names of the rows begin that hold the saved list of cases; no fact's name lies between these two. */
export const INDEX = 'index';
const AFTER_INDEX = `${INDEX}~`;
/** The rows of the saved list of cases, or those of one part of it. */
export const indexRows = ({ meta }: Tables, part?: string): Collection<MetaRow, string> => {
  const begin = part === undefined ? INDEX : `${INDEX}-${part}`;
  return meta.where(':id').between(begin, `${begin}~`);
};

/** What is shown on its author's device of a change that is not there any more. */
export type Handed = { readonly number: number; readonly at: string };

const handedSchema = z.array(z.object({ number: z.number(), at: z.string() }));
const numbersSchema = z.array(z.number());
const heldSchema = z.array(goneSchema);

type Values = ReadonlyMap<string, MetaRow['value']>;

const text = (values: Values, key: keyof Facts): string | null => {
  const value = values.get(key);
  return typeof value === 'string' && value !== '' ? value : null;
};
const count = (values: Values, key: keyof Facts): number | null => {
  const value = values.get(key);
  return typeof value === 'number' ? value : null;
};

const keys: readonly (keyof Facts)[] = [
  ...(['device', 'cursor', 'sealed', 'rev', 'expect', 'lastSuccess', 'clockOffset'] as const),
  ...([
    'settled',
    'refused',
    'safe',
    'trimmed',
    'generation',
    'gathering',
    'told',
    'unfolded',
    'handed',
    'erased',
    'held',
  ] as const),
];

const factsOf = (values: Values): Facts => ({
  device: text(values, 'device') ?? '',
  cursor: text(values, 'cursor'),
  sealed: count(values, 'sealed') ?? 0,
  rev: count(values, 'rev') ?? 0,
  expect: count(values, 'expect'),
  lastSuccess: text(values, 'lastSuccess'),
  clockOffset: count(values, 'clockOffset') ?? 0,
  settled: count(values, 'settled') ?? 0,
  refused: numbersSchema.parse(JSON.parse(text(values, 'refused') ?? '[]')),
  safe: count(values, 'safe') ?? 0,
  trimmed: count(values, 'trimmed') ?? 0,
  generation: text(values, 'generation') ?? '',
  gathering: text(values, 'gathering'),
  told: count(values, 'told') ?? 0,
  unfolded: numbersSchema.parse(JSON.parse(text(values, 'unfolded') ?? '[]')),
  handed: handedSchema.parse(JSON.parse(text(values, 'handed') ?? '[]')),
  erased: handedSchema.parse(JSON.parse(text(values, 'erased') ?? '[]')),
  held: heldSchema.parse(JSON.parse(text(values, 'held') ?? '[]')),
});

/** Reads the small facts, also inside a transaction: in two strokes around the saved list of cases, which is large. */
export const readFacts = async ({ meta }: Tables): Promise<Facts> => {
  const rows = await Promise.all([
    meta.where(':id').below(INDEX).toArray(),
    meta.where(':id').above(AFTER_INDEX).toArray(),
  ]);
  return factsOf(new Map(rows.flat().map(({ key, value }) => [key, value])));
};

const valueOf = (fact: Facts[keyof Facts]): MetaRow['value'] => {
  if (fact === null) return '';
  return typeof fact === 'object' ? JSON.stringify(fact) : fact;
};

/** The rows of the facts that have changed. */
export const rowsOfFacts = (before: Facts, after: Facts): readonly MetaRow[] =>
  keys.flatMap((key): MetaRow[] => {
    if (after[key] === before[key] || valueOf(after[key]) === valueOf(before[key])) return [];
    return [{ key, value: valueOf(after[key]) }];
  });

/** The facts, the own changes that are neither folded nor taken back, and the highest number a row bears. */
export type Own = {
  readonly facts: Facts;
  readonly rows: readonly ChangeRow[];
  readonly last: number;
  /** As of which growth the rows were read. */
  readonly grown: number;
};

/** The highest number that any own change bears on the disk; within a transaction. */
export const lastNumber = async ({ changes }: Tables): Promise<number> => {
  const [last = 0] = await changes.orderBy(':id').reverse().limit(1).primaryKeys();
  return last;
};

/** Reads what waits and what was refused. The journal stays closed: it may hold months (S12). */
export const readOwn = (database: DeviceDatabase): Promise<Own> =>
  database.transaction('r', database.changes, database.meta, async () => {
    const { changes } = database;
    const [facts, last, grown] = await Promise.all([
      readFacts(database),
      lastNumber(database),
      readGrown(database),
    ]);
    const before = facts.refused.filter((number) => number <= facts.settled);
    const isSettled = last <= facts.settled;
    const later = isSettled ? [] : await changes.where(':id').above(facts.settled).toArray();
    const refused = before.length === 0 ? [] : await changes.bulkGet(before);
    const rows = [...refused.filter((row) => row !== undefined), ...later.filter((row) => !row.folded)];
    return { facts, rows, last, grown };
  });
