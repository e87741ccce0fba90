// An entry the server did not accept: what was written, why not, and what can be done with it.
import { useState } from 'react';
import type { Json } from '#domain/json.ts';
import { useRefusalWords } from '#i18n/failure-words.ts';
import { useCodeNames, useTexts } from '#i18n/react.tsx';
import { useStore } from '#store/react.tsx';
import type { WaitingEntry } from '#store/store.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { iconTrash } from '#ui/icon-paths.ts';
import { useStatus } from '#ui/status-provider.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { useEntryWords } from './use-entry-words.ts';
import { fieldsOf, sectionOfKind } from './waiting.ts';

const isPlain = (value: Json | undefined): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** A value as far as it can be read without its form: of a name its letters, of an address its parts. */
const readable = (value: Json): string | null => {
  if (isPlain(value)) return String(value);
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value) && typeof value['text'] === 'string') return value['text'];
  const parts = Object.values(value).filter(isPlain);
  return parts.length === 0 ? null : parts.join(', ');
};

function Written({ entry }: { readonly entry: WaitingEntry }) {
  const name = useCodeNames('transfer');
  const items = Object.entries(entry.set).flatMap(([path, value]) => {
    const text = readable(value);
    const [field = path] = path.split('/');
    if (text === null || path.endsWith('/order')) return [];
    return [{ term: name(`field.${entry.kind}`, field) ?? field, value: <span dir="auto">{text}</span> }];
  });
  return items.length === 0 ? null : <DefinitionList items={items} />;
}

/** The card with its deeds; discarding asks first, for it cannot be undone. */
export function RefusedEntry({ entry, who }: { readonly entry: WaitingEntry; readonly who: string }) {
  const { t } = useTexts('transfer');
  const refusalWords = useRefusalWords();
  const entryWords = useEntryWords();
  const store = useStore();
  const say = useStatus();
  const [isAsking, setIsAsking] = useState(false);
  const what = entryWords(entry.kind, fieldsOf([entry]));

  const discard = async (): Promise<void> => {
    setIsAsking(false);
    await store.discard(entry.number);
    say({ words: t('discarded') });
  };

  return (
    <Card className="g-refused">
      <SyncMark state="refused">
        <bdi>{who}</bdi>
      </SyncMark>
      <p>{what}</p>
      <p>{refusalWords(entry.refusal?.type ?? '')}</p>
      <Written entry={entry} />
      <p className="g-refused-safe">{t('refusedSafe')}</p>
      <ButtonRow>
        {entry.caseId !== null && (
          <LinkButton href={`/faelle/${entry.caseId}/${sectionOfKind(entry.kind)}`}>{t('look')}</LinkButton>
        )}
        <Button variant="quiet" onClick={() => setIsAsking(true)}>
          {t('discard')}
        </Button>
      </ButtonRow>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('discardTitle')}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{t('keep')}</Button>
            <Button variant="danger" icon={iconTrash} onClick={() => void discard()}>
              {t('discard')}
            </Button>
          </>
        }
      >
        <p>
          <b>
            <bdi>{who}</bdi>
          </b>
        </p>
        <p>{what}</p>
        <p>{t('discardText')}</p>
      </Dialog>
    </Card>
  );
}
