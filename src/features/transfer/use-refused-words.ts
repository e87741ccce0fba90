// Says refused entries in words: what was written, about whom, when, and why it was not accepted.
import { useRefusalWords } from '#i18n/failure-words.ts';
import { useLeafWords } from '#forms/leaf-words.tsx';
import { useFormat, useTexts } from '#i18n/react.tsx';
import type { WaitingEntry } from '#store/store.ts';
import { recordWith } from './refused-deeds.ts';
import { refusedFile, type EntryInWords } from './refused-file.ts';
import { useEntryWords } from './use-entry-words.ts';
import { fieldsOf } from './waiting.ts';

/** Where a new item stands in its list is not worth a word; everything else that was written is. */
export const leavesToSay = (set: WaitingEntry['set']): readonly string[] => {
  const paths = Object.keys(set);
  const said = paths.filter((path) => !path.endsWith('/order'));
  return said.length > 0 ? said : paths;
};

/** The text of a file with all that was written. */
export const useRefusedFile = (): ((
  entries: readonly WaitingEntry[],
  nameOf: (caseId: string | null) => string,
) => string) => {
  const { t } = useTexts('transfer');
  const { instant } = useFormat();
  const words = useLeafWords();
  const refusalWords = useRefusalWords();
  const entryWords = useEntryWords();
  return (entries, nameOf) => {
    const inWords = (entry: WaitingEntry): EntryInWords => ({
      who: nameOf(entry.caseId),
      what: entryWords(entry.kind, fieldsOf([entry])),
      when: instant(entry.at),
      reason: refusalWords(entry.refusal?.type ?? ''),
      leaves: leavesToSay(entry.set).map((path) => {
        const place = { kind: entry.kind, path, record: recordWith(entry, undefined) };
        return { label: words.label(place), value: words.value(place, entry.set[path] ?? null) };
      }),
    });
    return refusedFile(
      entries.map((entry) => ({ entry, words: inWords(entry) })),
      {
        title: t('refused'),
        saved: t('file.saved', { when: instant(new Date().toISOString()) }),
        warning: t('file.readable'),
        written: t('file.written'),
        reason: t('file.reason'),
        forPrograms: t('file.forPrograms'),
      },
    );
  };
};
