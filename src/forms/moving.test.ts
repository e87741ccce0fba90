// An item moves up or down in a list that two tablets may have filled at the same time.
import { expect, test } from 'vitest';
import { movedOrders } from './moving.ts';

const after = (items: { id: string; order: string | null }[], orders: Record<string, string>): string[] =>
  items
    .map(({ id, order }) => ({ id, order: orders[id] ?? order ?? '' }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

test('only the item that moves gets a new place', () => {
  const items = [
    { id: 'a', order: 'V' },
    { id: 'b', order: 'W' },
    { id: 'c', order: 'X' },
  ];
  const orders = movedOrders(items, 'c', -1);
  expect(Object.keys(orders)).toEqual(['c']);
  expect(after(items, orders)).toEqual(['a', 'c', 'b']);
  expect(after(items, movedOrders(items, 'a', 1))).toEqual(['b', 'a', 'c']);
});

test('the first does not move up and the last not down', () => {
  const items = [{ id: 'a', order: 'V' }];
  expect(movedOrders(items, 'a', -1)).toEqual({});
  expect(movedOrders(items, 'a', 1)).toEqual({});
});

test('where two tablets gave the same place, or none, the whole list is placed anew', () => {
  const items = [
    { id: 'a', order: 'V' },
    { id: 'b', order: 'V' },
    { id: 'c', order: null },
  ];
  expect(after(items, movedOrders(items, 'c', -1))).toEqual(['a', 'c', 'b']);
});
