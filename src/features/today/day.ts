// What a day holds for one caseworker: who comes when, what is overdue, what waits for her. Computed from the list of cases.
import type { AppointmentSummary, CaseSummary } from '#domain/case-summary.ts';
import { isStepAhead } from '#domain/due.ts';
import type { CaseDisputes } from '#features/open-disputes.ts';
import type { WaitingEntry } from '#store/store.ts';

/** An appointment and whose it is. */
export type Visit = { readonly summary: CaseSummary; readonly appointment: AppointmentSummary };

/** Something whose day has passed. */
export type Overdue = {
  readonly summary: CaseSummary;
  readonly due: string;
  readonly what:
    | {
        readonly kind: 'follow-up';
        readonly id: string;
        readonly reason: string | null;
        readonly text: string | null;
      }
    | {
        readonly kind: 'step';
        readonly id: string;
        readonly type: string | null;
        readonly title: string | null;
      };
};

/** Something only a person can settle. */
export type WaitsForYou = {
  readonly kind: 'two-versions' | 'contribution' | 'refused';
  readonly caseId: string | null;
  readonly name: string | null;
  readonly count: number;
};

export type Day = {
  /** Visits of today whose time has passed, and of which nobody has said what became of them. */
  readonly earlier: readonly Visit[];
  /** The visit that comes next; once all are over, the first one that is still to be written down. */
  readonly next: Visit | null;
  readonly isNextOver: boolean;
  readonly later: readonly Visit[];
  readonly tomorrow: readonly Visit[];
  readonly overdue: readonly Overdue[];
};

/** Whether there are two versions of an appointment: its day or its place may not be what is shown. */
export const isDisputed = ({ summary, appointment }: Visit): boolean =>
  summary.disputes.some(({ recordId }) => recordId === appointment.id);

/** How long after its time a visit is still the next thing to do, in minutes. */
const GRACE = 60;

const dayAfter = (date: string): string => {
  const next = new Date(`${date}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** Minutes from one local moment to another. */
export const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000);

/** Whether somebody leads a case or stands in for who does. */
export const isOnCase = (
  { owner, deputies }: Pick<CaseSummary, 'owner' | 'deputies'>,
  user: string,
): boolean => owner === user || deputies.includes(user);

const overdueOf = (summary: CaseSummary, user: string, today: string): Overdue[] => {
  const followUps = summary.followUps
    .filter(({ due, assignee }) => due < today && (assignee === null || assignee === user))
    .map(({ id, due, reason, text }): Overdue => ({
      summary,
      due,
      what: { kind: 'follow-up', id, reason, text },
    }));
  const step = summary.nextStep;
  if (step?.from == null || step.from >= today || !isStepAhead(step.state)) return followUps;
  const { id, type, title } = step;
  return [...followUps, { summary, due: step.from, what: { kind: 'step', id, type, title } }];
};

/**
 * The day of one caseworker.
 * @param now the local moment, 'YYYY-MM-DDTHH:mm'
 */
export const dayOf = (cases: readonly CaseSummary[], user: string, now: string): Day => {
  const today = now.slice(0, 10);
  const tomorrow = dayAfter(today);
  const own = cases.filter((summary) => summary.closed === null && isOnCase(summary, user));
  const visits = own
    .flatMap((summary) => summary.appointments.map((appointment): Visit => ({ summary, appointment })))
    .sort((a, b) => (a.appointment.at < b.appointment.at ? -1 : a.appointment.at > b.appointment.at ? 1 : 0));
  const on = (date: string): Visit[] =>
    visits.filter(({ appointment }) => appointment.at.slice(0, 10) === date);
  const todays = on(today);
  const nextAt = todays.findIndex(({ appointment }) => minutesBetween(now, appointment.at) >= -GRACE);
  const split = Math.max(nextAt, 0);
  return {
    earlier: todays.slice(0, split),
    next: todays[split] ?? null,
    isNextOver: nextAt < 0 && todays.length > 0,
    later: todays.slice(split + 1),
    tomorrow: on(tomorrow),
    overdue: own
      .flatMap((summary) => overdueOf(summary, user, today))
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
  };
};

/** What waits for a person: fields with two versions, then contributions, then entries that were refused, by case. */
export const waitsForYou = (
  cases: readonly CaseSummary[],
  user: string,
  disputes: readonly CaseDisputes[],
  refused: readonly Pick<WaitingEntry, 'caseId'>[],
): WaitsForYou[] => {
  const contested = disputes
    .filter(({ yours }) => yours.length > 0)
    .map(({ caseId, name, yours }): WaitsForYou => ({
      ...{ kind: 'two-versions', caseId, name, count: yours.length },
    }));
  const contributed = cases
    .filter((summary) => summary.contributions > 0 && isOnCase(summary, user))
    .map(({ caseId, name, contributions }): WaitsForYou => ({
      kind: 'contribution',
      caseId,
      name,
      count: contributions,
    }));
  const byCase = [...new Set(refused.map(({ caseId }) => caseId))].map((caseId): WaitsForYou => ({
    kind: 'refused',
    caseId,
    name: cases.find((summary) => summary.caseId === caseId)?.name ?? null,
    count: refused.filter((entry) => entry.caseId === caseId).length,
  }));
  return [...contested, ...contributed, ...byCase];
};
