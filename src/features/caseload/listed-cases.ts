// Which cases the list shows and in which order: what is late first, then by name; groups, languages, next steps, words.
import type { CaseSummary } from '#domain/case-summary.ts';
import { overdueOf, type Due } from '#domain/due.ts';
import { isFound } from '#domain/fold.ts';
import type { CaseTransfer } from '#store/react.tsx';

/** A case with what decides where it stands in the list. */
export type ListedCase = {
  readonly summary: CaseSummary;
  readonly overdue: Due | undefined;
  readonly transfer: CaseTransfer;
};

/** The groups a chip chooses; without a chip everything is shown. */
export const caseGroups = ['active', 'overdue', 'unsent', 'closed'] as const;
export type CaseGroup = (typeof caseGroups)[number];

/** What is chosen above the list. */
export type CaseFilter = {
  readonly group: CaseGroup | 'all';
  readonly language: string;
  readonly step: string;
};

const isInGroup: Readonly<Record<CaseGroup, (listed: ListedCase) => boolean>> = {
  active: ({ summary }) => summary.closed === null,
  overdue: ({ overdue }) => overdue !== undefined,
  unsent: ({ transfer }) => transfer === 'waiting' || transfer === 'refused',
  closed: ({ summary }) => summary.closed !== null,
};

/**
 * Puts the cases in the order of the list: late ones first, within each part as they come (by name).
 * @param transferOf where a case's transfer stands
 */
export const listCases = (
  cases: readonly CaseSummary[],
  transferOf: (summary: CaseSummary) => CaseTransfer,
  today: string,
): readonly ListedCase[] => {
  const late: ListedCase[] = [];
  const others: ListedCase[] = [];
  for (const summary of cases) {
    const overdue = overdueOf(summary, today);
    (overdue === undefined ? others : late).push({ summary, overdue, transfer: transferOf(summary) });
  }
  return late.concat(others);
};

/** What can be chosen above the list: how many there are of each group, and which languages and steps occur. */
export type Choices = {
  readonly counts: Readonly<Record<CaseGroup, number>>;
  readonly languages: readonly string[];
  readonly steps: readonly string[];
};

/** Counts the groups and gathers languages and next steps, in one walk. */
export const choicesOf = (listed: readonly ListedCase[]): Choices => {
  const counts = { active: 0, overdue: 0, unsent: 0, closed: 0 };
  const languages = new Set<string>();
  const steps = new Set<string>();
  for (const one of listed) {
    for (const group of caseGroups) if (isInGroup[group](one)) counts[group] += 1;
    for (const language of one.summary.languages) languages.add(language);
    const type = one.summary.nextStep?.type;
    if (type != null) steps.add(type);
  }
  return { counts, languages: [...languages], steps: [...steps] };
};

/** The cases that are chosen and hold every word. */
export const chooseCases = (
  listed: readonly ListedCase[],
  { group, language, step }: CaseFilter,
  words: readonly string[],
): readonly ListedCase[] =>
  listed.filter(
    (one) =>
      (group === 'all' || isInGroup[group](one)) &&
      (language === '' || one.summary.languages.includes(language)) &&
      (step === '' || one.summary.nextStep?.type === step) &&
      isFound(one.summary.search, words),
  );
