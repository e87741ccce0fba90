// The steps of a plan as this task shows them: in order, with what is contested, and which of them is the next one.
import { codeEntry } from '#domain/codes.ts';
import type { Json } from '#domain/json.ts';
import { inOrder } from '#domain/order.ts';
import { disputesOf } from '#domain/dispute.ts';
import { itemPath } from '#domain/path.ts';
import { planKind, type Plan } from '#domain/plan.ts';
import { isContestedAt, readDocument, type VersionedRecord } from '#domain/record.ts';

/** A step as it is stored: every leaf may be missing. */
export type Step = NonNullable<Plan['steps']>[string];

/**
 * A step with its id. `isContested`: there are two versions of its dates, so none of them counts (S6). `disputed`: the
 * first path of the step for which there are two versions of anything.
 */
export type Station = {
  readonly id: string;
  readonly step: Step;
  readonly isContested: boolean;
  readonly disputed?: string | undefined;
};

/** The plan behind a record; an empty one if nobody has begun it. */
export const planOf = (record: VersionedRecord | undefined): Plan =>
  record === undefined ? {} : readDocument(planKind, record);

/** The steps in the order they are walked. */
export const stationsOf = (record: VersionedRecord | undefined): readonly Station[] => {
  const disputed = record === undefined ? [] : disputesOf(record).map(({ path }) => path);
  return inOrder(planOf(record).steps).map(([id, step]) => ({
    id,
    step,
    disputed: disputed.find((path) => path.startsWith(itemPath('steps', id, ''))),
    isContested:
      record !== undefined &&
      ['from', 'until', 'time'].some((field) => isContestedAt(record, itemPath('steps', id, field))),
  }));
};

/** Whether a step is still to come, under way, or over. One without a state, or with an unknown one, is to come. */
export const stageOf = ({ state }: Pick<Step, 'state'>): 'AHEAD' | 'RUNNING' | 'ENDED' =>
  codeEntry('step_state', state ?? '')?.stage ?? 'AHEAD';

/** Where the next step stands: the first that has not begun; if all have, the one under way; -1 if all are over. */
export const nextIndexOf = (stations: readonly Station[]): number => {
  const ahead = stations.findIndex(({ step }) => stageOf(step) === 'AHEAD');
  return ahead >= 0 ? ahead : stations.findIndex(({ step }) => stageOf(step) === 'RUNNING');
};

/** Never took place: such a step takes no time and shortens no waiting. */
const unhappened: readonly string[] = ['NICHT_ANGETR', 'ABGELEHNT', 'ENTFALLEN'];
export const hasNoTime = ({ state }: Pick<Step, 'state'>): boolean => unhappened.includes(state ?? '');

/** Whether the end lies before the beginning: somebody has to look at both days. */
export const endsBeforeItBegins = ({ from, until }: Pick<Step, 'from' | 'until'>): boolean =>
  from !== undefined && until !== undefined && until < from;

/** Leaves of one step, as they are written. */
export const stepLeaves = (id: string, leaves: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(Object.entries(leaves).map(([field, value]) => [itemPath('steps', id, field), value]));
