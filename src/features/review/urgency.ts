// How urgent a case is, and why: act now, this week, on plan. A hint for whoever looks, never a judgement about a person.
import { addDays, daysBetween } from '#domain/calendar-date.ts';
import type { CaseSummary } from '#domain/case-summary.ts';
import { nextOf, overdueOf, type Due } from '#domain/due.ts';

/** The groups, the most urgent first. */
export const severities = ['now', 'week', 'plan'] as const;
export type Severity = (typeof severities)[number];

/** What stands in the last column: the first reason that applies. */
export type Note =
  | { readonly kind: 'overdue'; readonly on: string; readonly due: Due }
  | { readonly kind: 'next'; readonly on: string; readonly due: Due }
  | { readonly kind: 'permit-ended'; readonly on: string }
  | { readonly kind: 'permit-until'; readonly on: string }
  | { readonly kind: 'silent'; readonly on: string | null; readonly days: number }
  | { readonly kind: 'two-versions'; readonly on: null; readonly count: number };

export type Urgency = { readonly severity: Severity; readonly note: Note | null };

/** From how many days on somebody has not been heard of for long. */
export const SILENCE = 30;
/** How many days ahead a deadline is near. */
export const NEAR = 60;
const WEEK = 7;

type Judged = Pick<
  CaseSummary,
  | 'opened'
  | 'closed'
  | 'lastContact'
  | 'legalValidUntil'
  | 'followUps'
  | 'appointments'
  | 'nextStep'
  | 'contested'
>;

/** For how many days nobody has spoken with the person; since the opening if nobody ever has. */
export const daysWithoutContact = (
  { lastContact, opened }: Pick<CaseSummary, 'lastContact' | 'opened'>,
  today: string,
): number => {
  const since = lastContact ?? opened;
  return since === null ? 0 : Math.max(0, daysBetween(since, today));
};

const reasonToActNow = (summary: Judged, overdue: Due | undefined, today: string): Note | null => {
  if (overdue?.kind === 'follow-up') return { kind: 'overdue', on: overdue.on, due: overdue };
  const { legalValidUntil } = summary;
  if (legalValidUntil !== null && legalValidUntil < today)
    return { kind: 'permit-ended', on: legalValidUntil };
  const days = daysWithoutContact(summary, today);
  return days > SILENCE ? { kind: 'silent', on: summary.lastContact ?? summary.opened, days } : null;
};

const earlier = (a: Note | null, b: Note | null): Note | null => {
  if (a === null || b === null) return a ?? b;
  return (a.on ?? '') <= (b.on ?? '') ? a : b;
};

/** Judges one case by the day it is today. */
export const urgencyOf = (summary: Judged, today: string): Urgency => {
  const overdue = overdueOf(summary, today);
  const now = reasonToActNow(summary, overdue, today);
  if (now !== null) return { severity: 'now', note: now };

  // A step that should have begun: nobody has to hurry, somebody has to ask.
  if (overdue !== undefined)
    return { severity: 'week', note: { kind: 'overdue', on: overdue.on, due: overdue } };
  const next = nextOf(summary, today);
  const { legalValidUntil: until, contested } = summary;
  const ahead = earlier(
    next === undefined ? null : { kind: 'next', on: next.on, due: next },
    until === null ? null : { kind: 'permit-until', on: until },
  );
  if (ahead?.on != null && ahead.on <= addDays(today, WEEK)) return { severity: 'week', note: ahead };
  if (contested > 0) return { severity: 'week', note: { kind: 'two-versions', on: null, count: contested } };
  return { severity: 'plan', note: ahead };
};
