// The way into the course: which one, what is known about it, and since when the person wants it where it has consequences.
import { codeEntry } from '#domain/codes.ts';
import { itemPath } from '#domain/path.ts';
import { codesToOffer, useCodeLabel } from '#forms/code-choice.tsx';
import { DayLeaf } from '#forms/partial-date-field.tsx';
import type { RecordForm } from '#forms/record-form.tsx';
import { today } from '#domain/local-time.ts';
import { useTexts } from '#i18n/react.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { hasAccessHint } from './access-hints.ts';
import { AccessHint } from './step-card.tsx';
import type { Station } from './stations.ts';

type AccessFieldsProps = { readonly form: RecordForm; readonly station: Station };

/** Choice and hint. */
export function AccessFields({ form, station: { id, step } }: AccessFieldsProps) {
  const { t } = useTexts('plan-edit');
  const labelOf = useCodeLabel();
  const leaf = form.leaf(itemPath('steps', id, 'accessRoute'));
  const value = typeof leaf.value === 'string' ? leaf.value : '';
  const hasConsequences = codeEntry('access_route', value)?.sanctionRisk === true;
  return (
    <>
      <SelectField
        label={t('field.accessRoute')}
        hint={leaf.contested}
        error={leaf.error}
        value={value}
        onFocus={leaf.onFocus}
        onBlur={leaf.onBlur}
        onChange={(event) => leaf.change(event.currentTarget.value)}
      >
        <option value="">{t('card.accessOpen')}</option>
        {codesToOffer('access_route', [value], today(new Date())).map((code) => (
          <option key={code} value={code}>
            {labelOf('access_route', code)}
          </option>
        ))}
      </SelectField>
      {hasConsequences && (
        <DayLeaf
          form={form}
          path={itemPath('steps', id, 'wishInformed')}
          label={t('field.wishInformed')}
          hint={t('field.wishInformedHint')}
        />
      )}
      {hasAccessHint(value) && <AccessHint route={value} step={step} />}
    </>
  );
}
