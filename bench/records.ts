// The invented county of the benchmarks: about 10,000 records of 1.5 KB in two shapes, the same every time.
import type { Json } from '#domain/json.ts';
import { personIdOf, planIdOf } from '#domain/id.ts';
import { createChance, type Chance } from '#tests/sync/chance.ts';

/** `cases`: 650 cases of about 15 records. `persons`: 10,000 imported persons. */
export type Shape = 'cases' | 'persons';
export type BenchRecord = {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly set: Readonly<Record<string, Json>>;
};

const given = [
  'Mohamad',
  'Semhar',
  'Zarghuna',
  'Oleksandra',
  'Behzad',
  'Hêvîn',
  'Rêbaz',
  'Mariama',
  'Giorgi',
  'Abdi',
];
const family = [
  'Al Khalaf',
  'Tesfay',
  'Marchenko',
  'Rostami',
  'Aydoğan',
  'Karim',
  'Camara',
  'Beridze',
  'Warsame',
  'Nur',
];
const places = ['Adersbeck', 'Grünhameln', 'Ilserode', 'Langelede', 'Velchau', 'Wendmark', 'Fuhsetal-Stadt'];
const syllables = [
  'kurs',
  'weg',
  'brief',
  'amt',
  'werk',
  'bus',
  'tag',
  'wort',
  'plan',
  'haus',
  'schule',
  'zeit',
];

const of = (chance: Chance, list: readonly string[]): string => chance.pick(list) ?? '';
const words = (chance: Chance, length: number): string => {
  let text = '';
  while (text.length < length) text += `${of(chance, syllables)}${of(chance, syllables)} `;
  return text.slice(0, length);
};

const personOf = (chance: Chance, number: number): Record<string, Json> => ({
  'nameParts/a/part': { text: `${of(chance, given)}${number % 97}`, role: 'given' },
  'nameParts/b/part': { text: `${of(chance, family)}${number}`, role: 'family' },
  registerFamily: `${of(chance, family)}${number}`,
  registerGiven: of(chance, given),
  birth: { year: 1960 + (number % 45), month: 1 + (number % 12) },
  gender: chance.happens(0.5) ? 'W' : 'M',
  languageApp: 'ar',
  address: { accommodation: 'GU', place: of(chance, places), street: `Lindenweg ${number % 80}` },
  phone: `01511-${String(number).padStart(7, '0')}`,
  'statuses/s1/status': 'AG',
  'statuses/s1/from': { year: 2025, month: 8 },
  'statuses/s1/printedValidUntil': '2027-03-01',
  'languages/l1/language': 'ar',
  'languages/l1/speaking': 'B1',
  literacy: 'LIT_LATIN',
  schoolYears: 9,
  'schools/k1/country': 'SY',
  'schools/k1/origin': 'SO_2',
  'jobs/j1/titleGerman': `Schneider ${number}`,
  'jobs/j1/country': 'SY',
  goalOwnWords: words(chance, 300),
  strengths: words(chance, 260),
  needs: words(chance, 200),
});

const consultationOf = (chance: Chance, number: number): Record<string, Json> => ({
  start: `2026-${String(1 + (number % 11)).padStart(2, '0')}-15T10:00`,
  minutes: 60,
  contactType: 'KT_AUFSUCH',
  language: 'ar',
  topics: ['TP_SPRACHE', 'TP_ARBEIT'],
  note: words(chance, 1100),
});

/** The records of one case: its case record, its person and, in the shape `cases`, what happened since. */
const recordsOfCase = (shape: Shape, chance: Chance, number: number): readonly BenchRecord[] => {
  const caseId = `bench-case-${String(number).padStart(6, '0')}`;
  const opened = { fileNumber: `DEMO-${number}`, opened: '2026-01-05' };
  const head = [
    { id: caseId, caseId, kind: 'case', set: opened },
    { id: personIdOf(caseId), caseId, kind: 'person', set: personOf(chance, number) },
  ];
  if (shape === 'persons') return head;
  const steps = ['EOK', 'INTK_ALLG', 'PRAK_OR', 'EQ', 'AUSB_D'].flatMap((type, index) => [
    [`steps/s${index}/type`, type],
    [`steps/s${index}/order`, `V${index}`],
    [`steps/s${index}/note`, words(chance, 160)],
  ]);
  const plan = { id: planIdOf(caseId), caseId, kind: 'plan', set: Object.fromEntries(steps) };
  const talks = Array.from({ length: 12 }, (_, index) => ({
    id: `${caseId}-talk-${index}`,
    caseId,
    kind: 'consultation',
    set: consultationOf(chance, number + index),
  }));
  return [...head, plan, ...talks];
};

/** All records of a shape, in a county that is so many times as large. */
export const benchRecords = (shape: Shape, scale = 1): readonly BenchRecord[] => {
  const chance = createChance(42);
  const count = scale * (shape === 'cases' ? 650 : 10_000);
  return Array.from({ length: count }, (_, number) => recordsOfCase(shape, chance, number)).flat();
};

/** A case made on the device without network. */
export const offlinePerson = (
  number: number,
): { readonly caseId: string; readonly set: Record<string, Json> } => ({
  caseId: `bench-offline-${String(number).padStart(6, '0')}`,
  set: personOf(createChance(7001 + number), number),
});
