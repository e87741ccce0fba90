// Says a leaf outside its form: what it is called, in which thing it stands, and its value as its own field shows it.
import { useMemo } from 'react';
import type { Json } from '#domain/json.ts';
import { isLocalTime } from '#domain/local-time.ts';
import { addressSchema } from '#domain/address.ts';
import { namePartSchema } from '#domain/name-part.ts';
import { partialDateSchema } from '#domain/partial-date.ts';
import { itemPath, partsOfPath } from '#domain/path.ts';
import { itemsByMap, orderedItems, textAt } from '#domain/reading.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { useCodeNames, useFormat, useTexts, type CodeName, type Say } from '#i18n/react.tsx';
import type { Format } from '#i18n/format.ts';
import type { CaseFile } from '#store/case-file.ts';
import { useCounty } from '#store/react.tsx';
import { leafLookAt, type Look } from './leaf-looks.ts';

type Means = {
  readonly t: Say<'versions'>;
  readonly codes: CodeName;
  readonly kinds: CodeName;
  readonly format: Format;
  readonly county: CaseFile;
};

/** A leaf and where it stands; `record` is the record it belongs to, as far as it is known. */
export type LeafPlace = {
  readonly kind: string;
  readonly path: string;
  readonly record?: VersionedRecord | undefined;
};

const isText = (value: Json | undefined): value is string => typeof value === 'string';
const textsIn = (value: Json): string[] => (Array.isArray(value) ? value : [value]).filter(isText);

/** Anything at all, as far as it can be read: what a newer program wrote is shown, not hidden. */
const readable = (value: Json, t: Means['t']): string => {
  if (isText(value) || typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (value === null) return t('value.nothing');
  const parts = Object.values(value).filter((part) => isText(part) || typeof part === 'number');
  return parts.length === 0 ? t('value.unknown') : parts.join(', ');
};

/** Where an item would stand if it had this order: people know places, not keys. */
const placeOf = ({ record, path }: LeafPlace, value: Json, t: Means['t']): string => {
  const { map = '', item = '' } = partsOfPath(path);
  const items = record === undefined ? [] : orderedItems(itemsByMap(record), map);
  const others = items.filter(([id]) => id !== item).map(([, leaves]) => textAt(leaves, 'order') ?? '');
  const place = others.filter((order) => order < String(value)).length + 1;
  return t('value.place', { place, count: others.length + 1 });
};

const addressWords = (value: Json, { codes, t }: Means): string => {
  const address = addressSchema.safeParse(value).data;
  if (address === undefined) return readable(value, t);
  const { accommodation, street, postcode, place } = address;
  const kind =
    accommodation === undefined ? undefined : (codes('accommodation', accommodation) ?? accommodation);
  return [kind, street, [postcode, place].filter(Boolean).join(' ')].filter(Boolean).join(', ');
};

const namePartWords = (value: Json, { kinds, t }: Means): string => {
  const part = namePartSchema.safeParse(value).data;
  if (part === undefined) return readable(value, t);
  const role = kinds('role', part.role) ?? part.role;
  return [`${part.text} (${role})`, part.sounds].filter(Boolean).join(' · ');
};

const valueWords = (place: LeafPlace, value: Json, means: Means): string => {
  const { t, codes, kinds, format, county } = means;
  const { look, list = '' } = leafLookAt(place.kind, place.path) ?? { look: undefined };
  if (look === 'gone') return t(value === true ? 'value.deleted' : 'value.kept');
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return t('value.nothing');
  const listed = (nameOf: (one: string) => string): string => format.list(textsIn(value).map(nameOf));
  const sayers: Partial<Record<Look, () => string>> = {
    code: () => listed((code) => codes(list, code) ?? code),
    codes: () => listed((code) => codes(list, code) ?? code),
    words: () => listed((word) => word),
    scripts: () => listed((script) => kinds('script', script) ?? script),
    roles: () => listed((role) => kinds('role', role) ?? role),
    language: () => listed(format.languageName),
    languages: () => listed(format.languageName),
    country: () => listed((code) => codes('country_special', code) ?? format.countryName(code)),
    number: () => (typeof value === 'number' ? String(value) : readable(value, t)),
    day: () => (isText(value) ? format.date(value) : readable(value, t)),
    partial: () => {
      const date = partialDateSchema.safeParse(value).data;
      return date === undefined ? readable(value, t) : format.partialDate(date);
    },
    moment: () => (isText(value) && isLocalTime(value) ? format.dateTime(value) : readable(value, t)),
    address: () => addressWords(value, means),
    'name-part': () => namePartWords(value, means),
    user: () => listed((id) => textAt(county.records.get(id)?.values, 'name') ?? t('value.unknown')),
    partner: () => listed((id) => textAt(county.records.get(id)?.values, 'name') ?? t('value.unknown')),
    offer: () => listed((id) => textAt(county.records.get(id)?.values, 'title') ?? t('value.unknown')),
    id: () => t('value.unknown'),
    decision: () =>
      listed((one) => (one === 'accepted' || one === 'declined' ? t(`value.${one}`) : t('value.open'))),
    order: () => placeOf(place, value, t),
  };
  return (look === undefined ? undefined : sayers[look])?.() ?? readable(value, t);
};

/** The leaves that name an item of a map, the better one first. */
const namingLeaves: Readonly<Record<string, readonly string[]>> = {
  'plan steps': ['title', 'type'],
  'person nameParts': ['part'],
  'person spellings': ['text'],
  'person nationalities': ['country'],
  'person statuses': ['status'],
  'person workPermits': ['permit'],
  'person benefits': ['rechtskreis'],
  'person children': ['birthYear'],
  'person languages': ['language'],
  'person certificates': ['certificate'],
  'person schools': ['origin'],
  'person vocations': ['title', 'qualType'],
  'person jobs': ['titleGerman', 'titleOwnWords'],
  'person goals': ['text'],
  'case deputies': ['user'],
  'partner contacts': ['name'],
  'offer titles': ['text'],
};

/** The leaves that name a record of which a case has many. */
const namingFields: Readonly<Record<string, readonly string[]>> = {
  consultation: ['start'],
  appointment: ['at'],
  'follow-up': ['text', 'reason'],
  partner: ['name'],
  offer: ['title'],
};

const firstSaid = (
  { kind, record }: LeafPlace,
  paths: readonly string[],
  means: Means,
): string | undefined => {
  const path = paths.find((one) => (record?.values[one] ?? null) !== null);
  return path === undefined
    ? undefined
    : valueWords({ kind, path, record }, record?.values[path] ?? null, means);
};

const createLeafWords = (means: Means) => ({
  /** What the leaf is called: the label of its field. */
  label: ({ kind, path }: LeafPlace): string => {
    const look = leafLookAt(kind, path);
    if (look !== undefined) return means.t(look.label);
    const { map, field } = partsOfPath(path);
    return means.kinds(`field.${kind}`, map ?? field) ?? field;
  },
  /** In which thing it stands: "Weg · Sprachkurs B1", "Gespräch · Di, 15. Dezember 2026, 9:30 Uhr". */
  where: (place: LeafPlace): string => {
    const { kind, path } = place;
    const { map, item } = partsOfPath(path);
    const what = means.kinds('kind', kind) ?? kind;
    const record = firstSaid(place, namingFields[kind] ?? [], means);
    if (map === undefined || item === undefined) return [what, record].filter(Boolean).join(' · ');
    const list = means.kinds(`field.${kind}`, map) ?? map;
    const names = (namingLeaves[`${kind} ${map}`] ?? []).map((leaf) => itemPath(map, item, leaf));
    return [what, record, list, firstSaid(place, names, means)].filter(Boolean).join(' · ');
  },
  value: (place: LeafPlace, value: Json): string => valueWords(place, value, means),
});

/** Says leaves in words. */
export type LeafWords = ReturnType<typeof createLeafWords>;

/** The words; the same object until the language or the county's records change. */
export const useLeafWords = (): LeafWords => {
  const { t } = useTexts('versions');
  const codes = useCodeNames('codes');
  const names = { transfer: useCodeNames('transfer'), profile: useCodeNames('profile') };
  const format = useFormat();
  const county = useCounty();
  const { transfer, profile } = names;
  return useMemo(
    () =>
      createLeafWords({
        ...{ t, codes, format, county },
        kinds: (list, code) => transfer(list, code) ?? profile(list, code),
      }),
    [t, codes, format, county, transfer, profile],
  );
};

/** Which way a value is read: numbers and addresses for mail from the left, people's own words as they are. */
export const directionOf = (kind: string, path: string): 'ltr' | 'auto' =>
  leafLookAt(kind, path)?.look === 'sign' ? 'ltr' : 'auto';
