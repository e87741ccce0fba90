// The way into the course: which one, what is known about it, and since when the person wants it where it has consequences.
import { codeEntry } from '#domain/codes.ts';
import { itemPath } from '#domain/path.ts';
import { codesToOffer, useCodeLabel } from '#forms/code-choice.tsx';
import { LeafNote } from '#forms/leaf-note.tsx';
import { DayLeaf } from '#forms/partial-date-field.tsx';
import type { RecordForm } from '#forms/record-form.tsx';
import { today } from '#domain/local-time.ts';
import { useTexts } from '#i18n/react.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
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
      <div className="g-plan-access">
        <ChoiceChips
          label={t('field.accessRoute')}
          columns={1}
          options={codesToOffer('access_route', [value], today(new Date())).map((code) => ({
            value: code,
            label: labelOf('access_route', code),
          }))}
          value={value === '' ? undefined : value}
          onChange={(code) => leaf.change(code ?? null)}
          clearable
        />
        <LeafNote leaf={leaf} />
      </div>
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
