// The fourteen templates with their steps in words. A person chooses; nothing is recommended.
import { useState } from 'react';
import { planTemplates, type TemplateStep } from '#domain/codes/plan-templates.ts';
import { isCalendarDate } from '#domain/calendar-date.ts';
import type { Json } from '#domain/json.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/page-head.tsx';
import { DayField } from '#ui/text-field.tsx';
import { leavesOfTemplate } from './template-steps.ts';

type TemplateListProps = {
  readonly onTake: (leaves: Record<string, Json>) => void;
  readonly onClose: () => void;
};

/** A step of a template in words: what it is, how long it usually takes, and what may stand there instead. */
const useTemplateWords = () => {
  const { t } = useTexts('plan-edit');
  const codeName = useCodeNames('codes');
  const { list } = useFormat();
  const measure = (type: string): string => (codeName('measure_type', type) ?? type).replace(/ \(.*\)$/, '');
  const more = (key: 'or' | 'with' | 'fallback', types: readonly string[] | undefined): string[] =>
    types === undefined ? [] : [t(`template.${key}`, { steps: list(types.map(measure)) })];
  return {
    nameOf: ({ type, purpose }: TemplateStep): string =>
      purpose === undefined
        ? measure(type)
        : t('template.purpose', {
            measure: measure(type),
            purpose: codeName('step_purpose', purpose) ?? purpose,
          }),
    moreOf: (step: TemplateStep): readonly string[] => [
      step.weeks === null ? t('template.open') : t('template.weeks', { count: step.weeks }),
      ...(step.parallel === true ? [t('template.parallel')] : []),
      ...more('or', step.or),
      ...more('with', step.with),
      ...more('fallback', step.fallback),
    ],
  };
};

/** The page for choosing. */
export function TemplateList({ onTake, onClose }: TemplateListProps) {
  const { t } = useTexts('plan-edit');
  const codeName = useCodeNames('codes');
  const { nameOf, moreOf } = useTemplateWords();
  const [start, setStart] = useState('');
  return (
    <>
      <SectionHead
        title={t('template.title')}
        end={
          <Button variant="quiet" onClick={onClose}>
            {t('app:cancel')}
          </Button>
        }
      />
      <p>{t('template.text')}</p>
      <DayField
        label={t('template.start')}
        hint={t('template.startHint')}
        value={start}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
      <ul className="g-plan-templates">
        {planTemplates.map((template) => (
          <li key={template.code}>
            <div>
              <h3>{codeName('plan_template', template.code) ?? template.code}</h3>
              <ol>
                {template.steps.map((step, index) => (
                  <li key={index}>
                    <b>{nameOf(step)}</b>
                    <span>{moreOf(step).join(' · ')}</span>
                  </li>
                ))}
              </ol>
            </div>
            <Button
              aria-label={t('template.takeThis', {
                name: codeName('plan_template', template.code) ?? template.code,
              })}
              onClick={() => {
                onTake(
                  leavesOfTemplate(template, {
                    start: isCalendarDate(start) ? start : undefined,
                    newId: () => crypto.randomUUID(),
                    titleOf: (purpose) => codeName('step_purpose', purpose),
                  }),
                );
              }}
            >
              {t('template.take')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
