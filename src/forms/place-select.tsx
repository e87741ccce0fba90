// Countries and languages to choose from, the frequent ones first, by their names in the language of the screen.
import { useMemo, type ReactNode } from 'react';
import { countries, frequentCountries, nationalities } from '#domain/codes/countries.ts';
import { appLanguages, spokenLanguages } from '#domain/codes/language-tags.ts';
import { useCodeNames, useFormat, useLanguage, useTexts } from '#i18n/react.tsx';
import { SelectField } from '#ui/text-field.tsx';
import type { LeafSource } from './record-form.tsx';

type Named = { readonly value: string; readonly name: string };

const Options = ({ of }: { readonly of: readonly Named[] }) =>
  of.map(({ value, name }) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));

type SelectLeafProps = {
  readonly form: LeafSource;
  readonly path: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

const SelectLeaf = ({
  form,
  path,
  label,
  hint,
  frequent,
  all,
  nameOf,
}: SelectLeafProps & {
  readonly frequent: readonly Named[];
  readonly all: readonly Named[];
  readonly nameOf: (value: string) => string;
}) => {
  const { t } = useTexts('forms');
  const leaf = form.leaf(path);
  const value = typeof leaf.value === 'string' ? leaf.value : '';
  const isKnown = [...frequent, ...all].some((one) => one.value === value);
  const options = useMemo(
    () => (
      <>
        {frequent.length > 0 && (
          <optgroup label={t('frequent')}>
            <Options of={frequent} />
          </optgroup>
        )}
        {all.length > 0 && (
          <optgroup label={t('others')}>
            <Options of={all} />
          </optgroup>
        )}
      </>
    ),
    [frequent, all, t],
  );
  return (
    <SelectField
      label={label}
      hint={leaf.contested ?? hint}
      error={leaf.error}
      value={value}
      onFocus={leaf.onFocus}
      onBlur={leaf.onBlur}
      onChange={(event) => {
        leaf.change(event.currentTarget.value);
      }}
    >
      <option value="">{t('pleaseChoose')}</option>
      {value !== '' && !isKnown && <option value={value}>{nameOf(value)}</option>}
      {options}
    </SelectField>
  );
};

/** Names of countries, and of what stands for people without one. */
export const useCountryName = (): ((code: string) => string) => {
  const { countryName } = useFormat();
  const nameOf = useCodeNames('codes');
  return useMemo(() => (code) => nameOf('country_special', code) ?? countryName(code), [countryName, nameOf]);
};

const named = (
  codes: readonly string[],
  nameOf: (code: string) => string,
  sortedIn?: string,
): readonly Named[] => {
  const list = codes.map((value) => ({ value, name: nameOf(value) }));
  if (sortedIn === undefined) return list;
  const collator = new Intl.Collator(sortedIn);
  return list.sort((a, b) => collator.compare(a.name, b.name));
};

/** A country. `nationality`: also "stateless" and the like. */
export const CountryLeaf = ({
  nationality = false,
  ...rest
}: SelectLeafProps & { readonly nationality?: boolean }) => {
  const nameOf = useCountryName();
  const { language } = useLanguage();
  const frequent = useMemo(() => named(frequentCountries, nameOf), [nameOf]);
  const all = useMemo(
    () =>
      named(
        (nationality ? nationalities : countries).filter((code) => !frequentCountries.includes(code)),
        nameOf,
        language.intl,
      ),
    [nameOf, nationality, language],
  );
  return <SelectLeaf {...rest} frequent={frequent} all={all} nameOf={nameOf} />;
};

/** A language. `spoken`: any language people speak, not only those the program and its letters know. */
export const LanguageLeaf = ({
  spoken = false,
  ...rest
}: SelectLeafProps & { readonly spoken?: boolean }) => {
  const { languageName } = useFormat();
  const { language } = useLanguage();
  const frequent = useMemo(() => named(appLanguages, languageName), [languageName]);
  const all = useMemo(
    () =>
      spoken
        ? named(
            spokenLanguages.filter((tag) => !appLanguages.includes(tag)),
            languageName,
            language.intl,
          )
        : [],
    [languageName, spoken, language],
  );
  return <SelectLeaf {...rest} frequent={frequent} all={all} nameOf={languageName} />;
};
