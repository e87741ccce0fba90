// What lists and the day's path show of a case, computed from its records.
import { decisionOf, isContributionKind } from './contribution.ts';
import { disputesOf, type Dispute } from './dispute.ts';
import { isFollowUpOpen } from './follow-up.ts';
import { summarisePerson, type PersonSummary } from './person-summary.ts';
import { isStepEnded } from './plan.ts';
import { itemsByMap, orderedItems, textAt } from './reading.ts';
import type { VersionedRecord } from './record.ts';

/** A step as a list shows it; `index` counts from 0. */
export type StepSummary = {
  readonly id: string;
  readonly type: string | null;
  readonly title: string | null;
  readonly state: string | null;
  readonly from: string | null;
  readonly index: number;
  readonly count: number;
};

/** A planned appointment as a list shows it; `at` is a local time. */
export type AppointmentSummary = {
  readonly id: string;
  readonly at: string;
  readonly place: string | null;
  readonly mode: string | null;
  readonly interpreter: string | null;
  readonly withWhom: string | null;
  readonly state: string | null;
};

/** An open follow-up as a list shows it. */
export type FollowUpSummary = {
  readonly id: string;
  readonly due: string;
  readonly reason: string | null;
  readonly text: string | null;
  readonly assignee: string | null;
};

/**
 * A case in a list. `nextStep` is the first step in order that is not over; `contested` counts the places with two
 * versions, and `disputes` names them; `contributions` counts what wait to be decided (S10). Every summary has every key.
 */
export type CaseSummary = PersonSummary & {
  readonly caseId: string;
  readonly owner: string | null;
  readonly deputies: string[];
  readonly opened: string | null;
  readonly closed: string | null;
  readonly nextStep: StepSummary | null;
  readonly appointments: AppointmentSummary[];
  readonly followUps: FollowUpSummary[];
  readonly lastContact: string | null;
  readonly contested: number;
  readonly disputes: readonly Dispute[];
  readonly contributions: number;
};

const nextStepOf = (plan: VersionedRecord | undefined): StepSummary | null => {
  if (plan === undefined) return null;
  const steps = orderedItems(itemsByMap(plan), 'steps');
  const index = steps.findIndex(([, step]) => !isStepEnded(textAt(step, 'state')));
  const [id, step] = steps[index] ?? [];
  if (id === undefined) return null;
  const leaf = (field: string): string | null => textAt(step, field);
  return {
    id,
    type: leaf('type'),
    title: leaf('title'),
    state: leaf('state'),
    from: leaf('from'),
    index,
    count: steps.length,
  };
};

const appointmentOf = ({ id, values }: VersionedRecord): AppointmentSummary[] => {
  const at = textAt(values, 'at');
  const state = textAt(values, 'state');
  if (at === null || (state !== null && state !== 'PLANNED')) return [];
  const leaf = (field: string): string | null => textAt(values, field);
  return [
    {
      id,
      at,
      place: leaf('place'),
      mode: leaf('mode'),
      interpreter: leaf('interpreter'),
      withWhom: leaf('withWhom'),
      state,
    },
  ];
};

const followUpOf = ({ id, values }: VersionedRecord): FollowUpSummary[] => {
  const due = textAt(values, 'due');
  if (due === null || !isFollowUpOpen(textAt(values, 'state'))) return [];
  return [
    {
      id,
      due,
      reason: textAt(values, 'reason'),
      text: textAt(values, 'text'),
      assignee: textAt(values, 'assignee'),
    },
  ];
};

/** The day of a consultation; somebody who did not come was not met. */
const contactOf = ({ values }: VersionedRecord): string =>
  textAt(values, 'contactType') === 'KT_NICHTERSCH' ? '' : (textAt(values, 'start') ?? '').slice(0, 10);

const byTime = (a: { id: string }, b: { id: string }, timeA: string, timeB: string): number => {
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/**
 * Computes the summary of a case from its records; undefined if there is no living case record.
 * @param on a day: a residence status that begins after it is not shown yet
 */
export const summariseCase = (records: readonly VersionedRecord[], on?: string): CaseSummary | undefined => {
  const living = records.filter(({ values }) => values['gone'] !== true);
  const caseRecord = living.find(({ kind }) => kind === 'case');
  if (caseRecord === undefined) return undefined;
  const of = (wanted: string): VersionedRecord[] => living.filter(({ kind }) => kind === wanted);
  const deputies = [...(itemsByMap(caseRecord).get('deputies')?.values() ?? [])].map((item) =>
    textAt(item, 'user'),
  );
  const lastContact = of('consultation')
    .map(contactOf)
    .reduce((a, b) => (a > b ? a : b), '');
  const disputes = records.flatMap(disputesOf);
  const contributions = living.filter(
    (record) => isContributionKind(record.kind) && decisionOf(record) === 'open',
  ).length;
  return {
    ...summarisePerson(of('person')[0], [textAt(caseRecord.values, 'fileNumber')], on),
    caseId: caseRecord.caseId ?? caseRecord.id,
    owner: textAt(caseRecord.values, 'owner'),
    deputies: deputies.filter((user) => user !== null),
    opened: textAt(caseRecord.values, 'opened'),
    closed: textAt(caseRecord.values, 'closed'),
    nextStep: nextStepOf(of('plan')[0]),
    appointments: of('appointment')
      .flatMap(appointmentOf)
      .sort((a, b) => byTime(a, b, a.at, b.at)),
    followUps: of('follow-up')
      .flatMap(followUpOf)
      .sort((a, b) => byTime(a, b, a.due, b.due)),
    lastContact: lastContact === '' ? null : lastContact,
    contested: disputes.length,
    disputes,
    contributions,
  };
};
