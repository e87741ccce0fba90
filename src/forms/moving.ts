// Which places change when an item of a list moves up or down: its own, or all if two tablets gave two the same.
import { orderBetween } from '#domain/order.ts';

type Placed = { readonly id: string; readonly order: string | null };

const renumbered = (ids: readonly string[]): Record<string, string> => {
  const orders: Record<string, string> = {};
  let last: string | undefined;
  for (const id of ids) {
    last = orderBetween(last);
    orders[id] = last;
  }
  return orders;
};

/** The new places by item; nothing if it cannot move any further. */
export const movedOrders = (items: readonly Placed[], id: string, by: -1 | 1): Record<string, string> => {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return {};
  const others = items.filter((item) => item.id !== id);
  const [before, after] = [others[to - 1], others[to]];
  const isClear =
    (before === undefined || before.order !== null) &&
    (after === undefined || after.order !== null) &&
    (before?.order == null || after?.order == null || before.order < after.order);
  if (isClear) return { [id]: orderBetween(before?.order ?? undefined, after?.order ?? undefined) };
  const ids = others.map((item) => item.id);
  return renumbered([...ids.slice(0, to), id, ...ids.slice(to)]);
};
