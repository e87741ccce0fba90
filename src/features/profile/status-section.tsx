// Residence status, work permit and benefits: each a history, nothing is overwritten (§1.1, §1.3, §1.4).
import type { ReactNode } from 'react';
import type { CodeListName } from '#domain/codes.ts';
import { latestEntry } from '#domain/effective.ts';
import { firstDayOf, partialDateSchema, type PartialDate } from '#domain/partial-date.ts';
import { today } from '#domain/local-time.ts';
import { itemPath } from '#domain/path.ts';
import { textAt } from '#domain/reading.ts';
import { CodeLeaf, useCodeLabel } from '#forms/code-choice.tsx';
import { ItemList, useItems, type Items, type ListItem } from '#forms/items.tsx';
import { DateLeaf, DayLeaf } from '#forms/partial-date-field.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { iconCheck } from '#ui/icon-paths.ts';
import { StatusTag } from '#ui/status-tag.tsx';
import { FieldPair, TextArea, TextField } from '#ui/text-field.tsx';
import { More, Part } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

const fromOf = ({ leaves }: ListItem): PartialDate | undefined =>
  partialDateSchema.safeParse(leaves['from']).data;

/** The latest first; what has no beginning yet stays at the end, where it was added. */
const byBeginning = (items: Items): Items => {
  const begin = (item: ListItem): string => {
    const from = fromOf(item);
    return from === undefined ? '' : firstDayOf(from);
  };
  const sorted = [...items.items].sort((a, b) => (begin(a) === begin(b) ? 0 : begin(a) > begin(b) ? -1 : 1));
  return { ...items, items: sorted };
};

const currentId = (items: Items): string | undefined => {
  const entries = items.items.map((item) => {
    const from = fromOf(item);
    return [item.id, from === undefined ? {} : { from }] as const;
  });
  return latestEntry(entries, today(new Date()))?.[0];
};

const History = ({
  form,
  map,
  field,
  list,
  label,
  addLabel,
  one,
  children,
}: SectionProps & {
  readonly map: string;
  readonly field: string;
  readonly list: CodeListName;
  readonly label: string;
  readonly addLabel: string;
  readonly one: string;
  readonly children: (path: (field: string) => string) => ReactNode;
}) => {
  const { t } = useTexts('profile');
  const labelOf = useCodeLabel();
  const { partialDate } = useFormat();
  const items = byBeginning(useItems(form, map, useUndo()));
  const current = items.items.length > 1 ? currentId(items) : undefined;
  return (
    <ItemList
      items={items}
      label={label}
      addLabel={addLabel}
      nameOf={({ leaves }) => {
        const code = textAt(leaves, field);
        return code === null ? one : labelOf(list, code);
      }}
    >
      {(item) => {
        const fields = children((leaf) => itemPath(map, item.id, leaf));
        const code = textAt(item.leaves, field);
        const from = fromOf(item);
        if (current !== undefined && item.id !== current && code !== null && from !== undefined)
          return (
            <details className="g-profile-more">
              <summary>{t('status.past', { name: labelOf(list, code), from: partialDate(from) })}</summary>
              <div>{fields}</div>
            </details>
          );
        return (
          <>
            {item.id === current && (
              <div>
                <StatusTag tone="info" icon={iconCheck}>
                  {t('status.current')}
                </StatusTag>
              </div>
            )}
            {fields}
          </>
        );
      }}
    </ItemList>
  );
};

const Statuses = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  return (
    <History
      form={form}
      map="statuses"
      field="status"
      list="residence_status"
      label={t('status.statuses')}
      addLabel={t('status.addStatus')}
      one={t('status.status')}
    >
      {(path) => (
        <>
          <CodeLeaf form={form} path={path('status')} list="residence_status" label={t('status.status')} />
          <DateLeaf form={form} path={path('from')} label={t('status.from')} />
          <DayLeaf
            form={form}
            path={path('printedValidUntil')}
            label={t('status.printedUntil')}
            hint={t('status.printedHint')}
          />
          <DayLeaf
            form={form}
            path={path('legalValidUntil')}
            label={t('status.legalUntil')}
            hint={t('status.legalHint')}
          />
          <More>
            <TextField label={t('status.paragraph')} dir="ltr" {...form.field(path('paragraph'))} />
            <CodeLeaf
              form={form}
              path={path('documentType')}
              list="document_type"
              label={t('status.document')}
            />
            <DayLeaf form={form} path={path('issuedOn')} label={t('status.issuedOn')} />
            <DayLeaf form={form} path={path('firstIssued')} label={t('status.firstIssued')} />
            <CodeLeaf form={form} path={path('sourceSeen')} list="source_seen" label={t('status.source')} />
            <CodeLeaf
              form={form}
              path={path('residenceRule')}
              list="residence_rule"
              label={t('status.rule')}
              columns={2}
            />
            <TextArea label={t('note')} {...form.field(path('note'))} />
          </More>
        </>
      )}
    </History>
  );
};

const WorkPermits = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  return (
    <History
      form={form}
      map="workPermits"
      field="permit"
      list="work_permit"
      label={t('status.permits')}
      addLabel={t('status.addPermit')}
      one={t('status.permit')}
    >
      {(path) => (
        <>
          <CodeLeaf form={form} path={path('permit')} list="work_permit" label={t('status.permit')} />
          <TextArea
            label={t('status.wording')}
            hint={t('status.wordingHint')}
            {...form.field(path('wording'))}
          />
          <DateLeaf form={form} path={path('from')} label={t('status.from')} />
          <DayLeaf form={form} path={path('until')} label={t('status.until')} />
          <More>
            <FieldPair>
              <TextField label={t('status.employer')} dir="auto" {...form.field(path('employer'))} />
              <TextField
                label={t('status.hours')}
                inputMode="numeric"
                dir="ltr"
                {...form.field(path('weeklyHours'), 'whole')}
              />
            </FieldPair>
            <CodeLeaf form={form} path={path('sourceSeen')} list="source_seen" label={t('status.source')} />
          </More>
        </>
      )}
    </History>
  );
};

const Benefits = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  return (
    <History
      form={form}
      map="benefits"
      field="rechtskreis"
      list="rechtskreis"
      label={t('status.benefits')}
      addLabel={t('status.addBenefit')}
      one={t('status.benefit')}
    >
      {(path) => (
        <>
          <CodeLeaf form={form} path={path('rechtskreis')} list="rechtskreis" label={t('status.benefit')} />
          <DateLeaf form={form} path={path('from')} label={t('status.from')} />
          <DayLeaf form={form} path={path('until')} label={t('status.until')} />
        </>
      )}
    </History>
  );
};

/** Section C. */
export const StatusSection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  return (
    <>
      <Part>
        <Statuses form={form} />
      </Part>
      <Part>
        <WorkPermits form={form} />
      </Part>
      <Part>
        <Benefits form={form} />
      </Part>
      <Part>
        <CodeLeaf form={form} path="asylumStage" list="asylum_stage" label={t('status.stage')} />
        <CodeLeaf
          form={form}
          path="identityClarified"
          list="identity_clarified"
          label={t('status.identity')}
          hint={t('status.identityHint')}
        />
      </Part>
    </>
  );
};
