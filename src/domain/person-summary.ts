// What lists show of the person a case is about: name, languages, status, and the text that a search looks through.
import { PROTECTED_ACCOMMODATION } from './address.ts';
import { latestEntry } from './effective.ts';
import { foldDigits, foldText } from './fold.ts';
import type { Json } from './json.ts';
import { namePartRoles, type NamePart, type NamePartRole } from './name-part.ts';
import type { PartialDate } from './partial-date.ts';
import { displayName } from './person-name.ts';
import { profileProgress } from './profile-progress.ts';
import { itemsByMap, orderedItems, textAt, type ItemLeaves } from './reading.ts';
import type { VersionedRecord } from './record.ts';

/** `legalValidUntil` is the printed date where nobody noted another. `languages`: the app's first, then first languages. */
export type PersonSummary = {
  readonly name: string;
  readonly search: string;
  readonly languages: string[];
  readonly place: string | null;
  readonly accommodation: string | null;
  readonly status: string | null;
  readonly legalValidUntil: string | null;
  readonly profileState: string | null;
  readonly profileDone: number;
  readonly profileTotal: number;
};

type Maps = ReturnType<typeof itemsByMap>;
type Fields = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRole = (value: Json | undefined): value is NamePartRole =>
  namePartRoles.some((role) => role === value);

const namePartsOf = (maps: Maps): readonly NamePart[] =>
  orderedItems(maps, 'nameParts').flatMap(([, { part }]) => {
    if (!isObject(part)) return [];
    const [text, script, role] = [textAt(part, 'text'), textAt(part, 'script'), part['role']];
    if (text === null) return [];
    return [{ text, role: isRole(role) ? role : 'unknown', ...(script === null ? {} : { script }) } as const];
  });

const beginOf = (value: Json | undefined): PartialDate | undefined => {
  if (!isObject(value)) return undefined;
  const { year, month, day } = value;
  if (typeof year !== 'number') return undefined;
  if (typeof month !== 'number') return { year };
  return typeof day === 'number' ? { year, month, day } : { year, month };
};

const latestStatus = (maps: Maps, on: string | undefined): ItemLeaves | undefined => {
  const entries = [...(maps.get('statuses') ?? [])].flatMap(([id, item]) => {
    const from = beginOf(item['from']);
    if (textAt(item, 'status') === null) return [];
    return [[id, { item, ...(from === undefined ? {} : { from }) }] as const];
  });
  return latestEntry(entries, on)?.[1].item;
};

const languagesOf = (person: Fields, maps: Maps): string[] => {
  const first = orderedItems(maps, 'languages').flatMap(([, item]) =>
    item['firstLanguage'] === true ? [textAt(item, 'language')] : [],
  );
  return [...new Set([textAt(person, 'languageApp'), ...first])].filter((tag) => tag !== null);
};

const addressOf = (value: Json | undefined): Pick<PersonSummary, 'place' | 'accommodation'> => {
  const address = isObject(value) ? value : {};
  const accommodation = textAt(address, 'accommodation');
  return {
    place: accommodation === PROTECTED_ACCOMMODATION ? null : textAt(address, 'place'),
    accommodation,
  };
};

/** Everything somebody may remember of a case, folded; the name once more without blanks: "Al Khalaf", "Alkhalaf". */
const searchOf = (
  person: Fields,
  maps: Maps,
  parts: readonly NamePart[],
  name: string,
  more: (string | null)[],
): string => {
  const registered = ['registerGiven', 'registerFamily', 'nameCalled', 'originalScript'].map((key) =>
    textAt(person, key),
  );
  const spellings = [...(maps.get('spellings')?.values() ?? [])].map((item) => textAt(item, 'text'));
  const birth = beginOf(person['birth']);
  const year = birth === undefined ? null : String(birth.year);
  const texts = [name, ...parts.map(({ text }) => text), ...registered, ...spellings, ...more, year];
  // Folded in one go: ten thousand cases are summarised at a first transfer.
  const words = new Set(foldText(texts.filter((text) => text !== null).join(' ')).split(' '));
  const joined = foldText(name).replaceAll(' ', '');
  return [...words, joined, foldDigits(textAt(person, 'phone') ?? '')].filter(Boolean).join(' ');
};

/**
 * Summarises the person of a case; of a person nobody wrote anything about yet, everything is empty.
 * @param more further texts a search should find the case by
 * @param on a day: a residence status that begins after it is not shown yet
 */
export const summarisePerson = (
  record: VersionedRecord | undefined,
  more: readonly (string | null)[] = [],
  on?: string,
): PersonSummary => {
  const person: Fields = record?.values ?? {};
  const maps: Maps = record === undefined ? new Map() : itemsByMap(record);
  const parts = namePartsOf(maps);
  const order = person['displayOrder'];
  const name = displayName({
    parts,
    displayOrder: Array.isArray(order) ? order.filter(isRole) : undefined,
    registerGiven: textAt(person, 'registerGiven'),
    registerFamily: textAt(person, 'registerFamily'),
    nameCalled: textAt(person, 'nameCalled'),
  });
  const address = addressOf(person['address']);
  const status = latestStatus(maps, on);
  const progress = profileProgress(person, maps);
  return {
    name,
    search: searchOf(person, maps, parts, name, [address.place, ...more]),
    languages: languagesOf(person, maps),
    ...address,
    status: textAt(status, 'status'),
    legalValidUntil: textAt(status, 'legalValidUntil') ?? textAt(status, 'printedValidUntil'),
    profileState: textAt(person, 'profileState'),
    profileDone: progress.done,
    profileTotal: progress.total,
  };
};
