// Goals: what the person wants, in her own words, and towards what the way leads.
import { itemPath } from '#domain/path.ts';
import { textAt } from '#domain/reading.ts';
import { CodeLeaf } from '#forms/code-choice.tsx';
import { ItemList, useItems } from '#forms/items.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useTexts } from '#i18n/react.tsx';
import { TextArea, TextField } from '#ui/text-field.tsx';
import { Part } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

const MOST_GOALS = 3;

/** Section J. */
export const GoalsSection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const items = useItems(form, 'goals', useUndo());
  return (
    <>
      <Part>
        <TextArea
          label={t('goals.ownWords')}
          hint={t('goals.ownWordsHint')}
          {...form.field('goalOwnWords')}
        />
        <CodeLeaf form={form} path="goalKind" list="goal_kind" label={t('goals.kind')} columns={3} />
        <CodeLeaf form={form} path="goalWhen" list="goal_when" label={t('goals.when')} columns={2} />
      </Part>
      <Part>
        <ItemList
          items={items}
          label={t('goals.jobs')}
          addLabel={t('goals.add')}
          nameOf={({ leaves }, index) => textAt(leaves, 'text') ?? t('goals.at', { index: index + 1 })}
          canMove
          most={MOST_GOALS}
        >
          {({ id }) => (
            <>
              <TextField label={t('goals.job')} dir="auto" {...form.field(itemPath('goals', id, 'text'))} />
              <CodeLeaf
                form={form}
                path={itemPath('goals', id, 'kldb2')}
                list="kldb2"
                label={t('work.kldb')}
              />
            </>
          )}
        </ItemList>
      </Part>
    </>
  );
};
