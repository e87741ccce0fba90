// What waits for the transfer, told by case and in words a person can check: which kind of entry, which fields.
import type { WaitingEntry } from '#store/store.ts';

/** The fields that wait in one kind of entry: names of leaves, or of the list an item stands in. */
export type WaitingKind = { readonly kind: string; readonly fields: readonly string[] };

/** What waits of one case (null: of the county), with the times of its oldest and its newest entry. */
export type WaitingCase = {
  readonly caseId: string | null;
  readonly kinds: readonly WaitingKind[];
  readonly oldest: string;
  readonly newest: string;
};

/** "jobs/j1/title" is a change in the jobs. */
const fieldOf = (path: string): string => path.split('/')[0] ?? path;

const kindsOf = (entries: readonly WaitingEntry[]): WaitingKind[] =>
  [...new Set(entries.map(({ kind }) => kind))].map((kind) => ({
    kind,
    fields: fieldsOf(entries.filter((entry) => entry.kind === kind)),
  }));

/** The fields that entries touch, each once, in the order they were touched. */
export const fieldsOf = (entries: readonly Pick<WaitingEntry, 'paths'>[]): string[] => [
  ...new Set(entries.flatMap(({ paths }) => paths.map(fieldOf))),
];

/** Puts what waits together by case; the case last worked on comes first. */
export const waitingByCase = (entries: readonly WaitingEntry[]): WaitingCase[] => {
  const byCase = new Map<string | null, WaitingEntry[]>();
  for (const entry of entries) byCase.set(entry.caseId, [...(byCase.get(entry.caseId) ?? []), entry]);
  return [...byCase]
    .map(([caseId, own]): WaitingCase => {
      const times = own.map(({ at }) => at).sort();
      return { caseId, kinds: kindsOf(own), oldest: times[0] ?? '', newest: times.at(-1) ?? '' };
    })
    .sort((a, b) => (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0));
};

/** What a person should be warned of, the worst only. */
export type TransferWarning = 'days' | 'day' | 'clock' | null;

const HOUR = 3_600_000;
/** From here on waiting is told as a warning, then as a worry. */
const LONG = 24 * HOUR;
const TOO_LONG = 72 * HOUR;
/** How far off a clock may be. The sync does not mind; times on the screen would be wrong. */
const CLOCK = 120_000;

/**
 * Looks for what somebody should know.
 * @param oldest when the oldest entry was saved, by this device's clock
 * @param clockOffset how far this device's clock is off, in milliseconds
 */
export const transferWarning = (oldest: string | null, clockOffset: number, now: Date): TransferWarning => {
  const age = oldest === null ? 0 : now.getTime() - Date.parse(oldest);
  if (age > TOO_LONG) return 'days';
  if (Math.abs(clockOffset) > CLOCK) return 'clock';
  return age > LONG ? 'day' : null;
};

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people say them: the figure and its unit, 1000 to a step. */
export const roundBytes = (
  bytes: number,
): { readonly figure: number; readonly unit: (typeof UNITS)[number] } => {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1));
  const exact = bytes / 1000 ** (step + 1);
  return { figure: exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact), unit: UNITS[step] ?? 'kB' };
};
