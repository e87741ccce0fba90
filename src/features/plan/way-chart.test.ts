// Mohamad's way as a picture: where its bars lie, which step is next, how long he waits between two of them.
import { describe, expect, it } from 'vitest';
import { dateToShare } from '#ui/lane-layout.ts';
import { nextIndexOf, stageOf, type Station, type Step } from './stations.ts';
import { waitingTimesOf } from './waiting-times.ts';
import { wayChartOf, type WayBar } from './way-chart.ts';

const TODAY = '2026-11-22';
const station = (id: string, step: Step, isContested = false): Station => ({ id, step, isContested });
const orientation = station('eok', {
  type: 'EOK',
  state: 'LAEUFT',
  from: '2026-09-14',
  until: '2026-12-18',
});
const course = station('ik', {
  type: 'INTK_ALLG',
  state: 'BEANTRAGT',
  from: '2027-01-11',
  until: '2027-09-10',
});
const internship = station('pr', { type: 'PRAK_OR', from: '2027-09-27', until: '2027-10-24' });
const training = station('aus', { type: 'AUSB_D', state: 'GEPLANT', from: '2028-08-01' });
const way = [orientation, course, internship, training];

const barsOf = (stations: readonly Station[]): ReadonlyMap<string, WayBar> =>
  new Map(wayChartOf(stations, TODAY).lanes.flatMap(({ bars }) => bars.map((bar) => [bar.id, bar])));

describe('the next step', () => {
  it('is the first that has not begun, also while another one runs', () => {
    expect(nextIndexOf(way)).toBe(1);
  });
  it('is the one under way if nothing lies ahead, and none if all are over', () => {
    expect(nextIndexOf([orientation])).toBe(0);
    expect(nextIndexOf([station('a', { state: 'ERFOLG' }), station('b', { state: 'ENTFALLEN' })])).toBe(-1);
  });
  it('may have a state that only a newer program knows: then it is still to come', () => {
    expect(stageOf({ state: 'ERFUNDEN' })).toBe('AHEAD');
  });
});

describe('the picture', () => {
  it('puts each measure into its lane, and leaves the last lane out as long as it is empty', () => {
    const lanes = wayChartOf(way, TODAY).lanes.map(({ id, bars }) => [id, bars.map((bar) => bar.id)]);
    expect(lanes).toEqual([
      ['language', ['eok', 'ik']],
      ['practice', ['pr']],
      ['training', ['aus']],
    ]);
    const advice = station('ank', { type: 'ANERK_B' });
    expect(wayChartOf([...way, advice], TODAY).lanes.at(-1)).toMatchObject({
      id: 'other',
      bars: [{ id: 'ank' }],
    });
  });
  it('says what runs, what is next and what is planned, and makes one step the next', () => {
    const states = [...barsOf(way).values()].map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      ['eok', 'running'],
      ['ik', 'next'],
      ['pr', 'planned'],
      ['aus', 'planned'],
    ]);
  });
  it('begins with the month of what still runs and is never longer than a year and a half', () => {
    expect(wayChartOf(way, TODAY).axis).toEqual({ from: '2026-09-01', to: '2028-03-01' });
    expect(wayChartOf([internship], TODAY).axis).toEqual({ from: '2026-10-01', to: '2027-11-01' });
    expect(wayChartOf([], TODAY).axis).toEqual({ from: '2026-10-01', to: '2027-10-01' });
    const old = station('old', { state: 'LAEUFT', from: '2020-01-01' });
    expect(wayChartOf([old], TODAY).axis.from).toBe('2026-05-01');
  });
  it('shows today on it, and says in words what lies beyond it', () => {
    const { axis } = wayChartOf(way, TODAY);
    expect(dateToShare(TODAY, axis)).toBeCloseTo(82 / 547, 5);
    expect(dateToShare(barsOf(way).get('aus')?.from ?? '', axis)).toBeGreaterThanOrEqual(1);
  });
  it('has no day for a step without dates, and none for one whose dates are disputed', () => {
    const undated = station('x', { type: 'MAG' });
    const contested = station('y', { ...course.step }, true);
    const bars = barsOf([orientation, undated, contested]);
    expect(bars.get('x')).toMatchObject({ isDated: false });
    expect(bars.get('y')).toMatchObject({ isDated: false });
  });
  it('leads from each step to the one after it, but not across a lane with words of its own', () => {
    const advice = station('ank', { type: 'ANERK_B', from: '2027-11-02', until: '2027-11-12' });
    expect(wayChartOf([orientation, course, internship, advice, training], TODAY).links).toEqual([
      { from: 'eok', to: 'ik' },
      { from: 'ik', to: 'pr' },
      { from: 'ank', to: 'aus' },
    ]);
  });
  it('lets work that goes on reach past today, also where nobody noted an end or the end has passed', () => {
    const job = station('job', { type: 'ARB_TZ', state: 'LAEUFT', from: '2025-02-01' });
    expect(barsOf([job]).get('job')).toMatchObject({ from: '2025-02-01', to: '2026-12-20' });
    const late = station('late', { ...orientation.step, until: '2026-11-01' });
    expect(barsOf([late]).get('late')?.to).toBe('2026-12-20');
  });
  it('shows of a waiting time what lies on it, and still says all its days', () => {
    const past = station('past', { state: 'ERFOLG', from: '2025-09-15', until: '2025-12-12' });
    expect(wayChartOf([past, course], TODAY).waits).toEqual([
      { from: '2026-10-01', to: '2027-01-11', days: 395, before: 'ik' },
    ]);
  });
  it('leaves out what never took place', () => {
    expect([...barsOf([station('n', { ...internship.step, state: 'ABGELEHNT' })]).keys()]).toEqual([]);
  });
});

describe('waiting', () => {
  it('counts the days from the end of one step to the beginning of the next', () => {
    expect(waitingTimesOf(way).map(({ days, before }) => [before, days])).toEqual([
      ['ik', 24],
      ['pr', 17],
      ['aus', 282],
    ]);
  });
  it('goes by date, not by the order on the list', () => {
    expect(waitingTimesOf([course, orientation])).toEqual([
      { from: '2026-12-18', to: '2027-01-11', days: 24, before: 'ik' },
    ]);
  });
  it('is not there while another step still runs, after a weekend, or after a step without an end', () => {
    const longer = station('mia', { from: '2026-10-01', until: '2027-01-10' });
    expect(waitingTimesOf([orientation, longer, course])).toEqual([]);
    const friday = station('a', { from: '2027-01-04', until: '2027-01-08' });
    const monday = station('b', { from: '2027-01-11', until: '2027-01-15' });
    expect(waitingTimesOf([friday, monday])).toEqual([]);
    const work = station('work', { from: '2026-01-01', state: 'LAEUFT' });
    expect(waitingTimesOf([work, course])).toEqual([]);
    expect(waitingTimesOf([work, orientation, course])).toEqual([]);
  });
  it('is not shortened by a step that never took place, nor counted from a disputed date', () => {
    const cancelled = station('c', { from: '2026-12-20', until: '2027-01-10', state: 'ENTFALLEN' });
    expect(waitingTimesOf([orientation, cancelled, course])).toHaveLength(1);
    expect(waitingTimesOf([orientation, { ...course, isContested: true }])).toEqual([]);
  });
});
