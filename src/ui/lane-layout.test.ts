// Where the steps of a person's way stand on the time axis.
import { describe, expect, test } from 'vitest';
import { dateToShare, monthStarts, placeBars, type LaneBar } from './lane-layout.ts';

const axis = { from: '2026-09-01', to: '2028-02-01' };
const bar = (id: string, from: string, to: string, title = 'Kurs', sub?: string): LaneBar => ({
  id,
  from,
  to,
  title,
  sub,
  state: 'planned',
});

describe('a way on its axis', () => {
  test('the first day lies at the start, the last at the end', () => {
    expect(dateToShare('2026-09-01', axis)).toBe(0);
    expect(dateToShare('2028-02-01', axis)).toBe(1);
  });

  test('a long course carries its own words', () => {
    const [placed] = placeBars(
      [bar('course', '2027-01-11', '2027-09-10', 'Integrationskurs', 'beantragt')],
      axis,
    );
    expect(placed?.words).toBe('inside');
  });

  test('a placement of four weeks is too narrow, so its words stand before it', () => {
    const [placed] = placeBars(
      [bar('trial', '2027-10-01', '2027-10-29', 'Praktikum', '4 Wochen, geplant')],
      axis,
    );
    expect(placed?.words).toBe('before');
  });

  test('at the very start there is no room before, so the words stand after', () => {
    const [placed] = placeBars([bar('talk', '2026-09-03', '2026-09-10', 'Praktikum')], axis);
    expect(placed?.words).toBe('after');
  });

  test('words too long for either side stand where there is more room', () => {
    const long =
      'Sozialversicherungspflichtige Beschäftigung in Vollzeit mit einer Einarbeitung von sechs Monaten';
    const [late] = placeBars([bar('work', '2027-06-01', '2027-08-01', long)], axis);
    const [soon] = placeBars([bar('work', '2026-12-01', '2027-02-01', long)], axis);
    expect([late?.words, soon?.words]).toEqual(['before', 'after']);
  });

  test('training after the end of the axis is told at the edge', () => {
    const [placed] = placeBars([bar('training', '2028-08-01', '2031-07-31', 'Ausbildung')], axis);
    expect(placed?.words).toBe('beyond');
  });

  test('what runs past an edge is cut there', () => {
    const [placed] = placeBars([bar('eq', '2027-12-07', '2028-11-30', 'EQ')], axis);
    expect(placed).toMatchObject({ cutStart: false, cutEnd: true });
    expect((placed?.start ?? 0) + (placed?.size ?? 0)).toBeCloseTo(1);
  });

  test('two courses at the same time stand below each other', () => {
    const placed = placeBars(
      [bar('a', '2027-01-01', '2027-08-01'), bar('b', '2027-03-01', '2027-10-01')],
      axis,
    );
    expect(placed.map(({ row }) => row)).toEqual([0, 1]);
  });

  test('what lies behind is told in one line, and nothing stands on that line', () => {
    const long = 'Berufseinstiegsschule – Sprache und Integration';
    const placed = placeBars(
      [
        bar('school', '2024-08-01', '2025-07-01', long, 'erfolgreich beendet · 05.08.2024 bis 02.07.2025'),
        bar('training', '2027-08-01', '2028-02-01'),
      ],
      axis,
    );
    expect(placed.map(({ bar: { id }, row }) => [id, row])).toEqual([
      ['school', 0],
      ['training', 1],
    ]);
  });

  test('one after the other they share a row', () => {
    const placed = placeBars(
      [bar('a', '2027-01-01', '2027-04-01'), bar('b', '2027-04-01', '2027-10-01')],
      axis,
    );
    expect(placed.map(({ row }) => row)).toEqual([0, 0]);
  });
});

test('every second month begins with an uneven one, so that January is told', () => {
  expect(monthStarts({ from: '2026-08-15', to: '2027-02-01' }, 2)).toEqual([
    '2026-09-01',
    '2026-11-01',
    '2027-01-01',
  ]);
});
