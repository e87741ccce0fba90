// The chips and pills above the list.
import { memo } from 'react';
import { compareInDirectory } from '#domain/directory.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { ChoiceChips, FilterBar, FilterSelect } from '#ui/choice-chips.tsx';
import { caseGroups, type CaseFilter, type Choices } from './listed-cases.ts';

type CaseFiltersProps = {
  readonly filter: CaseFilter;
  readonly choices: Choices;
  readonly onChange: (filter: CaseFilter) => void;
};

const byName = (a: readonly [string, string], b: readonly [string, string]): number =>
  compareInDirectory(a[1], b[1]);

/** A chosen value stands in its list even where no case has it any more. */
const withChosen = (values: readonly string[], chosen: string): readonly string[] =>
  chosen === '' || values.includes(chosen) ? values : [...values, chosen];

/** Groups with their counts; languages and next steps as they occur. */
export const CaseFilters = memo(function CaseFilters({ filter, choices, onChange }: CaseFiltersProps) {
  const { t } = useTexts('caseload');
  const { languageName } = useFormat();
  const codeName = useCodeNames('codes');
  const { group, language, step } = filter;
  const languages = withChosen(choices.languages, language)
    .map((tag) => [tag, languageName(tag)] as const)
    .sort(byName);
  const steps = withChosen(choices.steps, step)
    .map((code) => [code, codeName('measure_type', code) ?? code] as const)
    .sort(byName);
  return (
    <FilterBar>
      <ChoiceChips
        look="filter"
        hideLabel
        clearable
        label={t('show')}
        options={caseGroups.map((value) => ({
          value,
          label: t(`groups.${value}`),
          count: choices.counts[value],
        }))}
        value={group === 'all' ? undefined : group}
        onChange={(value) => onChange({ ...filter, group: value ?? 'all' })}
      />
      <FilterSelect
        label={t('language')}
        value={language}
        onChange={({ currentTarget }) => onChange({ ...filter, language: currentTarget.value })}
      >
        <option value="">{t('language')}</option>
        {languages.map(([tag, name]) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        label={t('nextStep')}
        value={step}
        onChange={({ currentTarget }) => onChange({ ...filter, step: currentTarget.value })}
      >
        <option value="">{t('nextStep')}</option>
        {steps.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </FilterSelect>
    </FilterBar>
  );
});
