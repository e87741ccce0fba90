// Writes one told life into the county: the case and the person first, then what happened, each at its own moment.
import { appointmentKind } from '#domain/appointment.ts';
import { caseKind } from '#domain/case.ts';
import { consultationKind } from '#domain/consultation.ts';
import { followUpKind } from '#domain/follow-up.ts';
import { limitsIdOf, personIdOf, planIdOf } from '#domain/id.ts';
import { limitsKind } from '#domain/limits.ts';
import { personKind } from '#domain/person.ts';
import { planKind } from '#domain/plan.ts';
import type { KindDefinition } from '#domain/record.ts';
import { writeAsServer, type NewId } from '#server/server-changes.ts';
import type { Writing } from '#server/storage/storage.ts';
import { demoStaff } from './staff.ts';
import { sendDeeds, type Entry } from './tablet.ts';
import { toldToLeaves, type Life, type Told } from './told.ts';

/** The case of the person with this number in the file. */
export const caseIdOf = (number: string): string => `demo-case-${number}`;

/** Noon in summer, one o'clock in winter: the wall clock's hour does not matter for an entry nobody dated. */
const noon = (date: string): string => `${date}T11:00:00.000Z`;

const entry = <K extends KindDefinition>(
  kind: K,
  caseId: string,
  recordId: string,
  told: Told<K>,
  at: string,
): Entry => ({ caseId, kind: kind.name, recordId, set: toldToLeaves(kind, told), at });

/** What was written when the case was opened: the case itself, the person, and her work limits if she told them. */
const openingOf = ({ number, file, person, limits }: Life): readonly Entry[] => {
  const caseId = caseIdOf(number);
  const at = noon(file.opened);
  const head = { ...file, person: personIdOf(caseId), fileNumber: `DEMO-${number}` };
  return [
    entry(caseKind, caseId, caseId, head, at),
    entry(personKind, caseId, personIdOf(caseId), person, at),
    ...(limits === undefined ? [] : [entry(limitsKind, caseId, limitsIdOf(caseId), limits, at)]),
  ];
};

/** What was written since, oldest first. Plan, appointments and follow-ups were noted at the last talk. */
const courseOf = ({ number, leads, plan, talks, appointments, followUps, file }: Life): readonly Entry[] => {
  const caseId = caseIdOf(number);
  const me = demoStaff[leads].id;
  const last = talks.map(({ start }) => start.slice(0, 10)).reduce((a, b) => (a > b ? a : b), file.opened);
  const numbered = <K extends KindDefinition>(
    kind: K,
    name: string,
    list: readonly Told<K>[],
    when: (told: Told<K>) => string,
  ) =>
    list.map((told, index) => entry(kind, caseId, `${caseId}-${name}-${index + 1}`, told, noon(when(told))));
  const entries = [
    ...talks.flatMap((talk, index) =>
      entry(
        consultationKind,
        caseId,
        `${caseId}-talk-${index + 1}`,
        { author: me, ...talk },
        noon(talk.start.slice(0, 10)),
      ),
    ),
    ...(plan === undefined ? [] : [entry(planKind, caseId, planIdOf(caseId), plan, noon(last))]),
    ...numbered(
      appointmentKind,
      'date',
      appointments.map((told) => ({ user: me, state: 'PLANNED', ...told })),
      () => last,
    ),
    ...numbered(
      followUpKind,
      'reminder',
      followUps.map((told) => ({ assignee: me, state: 'OPEN', origin: 'MANUAL', ...told })),
      () => last,
    ),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

/**
 * Writes a life, as its caseworker's tablet would have.
 * @param now when it reached the server
 */
export const writeLife = async (writing: Writing, life: Life, now: string, newId: NewId): Promise<void> => {
  const { number, leads, standsIn, file } = life;
  const caseId = caseIdOf(number);
  await sendDeeds(writing, demoStaff[leads], [openingOf(life)], noon(file.opened), newId);
  const course = courseOf(life).map((one) => [one]);
  await sendDeeds(writing, demoStaff[leads], course, now, newId);
  if (standsIn === undefined) return;
  const set = { 'deputies/i1/user': demoStaff[standsIn].id, 'deputies/i1/from': file.opened };
  await writeAsServer(writing, [{ caseId, kind: 'case', recordId: caseId, set }], noon(file.opened), newId);
};
