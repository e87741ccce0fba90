// How far the transfer is, in one sentence at the end of a page's head. Two tasks say it, and both must say the same.
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useTransferFacts } from '#store/react.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';

/** "3 warten · zuletzt übertragen heute, 9:42 Uhr". It never says that all is transferred while an entry was refused. */
export function SyncSentence({ today }: { readonly today: string }) {
  const { t } = useTexts('app');
  const { instantNear } = useFormat();
  const { waiting, refused, lastSuccess } = useTransferFacts();
  if (lastSuccess === null) return <SyncMark state="waiting">{t('sync.neverSent')}</SyncMark>;
  const when = instantNear(lastSuccess, today);
  if (waiting.length === 0 && refused.length > 0)
    return <SyncMark state="refused">{t('sync.someRefused', { count: refused.length })}</SyncMark>;
  if (waiting.length === 0) return <SyncMark state="sent">{t('sync.allSent', { when })}</SyncMark>;
  return (
    <SyncMark state="waiting">
      <b>{t('sync.waiting', { count: waiting.length })}</b>
      {' · '}
      {t('sync.lastSent', { when })}
    </SyncMark>
  );
}
