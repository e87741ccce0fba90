// One talk, while it is held or just after: every field saves itself.
import { useState } from 'react';
import { consultationKind } from '#domain/consultation.ts';
import { CodeLeaf, CodesLeaf } from '#forms/code-choice.tsx';
import { LocalTimeLeaf } from '#forms/local-time-field.tsx';
import { LanguageLeaf } from '#forms/place-select.tsx';
import { useRecordForm } from '#forms/record-form.tsx';
import type { Beginning } from '#forms/entries-to-deed.ts';
import { SaveMark } from '#forms/save-mark.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { iconTrash } from '#ui/icon-paths.ts';
import { FieldPair, TextArea, TextField } from '#ui/text-field.tsx';

type ConsultationEditorProps = {
  readonly caseId: string;
  readonly recordId: string;
  /** What a new one begins with. */
  readonly begin: Beginning;
  readonly onDone: () => void;
};

/** The fields of a talk. The note comes first: it is what somebody wants to write down. */
export const ConsultationEditor = ({ caseId, recordId, begin, onDone }: ConsultationEditorProps) => {
  const { t } = useTexts('counselling');
  const [beginning] = useState(begin);
  const form = useRecordForm({ caseId, kind: consultationKind, recordId, beginning });
  const { offer } = useUndo();
  const remove = async (): Promise<void> => {
    onDone();
    if (await form.write({ gone: true })) offer(t('removed'), () => form.write({ gone: false }));
  };
  return (
    <section className="g-talk-editor" aria-label={t('one')}>
      <div className="g-talk-editor-head">
        <h3>{form.record === undefined ? t('new') : t('one')}</h3>
        <SaveMark form={form} />
      </div>
      <TextArea label={t('note')} hint={t('noteHint')} rows={6} {...form.field('note')} />
      <TextArea label={t('agreements')} {...form.field('agreements')} />
      <CodesLeaf form={form} path="topics" list="topic" label={t('topics')} />
      <LocalTimeLeaf form={form} path="start" dateLabel={t('day')} />
      <CodeLeaf form={form} path="contactType" list="contact_type" label={t('type')} />
      <FieldPair>
        <TextField label={t('minutes')} inputMode="numeric" dir="ltr" {...form.field('minutes', 'whole')} />
        <LanguageLeaf form={form} path="language" label={t('language')} spoken />
      </FieldPair>
      <CodeLeaf
        form={form}
        path="interpreter"
        list="interpreter_kind"
        label={t('interpreter')}
        hint={form.record?.values['interpreter'] === 'RELATIVE_MINOR' ? t('minorWarns') : undefined}
      />
      <TextField
        label={t('participants')}
        hint={t('participantsHint')}
        dir="auto"
        {...form.field('participants')}
      />
      <div className="g-talk-editor-foot">
        {form.record !== undefined && (
          <Button variant="quiet" icon={iconTrash} onClick={() => void remove()}>
            {t('remove')}
          </Button>
        )}
        <Button size="l" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </section>
  );
};
