// Work: what somebody has done, in her own words first and in the words of the trade beside them (§1.12).
import type { Json } from '#domain/json.ts';
import { itemPath } from '#domain/path.ts';
import { textAt } from '#domain/reading.ts';
import { ok } from '#domain/result.ts';
import { CodeLeaf } from '#forms/code-choice.tsx';
import { ItemList, useItems } from '#forms/items.tsx';
import type { Reading } from '#forms/judging.ts';
import { DateLeaf } from '#forms/partial-date-field.tsx';
import { CountryLeaf } from '#forms/place-select.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useTexts } from '#i18n/react.tsx';
import { TextArea, TextField } from '#ui/text-field.tsx';
import { More, Part, TickLeaf } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

/** Words with commas between them become a list. */
export const readWords: Reading = (raw) => {
  const words = (typeof raw === 'string' ? raw : '').split(/[,،;\n]/).map((word) => word.trim());
  const filled = [...new Set(words.filter((word) => word !== ''))];
  return ok(filled.length === 0 ? null : filled);
};
const wordsOf = (value: Json): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : '';

const ToolsField = ({ form, path }: SectionProps & { readonly path: string }) => {
  const { t } = useTexts('profile');
  const leaf = form.leaf(path, readWords);
  return (
    <TextField
      label={t('work.tools')}
      hint={leaf.contested ?? t('work.toolsHint')}
      error={leaf.error}
      dir="auto"
      value={wordsOf(leaf.value)}
      onFocus={leaf.onFocus}
      onBlur={leaf.onBlur}
      onChange={(event) => {
        leaf.change(event.currentTarget.value);
      }}
    />
  );
};

/** Section H. */
export const WorkSection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const items = useItems(form, 'jobs', useUndo());
  return (
    <Part>
      <ItemList
        items={items}
        label={t('work.jobs')}
        addLabel={t('work.add')}
        nameOf={({ leaves }, index) =>
          textAt(leaves, 'titleGerman') ??
          textAt(leaves, 'titleOwnWords') ??
          t('work.at', { index: index + 1 })
        }
        canMove
      >
        {({ id }) => {
          const path = (field: string): string => itemPath('jobs', id, field);
          return (
            <>
              <TextField label={t('work.titleGerman')} {...form.field(path('titleGerman'))} />
              <TextField label={t('work.ownWords')} dir="auto" {...form.field(path('titleOwnWords'))} />
              <CountryLeaf form={form} path={path('country')} label={t('country')} />
              <DateLeaf form={form} path={path('from')} label={t('from')} isPast />
              <DateLeaf form={form} path={path('to')} label={t('until')} />
              <TextArea label={t('work.tasks')} {...form.field(path('tasks'))} />
              <More>
                <ToolsField form={form} path={path('tools')} />
                <TextField label={t('work.sector')} dir="auto" {...form.field(path('sector'))} />
                <CodeLeaf form={form} path={path('kldb2')} list="kldb2" label={t('work.kldb')} />
                <CodeLeaf
                  form={form}
                  path={path('level')}
                  list="job_level"
                  label={t('work.level')}
                  columns={2}
                />
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
      {items.items.length === 0 && <TickLeaf form={form} path="noJobs" label={t('work.none')} />}
      <TextField
        label={t('work.years')}
        inputMode="numeric"
        dir="ltr"
        className="g-control-short"
        {...form.field('jobYears', 'whole')}
      />
    </Part>
  );
};
