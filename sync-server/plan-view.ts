// What of a case the person's phone is told: her visible steps, in order, and whom to call. A narrow door of its own:
// it names what goes out and lets nothing else through (SECURITY.md).
import { inOrder } from '#domain/order.ts';
import { documentOf, type VersionedRecord } from '#domain/record.ts';
import type { PlanStep, PlanView } from '#protocol/plan-view.ts';

type Document = ReturnType<typeof documentOf>;
type Value = Document[string] | undefined;

const textIn = (value: Value): string | null => (typeof value === 'string' && value !== '' ? value : null);
const isMap = (value: Value): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const livingOf = (records: readonly VersionedRecord[], kind: string): VersionedRecord | undefined =>
  records.find((record) => record.kind === kind && record.values['gone'] !== true);

const nameIn = (records: readonly VersionedRecord[], id: Value): string | null => {
  const record = records.find((candidate) => candidate.id === id && candidate.values['gone'] !== true);
  return record === undefined ? null : textIn(documentOf(record)['name']);
};

const orderOf = (step: Document): { order?: string } => {
  const order = textIn(step['order']);
  return order === null ? {} : { order };
};

/** A step as the phone is told it. While a date is contested she is told no date at all (S6). */
const stepOf = (
  plan: VersionedRecord,
  records: readonly VersionedRecord[],
  id: string,
  step: Document,
): PlanStep => {
  const isContested = (field: string): boolean => Object.hasOwn(plan.versions, `steps/${id}/${field}`);
  const contested = ['from', 'until', 'time'].some(isContested);
  const dateOf = (field: string): string | null => (contested ? null : textIn(step[field]));
  const bring = step['bring'];
  return {
    id,
    type: textIn(step['type']),
    title: textIn(step['title']),
    state: textIn(step['state']),
    from: dateOf('from'),
    until: dateOf('until'),
    time: dateOf('time'),
    place: textIn(step['place']),
    partner: textIn(step['partnerName']) ?? nameIn(records, step['partner']),
    contactName: textIn(step['contactName']),
    contactPhone: textIn(step['contactPhone']),
    bring: Array.isArray(bring) ? bring.filter((code) => typeof code === 'string') : [],
    note: textIn(step['noteForPerson']),
    contested,
  };
};

/** The partners that the steps of a case refer to. */
export const partnersOf = (records: readonly VersionedRecord[]): readonly string[] => {
  const plan = livingOf(records, 'plan');
  const steps = plan === undefined ? undefined : documentOf(plan)['steps'];
  return isMap(steps)
    ? Object.values(steps).flatMap((step) => (isMap(step) ? (textIn(step['partner']) ?? []) : []))
    : [];
};

/** Who leads the case. */
export const ownerOf = (records: readonly VersionedRecord[]): string | undefined => {
  const record = livingOf(records, 'case');
  return record === undefined ? undefined : (textIn(documentOf(record)['owner']) ?? undefined);
};

/**
 * The plan for the phone.
 * @param records those of the case, the user who leads it, and the partners of its steps
 * @param link the hash under which the phone came: its link says the language
 */
export const planViewOf = (
  records: readonly VersionedRecord[],
  link: string,
  office: string,
  updated: string,
): PlanView => {
  const plan = livingOf(records, 'plan');
  const steps = plan === undefined ? undefined : documentOf(plan)['steps'];
  const isVisible = (id: string, step: Document): boolean =>
    step['visible'] === true && !Object.hasOwn(plan?.versions ?? {}, `steps/${id}/visible`);
  const visible = Object.entries(isMap(steps) ? steps : {}).flatMap(([id, step]) =>
    isMap(step) && isVisible(id, step) ? [[id, { ...orderOf(step), step }] as const] : [],
  );
  const linkRecord = records.find(({ kind, values }) => kind === 'plan-link' && values['hash'] === link);
  return {
    language: linkRecord === undefined ? null : textIn(documentOf(linkRecord)['language']),
    steps:
      plan === undefined
        ? []
        : inOrder(Object.fromEntries(visible)).map(([id, { step }]) => stepOf(plan, records, id, step)),
    office,
    helper: nameIn(records, ownerOf(records)),
    updated,
  };
};
