// The sections of the profile in the order of a good talk: trust first, papers last (§2.2), and how far each one is.
import { profileProgress, sectionProgress, type Progress } from '#domain/profile-progress.ts';
import { isFilled, itemsByMap } from '#domain/reading.ts';
import type { VersionedRecord } from '#domain/record.ts';

export const sections = [
  'person',
  'contact',
  'language',
  'work',
  'school',
  'family',
  'framework',
  'goals',
  'status',
  'summary',
] as const;
export type Section = (typeof sections)[number];

/** Whether a word out of an address names a section. */
export const isSection = (word: string | null): word is Section => sections.some((one) => one === word);

/** Sections without core questions count the answers that are welcome. */
const welcome = {
  family: ['singleParent', 'childcare', 'hoursAvailable', 'timesAvailable'],
  framework: ['driving', 'mobility', 'shifts', 'obstacles'],
} as const;

/** How far a section is; the summary also holds the information that Art. 13 asks for. */
export const progressOf = (section: Section, record: VersionedRecord | undefined): Progress => {
  const leaves = record?.values ?? {};
  const maps: ReturnType<typeof itemsByMap> = record === undefined ? new Map() : itemsByMap(record);
  if (section === 'family' || section === 'framework') {
    const fields = welcome[section];
    return { done: fields.filter((field) => isFilled(leaves[field])).length, total: fields.length };
  }
  const own = sectionProgress(section, leaves, maps);
  if (section !== 'summary') return own;
  const information = sectionProgress('information', leaves, maps);
  return { done: own.done + information.done, total: own.total + information.total };
};

/** How far the whole profile is. */
export const wholeProgress = (record: VersionedRecord | undefined): Progress =>
  profileProgress(record?.values ?? {}, record === undefined ? new Map() : itemsByMap(record));
