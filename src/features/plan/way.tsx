// The way itself: its head, the picture (lanes, or a path on a phone), the next step; or the steps to be put in order.
import { useState } from 'react';
import type { Plan } from '#domain/plan.ts';
import type { RecordForm } from '#forms/record-form.tsx';
import { SaveMark } from '#forms/save-mark.tsx';
import { useCodeNames, useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { iconArrowsSort, iconCheck, iconPlus } from '#ui/icon-paths.ts';
import { SectionHead } from '#ui/page-head.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { Station } from './stations.ts';
import { StepCard } from './step-card.tsx';
import { StepList } from './step-list.tsx';
import { WayPicture } from './way-picture.tsx';

type WayProps = {
  readonly form: RecordForm;
  readonly plan: Plan;
  readonly stations: readonly Station[];
  readonly today: string;
  readonly onEdit: (id: string) => void;
  readonly onAdd: () => void;
  readonly deeds: {
    readonly move: (id: string, by: -1 | 1) => void;
    readonly remove: (id: string, name: string) => void;
  };
};

/** The way with its steps. */
export function Way({ form, plan, stations, today, onEdit, onAdd, deeds }: WayProps) {
  const { t } = useTexts('plan-edit');
  const codeName = useCodeNames('codes');
  const [isOrdering, setIsOrdering] = useState(false);
  const { template } = plan;
  const note = [
    t('way.steps', { count: stations.length }),
    ...(template === undefined ? [] : [codeName('plan_template', template) ?? template]),
  ].join(' · ');
  return (
    <>
      <SectionHead
        title={<bdi>{plan.title ?? t('way.title')}</bdi>}
        note={note}
        end={
          <>
            <Button
              variant="quiet"
              icon={isOrdering ? iconCheck : iconArrowsSort}
              onClick={() => setIsOrdering(!isOrdering)}
            >
              {isOrdering ? t('order.done') : t('order.begin')}
            </Button>
            <Button icon={iconPlus} onClick={onAdd}>
              {t('way.add')}
            </Button>
          </>
        }
      />
      {!isOrdering && form.contested('title')}
      {isOrdering ? (
        <>
          <TextField
            label={t('way.titleField')}
            hint={t('way.titleHint')}
            dir="auto"
            {...form.field('title')}
          />
          <SaveMark form={form} />
          <StepList {...{ stations, onEdit, deeds }} />
        </>
      ) : (
        <>
          <div className="g-plan-wide">
            <WayPicture {...{ stations, today }} onSelect={onEdit} />
          </div>
          <div className="g-plan-narrow">
            <StepList {...{ stations, onEdit }} />
          </div>
          <StepCard plan={form.record} {...{ stations, onEdit }} />
        </>
      )}
    </>
  );
}
