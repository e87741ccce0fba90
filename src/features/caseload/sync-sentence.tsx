// How far the transfer is, in one sentence at the end of the page's head.
import { useFormat, useTexts } from '#i18n/react.tsx';
import type { TransferFacts } from '#store/store.ts';
import { SyncMark } from '#ui/sync-mark.tsx';

/** "3 warten · zuletzt übertragen heute, 9:42 Uhr" */
export function SyncSentence({ facts, today }: { readonly facts: TransferFacts; readonly today: string }) {
  const { t } = useTexts('caseload');
  const { instantNear } = useFormat();
  const { waiting, lastSuccess } = facts;
  if (lastSuccess === null) return <SyncMark state="waiting">{t('neverSent')}</SyncMark>;
  const when = instantNear(lastSuccess, today);
  if (waiting.length === 0) return <SyncMark state="sent">{t('allSent', { when })}</SyncMark>;
  return (
    <SyncMark state="waiting">
      <b>{t('waiting', { count: waiting.length })}</b>
      {' · '}
      {t('lastSent', { when })}
    </SyncMark>
  );
}
