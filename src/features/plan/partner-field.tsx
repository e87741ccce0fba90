// Who offers a step: a partner of the county, or somebody written by hand. One of the two, never both.
import { itemPath } from '#domain/path.ts';
import type { RecordForm } from '#forms/record-form.tsx';
import { useTexts } from '#i18n/react.tsx';
import { SelectField, TextField } from '#ui/text-field.tsx';
import { usePartners } from './partners.ts';
import type { Station } from './stations.ts';

type PartnerFieldProps = { readonly form: RecordForm; readonly station: Station };

/** The list, and a line to write in as long as nobody of the list is chosen. */
export function PartnerField({ form, station: { id } }: PartnerFieldProps) {
  const { t } = useTexts('plan-edit');
  const partners = usePartners();
  const partnerPath = itemPath('steps', id, 'partner');
  const namePath = itemPath('steps', id, 'partnerName');
  const leaf = form.leaf(partnerPath);
  const value = typeof leaf.value === 'string' ? leaf.value : '';
  const isUnknown = value !== '' && !partners.some((partner) => partner.id === value);
  return (
    <>
      {(partners.length > 0 || value !== '') && (
        <SelectField
          label={t('field.partner')}
          hint={leaf.contested}
          error={leaf.error}
          value={value}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            // What was written by hand would be shown instead of the chosen partner: it goes in the same deed.
            void form.write(
              chosen === '' ? { [partnerPath]: null } : { [partnerPath]: chosen, [namePath]: null },
            );
          }}
        >
          <option value="">{t('field.partnerOther')}</option>
          {isUnknown && <option value={value}>{t('field.partnerUnknown')}</option>}
          {partners.map(({ id: partner, name, place }) => (
            <option key={partner} value={partner}>
              {place === undefined ? name : `${name}, ${place}`}
            </option>
          ))}
        </SelectField>
      )}
      {value === '' && (
        <TextField
          label={t('field.partnerName')}
          hint={t('field.partnerNameHint')}
          dir="auto"
          {...form.field(namePath)}
        />
      )}
    </>
  );
}
