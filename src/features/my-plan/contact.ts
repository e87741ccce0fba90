// Whom to call: the helper of the step that is now, else of any other step, else who leads the case.
import type { PlanView } from '#protocol/plan-view.ts';
import { stationsOf } from './path-steps.ts';

/** A name to ask for, and a number if there is one. */
export type Contact = { readonly name: string; readonly phone: string | null };

/** The one person to turn to. */
export const contactOf = (plan: PlanView): Contact => {
  const now = stationsOf(plan.steps).find(({ kind }) => kind === 'now')?.step;
  const steps = now === undefined ? plan.steps : [now, ...plan.steps];
  const withPhone = steps.find(({ contactPhone }) => contactPhone !== null);
  return {
    name: withPhone?.contactName ?? now?.contactName ?? plan.helper ?? plan.office,
    phone: withPhone?.contactPhone ?? null,
  };
};

/** What the phone dials: digits, and a plus in front. */
export const dialAddress = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;
