// Household: only what decides when somebody can go to a course or to work. Of children the year of birth alone (§1.7).
import { itemPath } from '#domain/path.ts';
import { CodesLeaf, FlagLeaf } from '#forms/code-choice.tsx';
import { ItemList, useItems } from '#forms/items.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useTexts } from '#i18n/react.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Part, TickLeaf } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

/** Section D. */
export const FamilySection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const children = useItems(form, 'children', useUndo());
  return (
    <>
      <Part>
        <FlagLeaf form={form} path="singleParent" label={t('family.single')} />
        <ItemList
          items={children}
          label={t('family.children')}
          hint={t('family.childrenHint')}
          addLabel={t('family.addChild')}
          nameOf={({ leaves }, index) => {
            const year = leaves['birthYear'];
            return typeof year === 'number'
              ? t('family.childOf', { year: String(year) })
              : t('family.childAt', { index: index + 1 });
          }}
        >
          {({ id }) => (
            <>
              <TextField
                label={t('family.birthYear')}
                inputMode="numeric"
                dir="ltr"
                className="g-control-short"
                {...form.field(itemPath('children', id, 'birthYear'), 'whole')}
              />
              <TickLeaf form={form} path={itemPath('children', id, 'inHousehold')} label={t('family.here')} />
            </>
          )}
        </ItemList>
        <CodesLeaf form={form} path="childcare" list="childcare" label={t('family.childcare')} columns={2} />
      </Part>
      <Part>
        <TextField
          label={t('family.hours')}
          inputMode="numeric"
          dir="ltr"
          className="g-control-short"
          {...form.field('hoursAvailable', 'whole')}
        />
        <CodesLeaf form={form} path="timesAvailable" list="time_slot" label={t('family.times')} columns={4} />
      </Part>
    </>
  );
};
