// The follow-ups of a case: what somebody wants to be reminded of, and on which day.
import { useState } from 'react';
import { addDays, addMonths } from '#domain/calendar-date.ts';
import type { FollowUpSummary } from '#domain/case-summary.ts';
import { followUpKind } from '#domain/follow-up.ts';
import { today } from '#domain/local-time.ts';
import { CodeLeaf } from '#forms/code-choice.tsx';
import { DayLeaf, readDay } from '#forms/partial-date-field.tsx';
import { useRecordForm, type RecordForm } from '#forms/record-form.tsx';
import { SaveMark } from '#forms/save-mark.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { useCaseSummary, useStore } from '#store/react.tsx';
import { Button } from '#ui/button.tsx';
import { iconCheck, iconPencil, iconPlus, iconTrash } from '#ui/icon-paths.ts';
import { SectionHead } from '#ui/page-head.tsx';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { TextField } from '#ui/text-field.tsx';

/** A day, chosen by how far away it is. */
const QuickDays = ({ form, on }: { readonly form: RecordForm; readonly on: string }) => {
  const { t } = useTexts('case');
  const leaf = form.leaf('due', readDay);
  const choose = (date: string): void => {
    const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
    leaf.change({ day, month, year, estimated: false });
  };
  return (
    <div className="g-case-quick" role="group" aria-label={t('followUp.quick')}>
      <Button
        onClick={() => {
          choose(addDays(on, 7));
        }}
      >
        {t('followUp.week')}
      </Button>
      <Button
        onClick={() => {
          choose(addDays(on, 14));
        }}
      >
        {t('followUp.weeks')}
      </Button>
      <Button
        onClick={() => {
          choose(addMonths(on, 1));
        }}
      >
        {t('followUp.month')}
      </Button>
    </div>
  );
};

/** The one that is open. */
type Open = { readonly id: string; readonly isNew: boolean };

type EditorProps = {
  readonly caseId: string;
  readonly recordId: string;
  readonly on: string;
  readonly onDone: () => void;
};

const Editor = ({ caseId, recordId, on, onDone }: EditorProps) => {
  const { t } = useTexts('case');
  const { user } = useStore();
  const [beginning] = useState({ set: { assignee: user, origin: 'MANUAL' } });
  const form = useRecordForm({ caseId, kind: followUpKind, recordId, beginning });
  const { offer } = useUndo();
  const remove = async (): Promise<void> => {
    onDone();
    if (await form.write({ gone: true })) offer(t('followUp.removed'), () => form.write({ gone: false }));
  };
  return (
    <section className="g-case-editor" aria-label={t('followUp.one')}>
      <TextField label={t('followUp.text')} dir="auto" enterKeyHint="next" {...form.field('text')} />
      <DayLeaf form={form} path="due" label={t('followUp.due')} />
      <QuickDays form={form} on={on} />
      <CodeLeaf form={form} path="reason" list="follow_up_reason" label={t('followUp.reason')} />
      <div className="g-case-editor-foot">
        <SaveMark form={form} />
        <span className="g-case-quick">
          {form.record !== undefined && (
            <Button variant="quiet" icon={iconTrash} onClick={() => void remove()}>
              {t('followUp.remove')}
            </Button>
          )}
          <Button onClick={onDone}>{t('done')}</Button>
        </span>
      </div>
    </section>
  );
};

const FollowUpRow = ({
  followUp,
  isDisputed,
  on,
  onOpen,
  onFinish,
}: {
  readonly followUp: FollowUpSummary;
  readonly isDisputed: boolean;
  readonly on: string;
  readonly onOpen: () => void;
  readonly onFinish: () => void;
}) => {
  const { t } = useTexts('case');
  const { date } = useFormat();
  const nameOf = useCodeNames('codes');
  const { due, reason, text } = followUp;
  const words = reason === null ? t('followUp.one') : (nameOf('follow_up_reason', reason) ?? reason);
  const name = text ?? words;
  const isLate = due < on;
  return (
    <Row
      cells={[
        <Lines
          key="what"
          first={text === null ? words : <bdi>{text}</bdi>}
          second={text === null ? undefined : words}
          third={isLate ? t('followUp.since', { date: date(due) }) : date(due)}
          tone={isLate ? 'alert' : undefined}
        />,
      ]}
      end={
        <span className="g-case-quick">
          {isDisputed && <SyncMark state="two-versions">{t('transfer.two-versions')}</SyncMark>}
          <Button
            variant="quiet"
            icon={iconPencil}
            onClick={onOpen}
            aria-label={t('followUp.change', { name })}
          >
            {t('change')}
          </Button>
          <Button icon={iconCheck} onClick={onFinish} aria-label={t('followUp.finishOne', { name })}>
            {t('followUp.finish')}
          </Button>
        </span>
      }
    />
  );
};

/** What is still open, and a way to add to it. */
export const FollowUps = ({
  caseId,
  open: waiting,
}: {
  readonly caseId: string;
  readonly open: readonly FollowUpSummary[];
}) => {
  const { t } = useTexts('case');
  const store = useStore();
  const { offer } = useUndo();
  const disputes = useCaseSummary(caseId)?.disputes ?? [];
  const [open, setOpen] = useState<Open>();
  const on = today(new Date());
  const close = (): void => {
    setOpen(undefined);
  };
  const write = (recordId: string, state: string, doneOn: string | null) =>
    store.write([{ caseId, kind: 'follow-up', recordId, set: { state, doneOn } }]);
  const finish = async (recordId: string): Promise<void> => {
    const saved = await write(recordId, 'DONE', on);
    if (saved.ok) offer(t('followUp.finished'), () => write(recordId, 'OPEN', null));
  };
  // A new one keeps its place while somebody writes in it, although the list has it already.
  const listed = waiting.filter(({ id }) => open?.isNew !== true || id !== open.id);
  const editor =
    open === undefined ? null : (
      <Editor key={open.id} caseId={caseId} recordId={open.id} on={on} onDone={close} />
    );
  return (
    <section className="g-stack" aria-labelledby="case-follow-ups">
      <SectionHead
        id="case-follow-ups"
        title={t('followUp.many')}
        count={waiting.length}
        end={
          <Button
            icon={iconPlus}
            onClick={() => {
              setOpen({ id: crypto.randomUUID(), isNew: true });
            }}
          >
            {t('followUp.add')}
          </Button>
        }
      />
      {open?.isNew === true && editor}
      {waiting.length === 0 && open === undefined && <p className="g-case-none">{t('followUp.none')}</p>}
      {listed.length > 0 && (
        <RowList labelledBy="case-follow-ups">
          {listed.map((followUp) =>
            followUp.id === open?.id ? (
              <li key={followUp.id}>{editor}</li>
            ) : (
              <FollowUpRow
                key={followUp.id}
                followUp={followUp}
                isDisputed={disputes.some(({ recordId }) => recordId === followUp.id)}
                on={on}
                onOpen={() => {
                  setOpen({ id: followUp.id, isNew: false });
                }}
                onFinish={() => void finish(followUp.id)}
              />
            ),
          )}
        </RowList>
      )}
    </section>
  );
};
