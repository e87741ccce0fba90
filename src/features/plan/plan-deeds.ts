// What is done to the steps of a plan: adding one, moving one, taking one away with a way back.
import type { Json } from '#domain/json.ts';
import { orderBetween } from '#domain/order.ts';
import { itemPath } from '#domain/path.ts';
import { movedOrders } from '#forms/moving.ts';
import type { RecordForm } from '#forms/record-form.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useTexts } from '#i18n/react.tsx';
import { stationsOf, stepLeaves } from './stations.ts';

export type StepDeeds = {
  /** Returns the id of the new step, or undefined if it could not be saved. */
  readonly add: (type: string) => Promise<string | undefined>;
  readonly move: (id: string, by: -1 | 1) => void;
  readonly remove: (id: string, name: string) => void;
};

/** The deeds on the plan of a form; a step that was taken away can be brought back. */
export const useStepDeeds = (form: RecordForm): StepDeeds => {
  const { t } = useTexts('forms');
  const undo = useUndo();
  const stations = stationsOf(form.record);
  return {
    add: async (type) => {
      const id = crypto.randomUUID();
      const order = orderBetween(stations.at(-1)?.step.order);
      const isSaved = await form.write(stepLeaves(id, { type, state: 'GEPLANT', order }));
      return isSaved ? id : undefined;
    },
    move: (id, by) => {
      const places = stations.map((station) => ({ id: station.id, order: station.step.order ?? null }));
      const set: Record<string, Json> = {};
      for (const [step, order] of Object.entries(movedOrders(places, id, by)))
        set[itemPath('steps', step, 'order')] = order;
      if (Object.keys(set).length > 0) void form.write(set);
    },
    remove: (id, name) => {
      const path = itemPath('steps', id, 'gone');
      void form.write({ [path]: true }).then((isSaved) => {
        if (isSaved) undo.offer(t('removed', { name }), () => form.write({ [path]: false }));
      });
    },
  };
};
