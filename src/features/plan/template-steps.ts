// Turns a template into steps of a plan. A caseworker chooses it; the dates are only a proposal from planned durations.
import { addDays } from '#domain/calendar-date.ts';
import type { PlanTemplate, TemplateStep } from '#domain/codes/plan-templates.ts';
import type { Json } from '#domain/json.ts';
import { orderBetween } from '#domain/order.ts';
import { stepLeaves } from './stations.ts';

type Days = { readonly from?: string; readonly until?: string };

/** The days of each step if the first begins on `start`. After work that goes on nobody knows when the next begins. */
export const proposedDays = (steps: readonly TemplateStep[], start: string | undefined): readonly Days[] => {
  let cursor = start;
  let begin = start;
  return steps.map(({ weeks, parallel }) => {
    begin = parallel === true ? begin : cursor;
    if (begin === undefined) return {};
    if (weeks === null) {
      cursor = undefined;
      return { from: begin };
    }
    const until = addDays(begin, weeks * 7 - 1);
    const after = addDays(until, 1);
    if (cursor === undefined || parallel !== true || after > cursor) cursor = after;
    return { from: begin, until };
  });
};

type Choices = {
  readonly start?: string | undefined;
  readonly newId: () => string;
  /** What a step is called where the measure alone does not say it. */
  readonly titleOf: (purpose: string) => string | null;
};

/** The leaves of a new plan made from a template: one deed. Nothing of it is visible to the person yet. */
export const leavesOfTemplate = (
  template: PlanTemplate,
  { start, newId, titleOf }: Choices,
): Record<string, Json> => {
  const days = proposedDays(template.steps, start);
  const set: Record<string, Json> = { template: template.code };
  let order: string | undefined;
  template.steps.forEach((step, index) => {
    const id = newId();
    order = orderBetween(order);
    const title = step.purpose === undefined ? null : titleOf(step.purpose);
    const titled = title === null ? {} : { title };
    const leaves = { type: step.type, state: 'GEPLANT', order, ...titled, ...days[index] };
    Object.assign(set, stepLeaves(id, leaves));
  });
  return set;
};
