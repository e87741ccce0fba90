// Closing a case: a day and a reason, and the way back. Nothing is deleted by it.
import { useState } from 'react';
import { caseKind } from '#domain/case.ts';
import { selectableCodes } from '#domain/codes.ts';
import { today } from '#domain/local-time.ts';
import { partialDateOf } from '#domain/partial-date.ts';
import { readDocument } from '#domain/record.ts';
import { dateParts, readDay } from '#forms/partial-date-field.tsx';
import { useProblemWords } from '#forms/problem-words.ts';
import { useUndo } from '#forms/undo.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { useCaseFile, useStore } from '#store/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import type { DateParts } from '#ui/date-parts.ts';
import { Dialog } from '#ui/dialog.tsx';
import { SelectField, TextArea } from '#ui/text-field.tsx';

type Closing = { readonly closed: DateParts; readonly reason: string; readonly note: string };

const useWriteClosing = (caseId: string) => {
  const store = useStore();
  return (closed: string | null, closureReason: string | null, closureNote: string | null) =>
    store.write([{ caseId, kind: 'case', recordId: caseId, set: { closed, closureReason, closureNote } }]);
};

const useCase = (caseId: string) => {
  const record = useCaseFile(caseId)?.records.get(caseId);
  return record === undefined ? {} : readDocument(caseKind, record);
};

/** Says that a case is closed, and why; opens it again. */
export const ClosedBanner = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('case');
  const { day } = useFormat();
  const nameOf = useCodeNames('codes');
  const write = useWriteClosing(caseId);
  const { closed, closureReason } = useCase(caseId);
  if (closed === undefined) return null;
  const reason =
    closureReason === undefined ? '' : (nameOf('closure_reason', closureReason) ?? closureReason);
  return (
    <Banner
      tone="info"
      action={
        <Button variant="quiet" onClick={() => void write(null, null, null)}>
          {t('closing.reopen')}
        </Button>
      }
    >
      {t('closing.since', { date: day(closed) })} {reason}
    </Banner>
  );
};

/** The button, and the question it asks. */
export const CloseCase = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('case');
  const nameOf = useCodeNames('codes');
  const words = useFailureWords();
  const problem = useProblemWords();
  const { offer } = useUndo();
  const write = useWriteClosing(caseId);
  const { closed: closedOn } = useCase(caseId);
  const [asked, setAsked] = useState<Closing>();
  const [error, setError] = useState<{ readonly reason?: string; readonly day?: string }>({});
  const on = today(new Date());
  if (closedOn !== undefined) return null;

  const close = async ({ closed: day, reason, note }: Closing): Promise<void> => {
    if (reason === '') return setError({ reason: t('closing.reasonMissing') });
    const read = readDay({ ...day });
    if (!read.ok) return setError({ day: problem(read.error) });
    const saved = await write(typeof read.value === 'string' ? read.value : on, reason, note.trim() || null);
    if (!saved.ok) return setError({ reason: words(saved.error.type) });
    setAsked(undefined);
    offer(t('closing.done'), () => write(null, null, null));
  };
  return (
    <>
      <Button
        onClick={() => {
          setError({});
          setAsked({ closed: dateParts(partialDateOf(on)), reason: '', note: '' });
        }}
      >
        {t('closing.open')}
      </Button>
      {asked !== undefined && (
        <Dialog
          open
          onClose={() => {
            setAsked(undefined);
          }}
          title={t('closing.title')}
          actions={
            <>
              <Button
                size="l"
                onClick={() => {
                  setAsked(undefined);
                }}
              >
                {t('closing.keep')}
              </Button>
              <Button size="l" variant="danger" onClick={() => void close(asked)}>
                {t('closing.confirm')}
              </Button>
            </>
          }
        >
          <p>{t('closing.text')}</p>
          <SelectField
            label={t('closing.reason')}
            error={error.reason}
            value={asked.reason}
            onChange={(event) => {
              setAsked({ ...asked, reason: event.currentTarget.value });
            }}
          >
            <option value="">{t('closing.choose')}</option>
            {selectableCodes('closure_reason', on).map(({ code }) => (
              <option key={code} value={code}>
                {nameOf('closure_reason', code) ?? code}
              </option>
            ))}
          </SelectField>
          <DateField
            label={t('closing.day')}
            error={error.day}
            value={asked.closed}
            onChange={(closed) => {
              setAsked({ ...asked, closed });
            }}
            words={{ day: t('forms:date.day'), month: t('forms:date.month'), year: t('forms:date.year') }}
          />
          <TextArea
            label={t('closing.note')}
            hint={t('closing.noteHint')}
            maxLength={600}
            value={asked.note}
            onChange={(event) => {
              setAsked({ ...asked, note: event.currentTarget.value });
            }}
          />
        </Dialog>
      )}
    </>
  );
};
