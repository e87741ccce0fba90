// The plan of an invented person: a template, some of whose steps are behind her.
import { addDays } from '#domain/calendar-date.ts';
import { planTemplates } from '#domain/codes/plan-templates.ts';
import type { planKind } from '#domain/plan.ts';
import { partnerId } from '#server/demo/partners.ts';
import type { Told } from '#server/demo/told.ts';
import type { Chance } from './chance.ts';

const partners = ['n01', 'n02', 'n03', 'n04', 'n06', 'n07'] as const;
const routes = ['IR_ANSPR', 'IR_VERPF_JC', 'IR_VERPF_ASYLBLG'] as const;

/** Lays the steps one after the other, so that one of them is the next today; undefined if there is no such template. */
export const inventPlan = (
  chance: Chance,
  today: string,
  template: string,
): Told<typeof planKind> | undefined => {
  const steps = planTemplates.find(({ code }) => code === template)?.steps;
  if (steps === undefined) return undefined;
  const done = chance.between(0, Math.min(2, steps.length - 1));
  const before = steps.slice(0, done).reduce((days, { weeks }) => days + (weeks ?? 26) * 7, 0);
  let from = addDays(today, chance.between(-20, 40) - before);
  return {
    template,
    reviewOn: addDays(today, chance.between(20, 150)),
    steps: steps.map(({ type, weeks }, index) => {
      const until = addDays(from, (weeks ?? 26) * 7);
      const isRunning = index === done && from <= today;
      const step = {
        type,
        state: index < done ? 'ERFOLG' : isRunning ? 'LAEUFT' : index === done ? 'BEANTRAGT' : 'GEPLANT',
        from,
        ...(weeks === null ? {} : { until }),
        partner: partnerId(chance.pick(partners)),
        ...(type.startsWith('INTK_') ? { accessRoute: chance.pick(routes) } : {}),
        bring: ['ID', 'PEN'],
        visible: true,
      };
      from = addDays(until, chance.between(3, 30));
      return step;
    }),
  };
};
