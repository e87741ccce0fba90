// School, vocational training, studies, and how far their recognition is (§1.8, §1.9).
import { itemPath } from '#domain/path.ts';
import { textAt } from '#domain/reading.ts';
import { CodeLeaf } from '#forms/code-choice.tsx';
import { ItemList, useItems } from '#forms/items.tsx';
import { DateLeaf, DayLeaf } from '#forms/partial-date-field.tsx';
import { CountryLeaf, LanguageLeaf } from '#forms/place-select.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useCodeNames, useTexts } from '#i18n/react.tsx';
import { FieldPair, TextField } from '#ui/text-field.tsx';
import { More, Part, TickLeaf } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

const Schools = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const nameOf = useCodeNames('codes');
  const items = useItems(form, 'schools', useUndo());
  return (
    <ItemList
      items={items}
      label={t('school.schools')}
      addLabel={t('school.add')}
      nameOf={({ leaves }, index) => {
        const code = textAt(leaves, 'origin');
        return code === null ? t('school.at', { index: index + 1 }) : (nameOf('school_origin', code) ?? code);
      }}
      canMove
    >
      {({ id }) => {
        const path = (field: string): string => itemPath('schools', id, field);
        return (
          <>
            <CodeLeaf form={form} path={path('origin')} list="school_origin" label={t('school.origin')} />
            <FieldPair>
              <CountryLeaf form={form} path={path('country')} label={t('country')} />
              <TextField
                label={t('school.lastYear')}
                inputMode="numeric"
                dir="ltr"
                {...form.field(path('lastYear'), 'whole')}
              />
            </FieldPair>
            <More>
              <FieldPair>
                <TextField
                  label={t('school.yearsThere')}
                  inputMode="numeric"
                  dir="ltr"
                  {...form.field(path('years'), 'whole')}
                />
                <LanguageLeaf
                  form={form}
                  path={path('languageOfInstruction')}
                  label={t('school.taughtIn')}
                  spoken
                />
              </FieldPair>
              <CodeLeaf
                form={form}
                path={path('evidence')}
                list="evidence"
                label={t('evidence')}
                columns={2}
              />
            </More>
          </>
        );
      }}
    </ItemList>
  );
};

const Recognition = ({ form, id }: SectionProps & { readonly id: string }) => {
  const { t } = useTexts('profile');
  const path = (field: string): string => itemPath('vocations', id, field);
  return (
    <More>
      <CodeLeaf form={form} path={path('evidence')} list="evidence" label={t('evidence')} columns={2} />
      <CodeLeaf
        form={form}
        path={path('regulated')}
        list="qual_regulated"
        label={t('school.regulated')}
        columns={2}
      />
      <CodeLeaf
        form={form}
        path={path('recognitionPath')}
        list="recognition_path"
        look="list"
        label={t('school.recognitionPath')}
      />
      <CodeLeaf
        form={form}
        path={path('recognitionStatus')}
        list="recognition_status"
        look="list"
        label={t('school.recognitionStatus')}
      />
      <CodeLeaf
        form={form}
        path={path('recognitionOutcome')}
        list="recognition_outcome"
        look="list"
        label={t('school.recognitionOutcome')}
      />
      <DayLeaf form={form} path={path('appliedOn')} label={t('school.appliedOn')} />
      <DayLeaf form={form} path={path('decidedOn')} label={t('school.decidedOn')} />
    </More>
  );
};

const Vocations = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const items = useItems(form, 'vocations', useUndo());
  return (
    <>
      <ItemList
        items={items}
        label={t('school.vocations')}
        addLabel={t('school.addVocation')}
        nameOf={({ leaves }, index) =>
          textAt(leaves, 'title') ?? t('school.vocationAt', { index: index + 1 })
        }
        canMove
      >
        {({ id }) => {
          const path = (field: string): string => itemPath('vocations', id, field);
          return (
            <>
              <CodeLeaf form={form} path={path('qualType')} list="qual_type" label={t('school.qualType')} />
              <FieldPair>
                <TextField label={t('school.title')} dir="auto" {...form.field(path('title'))} />
                <TextField label={t('school.field')} dir="auto" {...form.field(path('field'))} />
              </FieldPair>
              <CountryLeaf form={form} path={path('country')} label={t('country')} />
              <DateLeaf form={form} path={path('from')} label={t('from')} isPast />
              <DateLeaf form={form} path={path('to')} label={t('until')} />
              <Recognition form={form} id={id} />
            </>
          );
        }}
      </ItemList>
      {items.items.length === 0 && <TickLeaf form={form} path="noVocation" label={t('school.noVocation')} />}
    </>
  );
};

/** Section F. */
export const SchoolSection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  return (
    <>
      <Part>
        <TextField
          label={t('school.years')}
          hint={t('school.yearsHint')}
          inputMode="numeric"
          dir="ltr"
          className="g-control-short"
          {...form.field('schoolYears', 'whole')}
        />
        <Schools form={form} />
        <CodeLeaf form={form} path="schoolGerman" list="school_de" label={t('school.german')} />
        <CodeLeaf
          form={form}
          path="schoolRecognition"
          list="school_recognition"
          label={t('school.recognition')}
          columns={2}
        />
      </Part>
      <Part>
        <Vocations form={form} />
      </Part>
    </>
  );
};
