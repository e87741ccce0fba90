// Refused entries as a file: first as a person reads them, then as a program does. Whoever has the file can read it.
import type { WaitingEntry } from '#store/store.ts';

/** One entry in words. */
export type EntryInWords = {
  readonly who: string;
  readonly what: string;
  readonly when: string;
  readonly reason: string;
  readonly leaves: readonly { readonly label: string; readonly value: string }[];
};

/** The words around the entries. */
export type FileWords = {
  readonly title: string;
  readonly saved: string;
  readonly warning: string;
  readonly written: string;
  readonly reason: string;
  readonly forPrograms: string;
};

const RULE = '-'.repeat(72);

/** The text of the file. */
export const refusedFile = (
  entries: readonly { readonly entry: WaitingEntry; readonly words: EntryInWords }[],
  words: FileWords,
): string => {
  const read = entries.map(({ words: { who, what, when, reason, leaves } }) =>
    [
      `${who} · ${what}`,
      `${words.written}: ${when}`,
      `${words.reason}: ${reason}`,
      ...leaves.map(({ label, value }) => `  ${label}: ${value.replaceAll('\n', '\n    ')}`),
    ].join('\n'),
  );
  const kept = entries.map(({ entry: { number, deed, caseId, kind, recordId, set, at, refusal } }) => ({
    ...{ number, deed, caseId, kind, recordId, at, refusal, set },
  }));
  return [
    [words.title, words.saved, words.warning].join('\n'),
    ...read,
    `${RULE}\n${words.forPrograms}`,
    `${JSON.stringify({ refused: kept }, null, 2)}\n`,
  ].join('\n\n');
};
