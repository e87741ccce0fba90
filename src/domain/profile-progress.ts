// How far a profile is: which of the core questions (§2.2, level M) have an answer, section by section.
import type { Json } from './json.ts';
import { isFilled, type ItemLeaves } from './reading.ts';

type Leaves = { readonly [path: string]: Json };
type Maps = ReadonlyMap<string, ReadonlyMap<string, ItemLeaves>>;
type Question = (leaves: Leaves, maps: Maps) => boolean;

const field =
  (...names: readonly string[]): Question =>
  (leaves) =>
    names.some((name) => isFilled(leaves[name]));
const some =
  (map: string, ...fields: readonly string[]): Question =>
  (_leaves, maps) => {
    for (const item of maps.get(map)?.values() ?? [])
      if (fields.some((name) => isFilled(item[name]))) return true;
    return false;
  };
const either =
  (...questions: readonly Question[]): Question =>
  (leaves, maps) =>
    questions.some((question) => question(leaves, maps));

const speaksGerman: Question = (_leaves, maps) => {
  for (const item of maps.get('languages')?.values() ?? []) {
    if (item['language'] !== 'de') continue;
    if (['speaking', 'listening', 'reading', 'writing'].some((skill) => isFilled(item[skill]))) return true;
  }
  return false;
};

const questions = {
  person: [
    either(some('nameParts', 'part'), field('registerGiven', 'registerFamily')),
    field('birth'),
    field('gender'),
    some('nationalities', 'country'),
    field('arrival'),
    field('languageApp'),
    field('interpreterNeeded'),
  ],
  contact: [field('address')],
  status: [some('statuses', 'status'), some('workPermits', 'permit'), some('benefits', 'rechtskreis')],
  language: [some('languages', 'firstLanguage'), field('literacy'), speaksGerman],
  school: [
    some('schools', 'origin'),
    field('schoolYears'),
    field('schoolGerman'),
    either(field('noVocation'), some('vocations', 'qualType')),
  ],
  work: [either(field('noJobs'), some('jobs', 'titleOwnWords', 'titleGerman'))],
  goals: [either(some('goals', 'text'), field('goalOwnWords')), field('goalKind')],
  summary: [field('strengths'), field('needs'), field('template')],
  information: [field('infoGiven')],
} satisfies Record<string, readonly Question[]>;

export type ProfileSection = keyof typeof questions;
export type Progress = { readonly done: number; readonly total: number };

const sections: readonly (readonly [string, readonly Question[]])[] = Object.entries(questions);

/** How many core questions have an answer. */
export const profileProgress = (leaves: Leaves, maps: Maps): Progress => {
  let [done, total] = [0, 0];
  for (const [, list] of sections) {
    total += list.length;
    for (const question of list) if (question(leaves, maps)) done += 1;
  }
  return { done, total };
};

/** The same for one section of the form. */
export const sectionProgress = (section: ProfileSection, leaves: Leaves, maps: Maps): Progress => ({
  done: questions[section].filter((question) => question(leaves, maps)).length,
  total: questions[section].length,
});
