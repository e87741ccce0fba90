// The order of the table as one choice: on a narrow screen there are no heads to press.
import { useTexts } from '#i18n/react.tsx';
import { FilterSelect } from '#ui/choice-chips.tsx';
import { nextSort } from './review-address.ts';
import { reviewColumns, type ReviewSort } from './review-rows.ts';

type SortSelectProps = {
  readonly sort: ReviewSort | null;
  readonly onSort: (sort: ReviewSort | null) => void;
};

/** What is urgent first, or by a column. */
export function SortSelect({ sort, onSort }: SortSelectProps) {
  const { t } = useTexts('review');
  return (
    <FilterSelect
      className="g-review-sort"
      label={t('sortBy')}
      value={sort?.column ?? ''}
      onChange={({ currentTarget }) => {
        const column = reviewColumns.find((name) => name === currentTarget.value);
        onSort(column === undefined ? null : nextSort(null, column));
      }}
    >
      <option value="">{t('urgentFirst')}</option>
      {reviewColumns.map((column) => (
        <option key={column} value={column}>
          {t('sortedBy', { column: t(`columns.${column}`) })}
        </option>
      ))}
    </FilterSelect>
  );
}
