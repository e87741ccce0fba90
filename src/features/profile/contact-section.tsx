// How the person can be reached. Of a women's shelter nothing is kept but that it is one (§1.6).
import * as z from 'zod/mini';
import { addressSchema, PROTECTED_ACCOMMODATION, protectedAddress, type Address } from '#domain/address.ts';
import type { Json } from '#domain/json.ts';
import { today } from '#domain/local-time.ts';
import { ok } from '#domain/result.ts';
import { CodesLeaf, codesToOffer, useCodeLabel } from '#forms/code-choice.tsx';
import type { Reading } from '#forms/judging.ts';
import { LeafNote } from '#forms/leaf-note.tsx';
import { useTexts } from '#i18n/react.tsx';
import { FieldPair, SelectField, TextField } from '#ui/text-field.tsx';
import { Part } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

/** What stands in the fields; lengths are the schema's to judge. */
const typedSchema = z.object({
  accommodation: z.catch(z.string(), ''),
  place: z.catch(z.string(), ''),
  postcode: z.catch(z.string(), ''),
  street: z.catch(z.string(), ''),
});
type Typed = z.infer<typeof typedSchema>;
const nothing: Typed = { accommodation: '', place: '', postcode: '', street: '' };
const typedOf = (value: Json): Typed => typedSchema.safeParse(value).data ?? nothing;

/** An address from its fields; of a shelter nothing but that it is one. */
export const readAddress: Reading = (raw) => {
  const filled = Object.entries(typedOf(raw)).filter(([, text]) => text.trim() !== '');
  if (filled.length === 0) return ok(null);
  const address: Json = Object.fromEntries(filled);
  const known: Address | undefined = addressSchema.safeParse(address).data;
  const isProtected = typedOf(raw).accommodation === PROTECTED_ACCOMMODATION;
  if (isProtected) return ok({ ...protectedAddress({ accommodation: PROTECTED_ACCOMMODATION }) });
  return ok(known === undefined ? address : { ...known });
};

const AddressFields = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const labelOf = useCodeLabel();
  const leaf = form.leaf('address', readAddress);
  const typed = typedOf(leaf.value);
  const isProtected = typed.accommodation === PROTECTED_ACCOMMODATION;
  const field = (name: 'place' | 'postcode' | 'street') => ({
    value: typed[name],
    onFocus: leaf.onFocus,
    onBlur: leaf.onBlur,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      leaf.change({ ...typed, [name]: event.currentTarget.value });
    },
  });
  return (
    <>
      <SelectField
        label={t('contact.accommodation')}
        hint={isProtected ? t('contact.protected') : undefined}
        value={typed.accommodation}
        onFocus={leaf.onFocus}
        onBlur={leaf.onBlur}
        onChange={(event) => {
          leaf.change({ ...typed, accommodation: event.currentTarget.value });
        }}
      >
        <option value="">{t('choose')}</option>
        {codesToOffer('accommodation', [typed.accommodation], today(new Date())).map((code) => (
          <option key={code} value={code}>
            {labelOf('accommodation', code)}
          </option>
        ))}
      </SelectField>
      {!isProtected && (
        <>
          <TextField label={t('contact.street')} dir="auto" {...field('street')} />
          <FieldPair>
            <TextField label={t('contact.postcode')} inputMode="numeric" dir="ltr" {...field('postcode')} />
            <TextField label={t('contact.place')} dir="auto" {...field('place')} />
          </FieldPair>
        </>
      )}
      <LeafNote leaf={leaf} />
    </>
  );
};

/** Section B. */
export const ContactSection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  return (
    <>
      <Part>
        <AddressFields form={form} />
      </Part>
      <Part>
        <TextField label={t('contact.phone')} type="tel" inputMode="tel" dir="ltr" {...form.field('phone')} />
        <CodesLeaf form={form} path="phoneChannels" list="phone_channel" label={t('contact.channels')} />
        <TextField
          label={t('contact.email')}
          type="text"
          inputMode="email"
          dir="ltr"
          {...form.field('email')}
        />
      </Part>
      <Part title={t('contact.trusted')}>
        <p className="g-forms-note">{t('contact.trustedHint')}</p>
        <FieldPair>
          <TextField label={t('contact.trustedName')} dir="auto" {...form.field('trustedName')} />
          <TextField
            label={t('contact.trustedPhone')}
            type="tel"
            inputMode="tel"
            dir="ltr"
            {...form.field('trustedPhone')}
          />
        </FieldPair>
      </Part>
    </>
  );
};
