// Übertragung: what waits on this device, when the last transfer succeeded, and what was not accepted.
import { useState, useSyncExternalStore } from 'react';
import { countYours, useOpenDisputes } from '#features/open-disputes.ts';
import { usePorts, type TransferState } from '#features/ports.tsx';
import { versionsAddress, versionsInbox } from '#forms/versions-address.ts';
import { localDay } from '#i18n/berlin-time.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useStore, useTransferFacts } from '#store/react.tsx';
import type { TransferFacts } from '#store/store.ts';
import { Banner } from '#ui/banner.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Split, Stack } from '#ui/card.tsx';
import {
  iconAlertTriangle,
  iconArrowBackUp,
  iconClock,
  iconCloudCheck,
  iconRefresh,
} from '#ui/icon-paths.ts';
import { PageHead, SectionHead, StateHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { Lines, Row, RowGlyph, RowList } from '#ui/row.tsx';
import { SyncMark, type SyncMarkState } from '#ui/sync-mark.tsx';
import { useNow } from '#ui/use-now.ts';
import { DeviceCard } from './device-card.tsx';
import { ErasedNote } from './erased-note.tsx';
import { KeepAsFile } from './keep-as-file.tsx';
import { RefusedDeedCard } from './refused-deed.tsx';
import { refusedDeeds } from './refused-deeds.ts';
import { useEntryWords } from './use-entry-words.ts';
import { transferWarning, waitingByCase } from './waiting.ts';
import './transfer.css';

const markByState: Readonly<Record<TransferState, SyncMarkState>> = {
  resting: 'sent',
  running: 'sent',
  offline: 'offline',
  'signed-out': 'waiting',
  outdated: 'waiting',
  trouble: 'waiting',
};

/** Where the transfer stands, in one sentence. A round that runs every few seconds is not worth a word. */
function Connection() {
  const { t } = useTexts('transfer');
  const { transfer } = usePorts();
  const state = useSyncExternalStore(transfer.subscribe, transfer.state);
  return <SyncMark state={markByState[state]}>{t(`state.${state}`)}</SyncMark>;
}

function Warning({ facts, now }: { readonly facts: TransferFacts; readonly now: Date }) {
  const { t } = useTexts('transfer');
  const oldest = facts.waiting.map(({ at }) => at).sort()[0] ?? null;
  const warning = transferWarning(oldest, facts.clockOffset, now);
  if (warning === null) return null;
  return <Banner tone={warning === 'days' ? 'bad' : 'wait'}>{t(`warning.${warning}`)}</Banner>;
}

function LastSuccess({ facts, now }: { readonly facts: TransferFacts; readonly now: Date }) {
  const { t } = useTexts('transfer');
  const format = useFormat();
  const { transfer } = usePorts();
  const [isTrying, setIsTrying] = useState(false);
  const { waiting, refused, lastSuccess } = facts;
  const isAllThere = waiting.length === 0 && refused.length === 0;
  const near = (instant: string): string => format.instantNear(instant, localDay(now.toISOString()));
  const oldest = waiting.map(({ at }) => at).sort()[0];

  const tryNow = async (): Promise<void> => {
    setIsTrying(true);
    await transfer.now();
    setIsTrying(false);
  };

  return (
    <StateHead
      icon={waiting.length > 0 ? iconClock : refused.length > 0 ? iconArrowBackUp : iconCloudCheck}
      tone={waiting.length > 0 ? 'wait' : refused.length > 0 ? 'bad' : 'done'}
      title={lastSuccess === null ? t('never') : t('last', { when: near(lastSuccess) })}
      end={
        <Button size="l" icon={iconRefresh} busy={isTrying} onClick={() => void tryNow()}>
          {t(isTrying ? 'trying' : 'tryNow')}
        </Button>
      }
    >
      {isAllThere && t('nothingWaits')}
      {oldest !== undefined && <>{t('waits', { count: waiting.length, since: near(oldest) })} </>}
      {refused.length > 0 && <>{t('notAccepted', { count: refused.length })} </>}
      {!isAllThere && t('allSaved')}
    </StateHead>
  );
}

/** Own entries that lie with the new owner of their case: how many, of when, and nothing of what they say (S10). */
function Handed({ facts, today }: { readonly facts: TransferFacts; readonly today: string }) {
  const { t } = useTexts('transfer');
  const { instantNear } = useFormat();
  const store = useStore();
  const newest = facts.handed
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (newest === undefined) return null;
  return (
    <Banner
      tone="info"
      action={
        <Button variant="quiet" onClick={() => void store.forgetHanded()}>
          {t('handedSeen')}
        </Button>
      }
    >
      {t('handed', { count: facts.handed.length })} {t('handedText', { when: instantNear(newest, today) })}
    </Banner>
  );
}

/** The page. */
export function TransferPage() {
  const { t } = useTexts('transfer');
  const format = useFormat();
  const store = useStore();
  const facts = useTransferFacts();
  const entryWords = useEntryWords();
  const now = useNow();
  usePage(t('title'));
  const today = localDay(now.toISOString());
  const nameOf = (caseId: string | null): string =>
    caseId === null ? t('county') : (store.caseById(caseId)?.name ?? t('caseGone'));
  const groups = waitingByCase(facts.waiting);
  const deeds = refusedDeeds(facts.refused);
  const open = useOpenDisputes();
  const disputes = open.filter(({ yours }) => yours.length > 0);

  return (
    <>
      <PageHead title={t('title')} sync={<Connection />} />
      <Stack gap={24}>
        <Warning facts={facts} now={now} />
        <LastSuccess facts={facts} now={now} />
        <Handed facts={facts} today={today} />
        <Split sideWidth={300} side={<DeviceCard />}>
          {groups.length > 0 && (
            <>
              <SectionHead size="m" title={t('waiting')} count={facts.waiting.length} />
              <RowList card label={t('waiting')}>
                {groups.map(({ caseId, kinds, newest }) => (
                  <Row
                    key={caseId ?? ''}
                    glyph={<RowGlyph tone="wait" icon={iconClock} />}
                    cells={[
                      <Lines
                        key="what"
                        first={<bdi>{nameOf(caseId)}</bdi>}
                        second={kinds.map(({ kind, fields }) => entryWords(kind, fields)).join(' · ')}
                      />,
                    ]}
                    end={<time dateTime={newest}>{format.instantNear(newest, today)}</time>}
                  />
                ))}
              </RowList>
            </>
          )}
          {disputes.length > 0 && (
            <>
              <SectionHead size="m" title={t('twoVersions')} count={countYours(disputes)} tone="bad" />
              <RowList card label={t('twoVersions')}>
                {disputes.map(({ caseId, yours }) => (
                  <Row
                    key={caseId ?? ''}
                    href={versionsAddress({ caseId, back: '/uebertragung' })}
                    glyph={<RowGlyph tone="bad" icon={iconAlertTriangle} />}
                    cells={[
                      <Lines
                        key="what"
                        first={<bdi>{nameOf(caseId)}</bdi>}
                        second={t('fields', { count: yours.length })}
                      />,
                    ]}
                  />
                ))}
              </RowList>
            </>
          )}
          {facts.refused.length > 0 && (
            <>
              <SectionHead
                size="m"
                title={t('refused')}
                count={facts.refused.length}
                tone="bad"
                end={deeds.length > 1 ? <KeepAsFile entries={facts.refused} nameOf={nameOf} /> : undefined}
              />
              {deeds.map((deed) => (
                <RefusedDeedCard key={deed.deed} deed={deed} nameOf={nameOf} />
              ))}
            </>
          )}
          <ErasedNote facts={facts} today={today} />
          {facts.drafts > 0 && <p className="g-transfer-note">{t('drafts', { count: facts.drafts })}</p>}
          {open.length > 0 && (
            <p className="g-transfer-note">
              <LinkButton variant="quiet" href={versionsInbox}>
                {t('allVersions')}
              </LinkButton>
            </p>
          )}
          {groups.length === 0 && facts.refused.length === 0 && open.length === 0 && (
            <p className="g-transfer-note">{t('empty')}</p>
          )}
        </Split>
      </Stack>
    </>
  );
}
