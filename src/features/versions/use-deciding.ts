// Deciding: one edit that names every version on the screen, said on the status line, with the way back.
import { decisionOf, reopeningOf } from '#domain/dispute.ts';
import type { Json } from '#domain/json.ts';
import { headsOf, type VersionedRecord } from '#domain/record.ts';
import { useLeafWords } from '#forms/leaf-words.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { useStore } from '#store/react.tsx';
import type { Store } from '#store/store.ts';
import { useStatus } from '#ui/status-provider.tsx';
import type { Question } from './questions.ts';

const recordNow = async (
  store: Store,
  { caseId, id }: VersionedRecord,
): Promise<VersionedRecord | undefined> => {
  if (caseId === null) return store.county().records.get(id);
  const file = await store.open(caseId);
  store.close(caseId);
  return file.records.get(id);
};

/** Writes a decision. True if it lies on this device. */
export const useDeciding = (): ((question: Question, value: Json) => Promise<boolean>) => {
  const { t } = useTexts('versions');
  const store = useStore();
  const words = useLeafWords();
  const say = useStatus();
  const { offer } = useUndo();
  const failureWords = useFailureWords();
  return async ({ record, path }, value) => {
    const written = await store.write([decisionOf(record, path, value)]);
    if (!written.ok) {
      say({ words: failureWords(written.error.type) });
      return false;
    }
    const decided = headsOf(await recordNow(store, record), path);
    const takeBack = async (): Promise<void> => {
      const now = await recordNow(store, record);
      // Somebody else has written there since: that would be overruled unseen.
      const isOvertaken = now === undefined || headsOf(now, path).some((head) => !decided.includes(head));
      if (isOvertaken) return say({ words: t('overtaken') });
      const back = await store.write(reopeningOf(record, now, path));
      say({ words: back.ok ? t('takenBack') : failureWords(back.error.type) });
    };
    offer(t('decided', { field: words.label({ kind: record.kind, path }) }), takeBack);
    return true;
  };
};
