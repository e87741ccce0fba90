// "Als Datei sichern": says first that whoever has the file can read it.
import { useState } from 'react';
import { useTexts } from '#i18n/react.tsx';
import type { WaitingEntry } from '#store/store.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { giveFile } from '#ui/give-file.ts';
import { iconDownload } from '#ui/icon-paths.ts';
import { useStatus } from '#ui/status-provider.tsx';
import { localDay } from '#i18n/berlin-time.ts';
import { useRefusedFile } from './use-refused-words.ts';

/** The button and its question. */
export function KeepAsFile({
  entries,
  nameOf,
}: {
  readonly entries: readonly WaitingEntry[];
  readonly nameOf: (caseId: string | null) => string;
}) {
  const { t } = useTexts('transfer');
  const say = useStatus();
  const fileOf = useRefusedFile();
  const [isAsking, setIsAsking] = useState(false);
  const keep = (): void => {
    const name = t('file.name', { date: localDay(new Date().toISOString()) });
    giveFile(name, 'text/plain', fileOf(entries, nameOf));
    setIsAsking(false);
    say({ words: t('file.done') });
  };
  return (
    <>
      <Button variant="quiet" icon={iconDownload} onClick={() => setIsAsking(true)}>
        {t('file.keep')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('file.title')}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{t('app:cancel')}</Button>
            <Button icon={iconDownload} onClick={keep}>
              {t('file.keep')}
            </Button>
          </>
        }
      >
        <p>{t('file.readable')}</p>
        <p>{t('file.text', { count: entries.length })}</p>
      </Dialog>
    </>
  );
}
