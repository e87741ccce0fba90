// Invents a person for the big county, with case, plan and talks: number k is always the same person.
import { addDays, addMonths, weekdayOf } from '#domain/calendar-date.ts';
import { namePartRoles, type NamePartRole } from '#domain/name-part.ts';
import { partialDateOf } from '#domain/partial-date.ts';
import type { personKind } from '#domain/person.ts';
import type { Caseworker } from '#server/demo/staff.ts';
import type { Life, Told } from '#server/demo/told.ts';
import { createChance, type Chance } from './chance.ts';
import * as facts from './facts.ts';
import { inventPlan } from './invented-plan.ts';
import { origins, type Origin } from './origins.ts';

/** The day on which the big county stands still: the same people at every seeding. */
export const CROWD_DAY = '2026-11-22';

const leaders: readonly [Caseworker, ...Caseworker[]] = ['ahlers', 'yildirim', 'kallmeyer'];
const templates = ['T01', 'T02', 'T03', 'T04', 'T07', 'T09', 'T14'] as const;
const levels = ['A0', 'A1', 'A1', 'A2', 'A2', 'B1', 'B2'] as const;
const topics = ['TP_SPRACHE', 'TP_ARBEIT', 'TP_AUSB', 'TP_KIBE', 'TP_ANERK', 'TP_BERUFSOR'] as const;
const contactTypes = ['KT_BUERO', 'KT_BUERO', 'KT_AUFSUCH', 'KT_TEL', 'KT_SPRECHST'] as const;
const cards = [
  'TEAM',
  'RELIABILITY',
  'LEARNING',
  'HANDS',
  'CUSTOMERS',
  'CARE',
  'NUMBERS',
  'EMPATHY',
] as const;

const pickOrigin = (chance: Chance): Origin => {
  let left = chance.between(
    1,
    origins.reduce((sum, { weight }) => sum + weight, 0),
  );
  for (const origin of origins) {
    left -= origin.weight;
    if (left <= 0) return origin;
  }
  return origins[0];
};

type NamedParts = readonly (readonly [text: string, role: NamePartRole])[];

const inventName = (
  chance: Chance,
  { style, women, men, families }: Origin,
  isWoman: boolean,
): NamedParts => {
  const given = chance.pick(isWoman ? women : men);
  const family = chance.pick(families);
  switch (style) {
    case 'single':
      return chance.happens(0.5)
        ? [[given, 'given']]
        : [
            [given, 'given'],
            [family, 'family'],
          ];
    case 'chain':
      return [
        [given, 'given'],
        [chance.pick(men), 'father'],
        [family, 'grandfather'],
      ];
    case 'family-first':
      return [
        [family, 'family'],
        [given, 'given'],
      ];
    case 'two-families':
      return [
        [given, 'given'],
        [family, 'family'],
        [chance.pick(families), 'family'],
      ];
    case 'family':
      return [
        [given, 'given'],
        [family, 'family'],
      ];
  }
};

const nameLeaves = (parts: NamedParts): Told<typeof personKind> => {
  const textOf = (isGiven: boolean): string =>
    parts
      .filter(([, role]) => (role === 'given') === isGiven)
      .map(([text]) => text)
      .join(' ');
  const roles = parts.map(([, role]) => role);
  return {
    nameParts: parts.map(([text, role]) => ({ part: { text, role } })),
    displayOrder: namePartRoles
      .filter((role) => roles.includes(role))
      .sort((a, b) => roles.indexOf(a) - roles.indexOf(b)),
    registerGiven: textOf(true),
    ...(parts.length === 1 ? { singleName: true } : { registerFamily: textOf(false) }),
  };
};

const lifeLeaves = (
  chance: Chance,
  origin: Origin,
  arrival: string,
  opened: string,
  age: number,
): Told<typeof personKind> => {
  const standing = origin.country === 'UA' ? facts.temporaryProtection : chance.pick(facts.standings);
  const [status, permit, rechtskreis, documentType] = standing;
  const [title, kldb2, isco1, level] = chance.pick(facts.trades);
  const german = chance.pick(levels);
  const years = chance.between(0, 13);
  const jobYears = Math.min(age - 16, chance.between(0, 15));
  const validUntil = origin.country === 'UA' ? '2027-03-04' : addDays(CROWD_DAY, chance.between(40, 700));
  return {
    asylumStage:
      status === 'AG' ? 'EING' : status === 'AE_24' ? 'NA' : status === 'DUL_60A' ? 'ABL' : 'ANERK',
    statuses: [
      {
        status,
        documentType,
        from: partialDateOf(opened),
        printedValidUntil: validUntil,
        legalValidUntil: validUntil,
        sourceSeen: 'ORIGINAL',
      },
    ],
    workPermits: [{ permit, from: partialDateOf(opened), sourceSeen: 'ORIGINAL' }],
    benefits: [{ rechtskreis, from: partialDateOf(arrival) }],
    languages: [
      ...origin.first.map((language) => ({ language, firstLanguage: true, level: 'HIGH', basis: 'SELF' })),
      {
        language: 'de',
        firstLanguage: false,
        listening: german,
        speaking: german,
        reading: german,
        writing: german,
        basis: 'ADVISER',
      },
    ],
    literacy: years === 0 ? 'LIT_PRIM' : origin.script === 'Latn' ? 'LIT_LATIN' : 'LIT_ZWEIT',
    scripts: years === 0 ? [] : [...new Set([origin.script, 'Latn'])],
    schools: [
      {
        origin: years === 0 ? 'SO_0' : years < 6 ? 'SO_1A' : years < 10 ? 'SO_2' : 'SO_3',
        years,
        country: origin.country,
        evidence: 'EV_SELBST',
      },
    ],
    schoolYears: years,
    schoolGerman: 'SD_OHNE',
    ...(jobYears === 0
      ? { noJobs: true }
      : {
          jobs: [{ titleGerman: title, country: origin.country, kldb2, isco1, level, evidence: 'EV_SELBST' }],
        }),
    jobYears,
    noVocation: true,
    strengthCards: [...new Set([chance.pick(cards), chance.pick(cards), chance.pick(cards)])],
    goalKind: german.startsWith('A') ? 'LANGUAGE' : 'TRAINING',
    goals: [{ text: chance.pick(facts.wishes), kldb2 }],
    strengths: chance.pick(facts.strengths),
    needs: chance.pick(facts.needs),
  };
};

const workday = (date: string): string => {
  const weekday = weekdayOf(date);
  return weekday < 6 ? date : addDays(date, 8 - weekday);
};

const clockOf = (chance: Chance): string =>
  `${String(chance.between(8, 16)).padStart(2, '0')}:${chance.pick(['00', '15', '30', '45'])}`;

/** The person with this number. */
export const inventLife = (index: number): Life => {
  const chance = createChance(index);
  const origin = pickOrigin(chance);
  const isWoman = chance.happens(0.45);
  const age = chance.between(18, 58);
  const opened = workday(addDays(CROWD_DAY, -chance.between(60, 1000)));
  const arrival = addDays(opened, -chance.between(60, 900));
  const template = chance.pick(templates);
  const birthYear = 2026 - age;
  const isYearOnly = chance.happens(0.25);
  const street = `${chance.pick(facts.streets)} ${chance.between(1, 80)}`;
  const plan = inventPlan(chance, CROWD_DAY, template);
  const isOnline = chance.happens(0.5);
  return {
    number: `${opened.slice(0, 4)}-${10_000 + index}`,
    leads: chance.pick(leaders),
    file: { opened, level: 'CASE', phase: 'PH4', origin: 'BENEFITS_OFFICE' },
    person: {
      ...nameLeaves(inventName(chance, origin, isWoman)),
      birth: isYearOnly
        ? { year: birthYear, estimated: true }
        : { year: birthYear, month: chance.between(1, 12), day: chance.between(1, 28) },
      gender: isWoman ? 'W' : 'M',
      nationalities: [{ country: origin.country }],
      arrival: partialDateOf(arrival),
      countySince: partialDateOf(addMonths(arrival, 2)),
      languageApp: origin.app,
      interpreterNeeded: isOnline ? 'SOMETIMES' : 'YES',
      interpreterLanguage: origin.app,
      address: {
        accommodation: chance.pick(['GU', 'DEZENTRAL', 'WOHNUNG', 'WG_FAM']),
        place: chance.pick(facts.places),
        street,
      },
      phone: `01511-0000${10_000 + index}`,
      ...lifeLeaves(chance, origin, arrival, opened, age),
      template,
      profileState: chance.pick(['DRAFT', 'COMPLETE', 'COMPLETE', 'CHECKED']),
      infoGiven: opened,
      infoLanguage: origin.app,
      infoForm: 'WRITTEN',
    },
    ...(plan === undefined ? {} : { plan }),
    talks: Array.from({ length: chance.between(2, 4) }, (_, talk) => ({
      start: `${talk === 0 ? opened : workday(addDays(opened, talk * chance.between(8, 13)))}T${clockOf(chance)}`,
      minutes: chance.between(4, 15) * 5,
      contactType: chance.pick(contactTypes),
      language: origin.app,
      interpreter: chance.pick(['INTERPRETER', 'VIDEO', 'PHONE']),
      topics: [...new Set([chance.pick(topics), chance.pick(topics)])],
      note: `${chance.pick(facts.openings)} ${chance.pick(facts.middles)}`,
      agreements: chance.pick(facts.agreements),
    })),
    appointments: chance.happens(0.2)
      ? [
          {
            at: `${workday(addDays(CROWD_DAY, chance.between(3, 40)))}T${clockOf(chance)}`,
            minutes: 45,
            place: 'Büro',
            mode: 'KT_BUERO',
          },
        ]
      : [],
    followUps: chance.happens(0.3)
      ? [
          {
            due: workday(addDays(CROWD_DAY, chance.between(2, 90))),
            reason: 'FREE',
            text: chance.pick(facts.agreements),
            priority: 'NORMAL',
          },
        ]
      : [],
  };
};
