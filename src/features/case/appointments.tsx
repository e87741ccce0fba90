// The appointments of a case that are still to come: plan one, change it, say what became of it.
import { useState } from 'react';
import { appointmentKind } from '#domain/appointment.ts';
import type { AppointmentSummary } from '#domain/case-summary.ts';
import { clockOfLocalTime, dateOfLocalTime } from '#domain/local-time.ts';
import { CodeLeaf } from '#forms/code-choice.tsx';
import { LocalTimeLeaf } from '#forms/local-time-field.tsx';
import { LanguageLeaf } from '#forms/place-select.tsx';
import { useRecordForm } from '#forms/record-form.tsx';
import { SaveMark } from '#forms/save-mark.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { useCaseSummary, useStore } from '#store/react.tsx';
import { Button } from '#ui/button.tsx';
import { iconCalendarPlus, iconTrash } from '#ui/icon-paths.ts';
import { SectionHead } from '#ui/page-head.tsx';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { FieldPair, TextField } from '#ui/text-field.tsx';

/** The one that is open. */
type Open = { readonly id: string; readonly isNew: boolean };

type EditorProps = {
  readonly caseId: string;
  readonly recordId: string;
  readonly onDone: () => void;
};

const Editor = ({ caseId, recordId, onDone }: EditorProps) => {
  const { t } = useTexts('case');
  const { user } = useStore();
  const [beginning] = useState({ set: { user } });
  const form = useRecordForm({ caseId, kind: appointmentKind, recordId, beginning });
  const { offer } = useUndo();
  const withInterpreter = ![null, undefined, 'NONE'].some(
    (one) => one === form.record?.values['interpreter'],
  );
  const remove = async (): Promise<void> => {
    onDone();
    if (await form.write({ gone: true })) offer(t('appointment.removed'), () => form.write({ gone: false }));
  };
  return (
    <section className="g-case-editor" aria-label={t('appointment.one')}>
      <LocalTimeLeaf form={form} path="at" dateLabel={t('appointment.day')} />
      <TextField label={t('appointment.place')} dir="auto" enterKeyHint="next" {...form.field('place')} />
      <FieldPair>
        <TextField label={t('appointment.withWhom')} dir="auto" {...form.field('withWhom')} />
        <TextField
          label={t('appointment.minutes')}
          inputMode="numeric"
          dir="ltr"
          {...form.field('minutes', 'whole')}
        />
      </FieldPair>
      <CodeLeaf form={form} path="interpreter" list="interpreter_kind" label={t('appointment.interpreter')} />
      {withInterpreter && (
        <FieldPair>
          <LanguageLeaf form={form} path="interpreterLanguage" label={t('appointment.language')} spoken />
          <TextField label={t('appointment.interpreterName')} dir="auto" {...form.field('interpreterName')} />
        </FieldPair>
      )}
      {form.record !== undefined && (
        <CodeLeaf
          form={form}
          path="state"
          list="appointment_state"
          label={t('appointment.state')}
          columns={2}
        />
      )}
      <div className="g-case-editor-foot">
        <SaveMark form={form} />
        <span className="g-case-quick">
          {form.record !== undefined && (
            <Button variant="quiet" icon={iconTrash} onClick={() => void remove()}>
              {t('appointment.remove')}
            </Button>
          )}
          <Button onClick={onDone}>{t('done')}</Button>
        </span>
      </div>
    </section>
  );
};

const AppointmentRow = ({
  appointment,
  isDisputed,
  onOpen,
}: {
  readonly appointment: AppointmentSummary;
  readonly isDisputed: boolean;
  readonly onOpen: () => void;
}) => {
  const { t } = useTexts('case');
  const { date, time } = useFormat();
  const nameOf = useCodeNames('codes');
  const { at, place, withWhom, interpreter } = appointment;
  const helped =
    interpreter === null || interpreter === 'NONE'
      ? undefined
      : t('appointment.helped', { kind: nameOf('interpreter_kind', interpreter) ?? interpreter });
  return (
    <Row
      onClick={onOpen}
      cells={[
        <Lines
          key="what"
          first={date(dateOfLocalTime(at))}
          second={[time(clockOfLocalTime(at)), place, withWhom].filter((part) => part !== null).join(' · ')}
          third={helped}
        />,
      ]}
      end={isDisputed ? <SyncMark state="two-versions">{t('transfer.two-versions')}</SyncMark> : undefined}
    />
  );
};

/** What is planned, and a way to plan more. */
export const Appointments = ({
  caseId,
  planned,
}: {
  readonly caseId: string;
  readonly planned: readonly AppointmentSummary[];
}) => {
  const { t } = useTexts('case');
  const disputes = useCaseSummary(caseId)?.disputes ?? [];
  const [open, setOpen] = useState<Open>();
  const close = (): void => {
    setOpen(undefined);
  };
  // A new one keeps its place while somebody writes in it, although the list has it already.
  const listed = planned.filter(({ id }) => open?.isNew !== true || id !== open.id);
  const editor =
    open === undefined ? null : <Editor key={open.id} caseId={caseId} recordId={open.id} onDone={close} />;
  return (
    <section className="g-stack" aria-labelledby="case-appointments">
      <SectionHead
        id="case-appointments"
        title={t('appointment.many')}
        count={planned.length}
        end={
          <Button
            icon={iconCalendarPlus}
            onClick={() => {
              setOpen({ id: crypto.randomUUID(), isNew: true });
            }}
          >
            {t('appointment.add')}
          </Button>
        }
      />
      {open?.isNew === true && editor}
      {planned.length === 0 && open === undefined && <p className="g-case-none">{t('appointment.none')}</p>}
      {listed.length > 0 && (
        <RowList labelledBy="case-appointments">
          {listed.map((appointment) =>
            appointment.id === open?.id ? (
              <li key={appointment.id}>{editor}</li>
            ) : (
              <AppointmentRow
                key={appointment.id}
                appointment={appointment}
                isDisputed={disputes.some(({ recordId }) => recordId === appointment.id)}
                onOpen={() => {
                  setOpen({ id: appointment.id, isNew: false });
                }}
              />
            ),
          )}
        </RowList>
      )}
    </section>
  );
};
