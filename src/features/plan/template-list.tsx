// The fourteen templates with their steps in words. A person chooses; nothing is recommended.
import { useState } from 'react';
import { planTemplates, type PlanTemplate, type TemplateStep } from '#domain/codes/plan-templates.ts';
import type { Json } from '#domain/json.ts';
import { readDay } from '#forms/partial-date-field.tsx';
import { useProblemWords } from '#forms/problem-words.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { noDateParts } from '#ui/date-parts.ts';
import { SectionHead } from '#ui/page-head.tsx';
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
  const wordsOf = useProblemWords();
  const [parts, setParts] = useState(noDateParts);
  const [isTold, setIsTold] = useState(false);
  const start = readDay({ ...parts });
  const take = (template: PlanTemplate): void => {
    if (!start.ok) {
      setIsTold(true);
      return;
    }
    onTake(
      leavesOfTemplate(template, {
        start: typeof start.value === 'string' ? start.value : undefined,
        newId: () => crypto.randomUUID(),
        titleOf: (purpose) => codeName('step_purpose', purpose),
      }),
    );
  };
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
      <DateField
        label={t('template.start')}
        hint={t('template.startHint')}
        error={isTold && !start.ok ? wordsOf(start.error) : undefined}
        value={parts}
        onChange={setParts}
        words={{ day: t('forms:date.day'), month: t('forms:date.month'), year: t('forms:date.year') }}
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
              onClick={() => take(template)}
            >
              {t('template.take')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
