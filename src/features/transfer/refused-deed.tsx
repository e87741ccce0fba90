// A deed that the server did not accept: what was written, why not; to be mended, sent again, kept as a file, given up.
import { useState } from 'react';
import type { Json } from '#domain/json.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { pageOfLeaf } from '#features/leaf-place.ts';
import { canEditLeaf, LeafEditor } from '#forms/leaf-editor.tsx';
import { directionOf, useLeafWords } from '#forms/leaf-words.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useFailureWords, useRefusalWords } from '#i18n/failure-words.ts';
import { localDay } from '#i18n/berlin-time.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useCaseFile, useCounty, useStore } from '#store/react.tsx';
import type { WaitingEntry } from '#store/store.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { iconAlertCircle, iconCheck, iconPencil, iconRefresh, iconTrash } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { useNow } from '#ui/use-now.ts';
import { KeepAsFile } from './keep-as-file.tsx';
import { isAnythingLeft, mendedOf, recordWith, type Mending, type RefusedDeed } from './refused-deeds.ts';
import { leavesToSay } from './use-refused-words.ts';

type Change = (entry: WaitingEntry, path: string, value: Json | undefined) => void;

/** One leaf: its label, what was written, and the way to write it anew right here. */
function Leaf({
  entry,
  path,
  set,
  record,
  canLeaveOut,
  onChange,
}: {
  readonly entry: WaitingEntry;
  readonly path: string;
  /** What would be sent. */
  readonly set: WaitingEntry['set'];
  readonly record: VersionedRecord;
  /** Whether something else would still be sent without it. */
  readonly canLeaveOut: boolean;
  readonly onChange: Change;
}) {
  const { t } = useTexts('transfer');
  const words = useLeafWords();
  const [isWriting, setIsWriting] = useState(false);
  const { kind, refusal } = entry;
  const place = { kind, path, record };
  const label = words.label(place);
  const isToBlame = refusal?.path === path;
  const isLeftOut = !Object.hasOwn(set, path);
  const value = set[path] ?? entry.set[path] ?? null;
  const isMended = !isLeftOut && set[path] !== entry.set[path];
  if (isWriting)
    return (
      <li>
        <LeafEditor
          place={place}
          initial={value}
          saveLabel={t('refusedEntry.take')}
          onSave={(next) => {
            onChange(entry, path, next);
            setIsWriting(false);
          }}
          onCancel={() => setIsWriting(false)}
        />
      </li>
    );
  return (
    <li className="g-refused-leaf">
      <span className="g-refused-words">
        <span className="g-refused-label">{label}</span>
        <span className={isLeftOut ? 'g-refused-out' : undefined}>
          <bdi dir={directionOf(kind, path)}>{words.value(place, value)}</bdi>
        </span>
        {isToBlame && !isMended && !isLeftOut && (
          <span className="g-refused-blame">
            <Icon icon={iconAlertCircle} size={19} />
            <span>{t('refusedEntry.here')}</span>
          </span>
        )}
        {(isMended || isLeftOut) && (
          <span className="g-refused-mended">
            <Icon icon={iconCheck} size={19} />
            <span>{t(isLeftOut ? 'refusedEntry.leftOut' : 'refusedEntry.mended')}</span>
          </span>
        )}
      </span>
      <span className="g-refused-leaf-deeds">
        {canEditLeaf(kind, path) && !isLeftOut && (
          <Button
            variant="quiet"
            icon={iconPencil}
            aria-label={t('refusedEntry.changeThis', { field: label })}
            onClick={() => setIsWriting(true)}
          >
            {t('refusedEntry.change')}
          </Button>
        )}
        {isToBlame && canLeaveOut && (
          <Button
            variant="quiet"
            aria-label={t(isLeftOut ? 'refusedEntry.takeInThis' : 'refusedEntry.leaveOutThis', {
              field: label,
            })}
            onClick={() => onChange(entry, path, isLeftOut ? (entry.set[path] ?? null) : undefined)}
          >
            {t(isLeftOut ? 'refusedEntry.takeIn' : 'refusedEntry.leaveOut')}
          </Button>
        )}
      </span>
    </li>
  );
}

const useShown = ({ caseId, recordId }: WaitingEntry): VersionedRecord | undefined => {
  const file = useCaseFile(caseId ?? '');
  const county = useCounty();
  return (caseId === null ? county : file)?.records.get(recordId);
};

/** One entry of the deed: in what it was written, and its leaves. */
function Entry({
  entry,
  set,
  canLeaveOut,
  onChange,
}: {
  readonly entry: WaitingEntry;
  readonly set: WaitingEntry['set'];
  readonly canLeaveOut: boolean;
  readonly onChange: Change;
}) {
  const words = useLeafWords();
  const record = recordWith(entry, useShown(entry));
  const paths = leavesToSay(entry.set);
  const [first = ''] = paths;
  return (
    <div className="g-refused-entry">
      <h4>
        <bdi>{words.where({ kind: entry.kind, path: first, record })}</bdi>
      </h4>
      <ul>
        {paths.map((path) => (
          <Leaf key={path} {...{ entry, path, set, record, canLeaveOut, onChange }} />
        ))}
      </ul>
    </div>
  );
}

function GiveUp({ deed: { number }, who }: { readonly deed: RefusedDeed; readonly who: string }) {
  const { t } = useTexts('transfer');
  const store = useStore();
  const { offer } = useUndo();
  const [isAsking, setIsAsking] = useState(false);
  const giveUp = async (): Promise<void> => {
    setIsAsking(false);
    await store.discard(number);
    offer(t('discarded'), () => store.takeBack(number));
  };
  return (
    <>
      <Button variant="quiet" icon={iconTrash} onClick={() => setIsAsking(true)}>
        {t('discard')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('discardTitle')}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{t('keep')}</Button>
            <Button variant="danger" icon={iconTrash} onClick={() => void giveUp()}>
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
        <p>{t('discardText')}</p>
      </Dialog>
    </>
  );
}

/** The card. */
export function RefusedDeedCard({
  deed,
  nameOf,
}: {
  readonly deed: RefusedDeed;
  readonly nameOf: (caseId: string | null) => string;
}) {
  const { t } = useTexts('transfer');
  const { instantNear } = useFormat();
  const store = useStore();
  const say = useStatus();
  const refusalWords = useRefusalWords();
  const failureWords = useFailureWords();
  const [mending, setMending] = useState<Mending>({});
  const today = localDay(useNow().toISOString());
  const { entries, caseId, number, reason } = deed;
  const [first] = entries;
  const who = nameOf(caseId);
  const canLeaveOut = entries.flatMap(({ paths }) => paths).length > 1;

  const change: Change = (entry, path, value) => {
    const { [path]: _before, ...others } = mending[entry.number] ?? entry.set;
    setMending({ ...mending, [entry.number]: value === undefined ? others : { ...others, [path]: value } });
  };
  const send = async (): Promise<void> => {
    const sent = await store.resend(number, mendedOf(entries, mending));
    say({ words: sent.ok ? t('refusedEntry.sent') : failureWords(sent.error.type) });
  };

  return (
    <Card className="g-refused">
      <div className="g-refused-head">
        <SyncMark state="refused">
          <bdi>{who}</bdi>
        </SyncMark>
        {first !== undefined && <time dateTime={first.at}>{instantNear(first.at, today)}</time>}
      </div>
      <p>{refusalWords(reason ?? '')}</p>
      {entries.map((entry) => (
        <Entry
          key={entry.number}
          {...{ entry, canLeaveOut }}
          set={mending[entry.number] ?? entry.set}
          onChange={change}
        />
      ))}
      <p className="g-refused-safe">{t('refusedSafe')}</p>
      <ButtonRow>
        <Button icon={iconRefresh} disabled={!isAnythingLeft(entries, mending)} onClick={() => void send()}>
          {t(Object.keys(mending).length > 0 ? 'refusedEntry.sendMended' : 'refusedEntry.sendAgain')}
        </Button>
        {caseId !== null && first !== undefined && (
          <LinkButton
            variant="quiet"
            href={`/faelle/${caseId}/${pageOfLeaf(first.kind, first.refusal?.path ?? first.paths[0] ?? '')}`}
          >
            {t('look')}
          </LinkButton>
        )}
        <KeepAsFile entries={entries} nameOf={nameOf} />
        <GiveUp deed={deed} who={who} />
      </ButtonRow>
    </Card>
  );
}
