// The plan as a picture over time: which months are shown, where the bars lie, and which step leads to which.
import { addDays, addMonths } from '#domain/calendar-date.ts';
import type { LaneAxis, LaneBar } from '#ui/lane-layout.ts';
import { laneOfMeasure, lanes, type Lane } from './measure-lanes.ts';
import { endsBeforeItBegins, hasNoTime, nextIndexOf, stageOf, type Station } from './stations.ts';
import { waitingTimesOf, type WaitingTime } from './waiting-times.ts';

/** A bar without its words. `isDated` false: nobody knows when, so it stands at the edge in words. */
export type WayBar = Pick<LaneBar, 'id' | 'from' | 'to' | 'state'> & {
  readonly station: Station;
  readonly isDated: boolean;
};

export type WayChart = {
  readonly axis: LaneAxis;
  readonly lanes: readonly { readonly id: Lane; readonly bars: readonly WayBar[] }[];
  readonly waits: readonly WaitingTime[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
};

const LEAST_MONTHS = 12;
const MOST_MONTHS = 18;
const MOST_MONTHS_BACK = 6;
/** How long a bar is drawn whose other end nobody knows. */
const GUESSED_DAYS = 28;

const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
const least = (days: readonly string[]): string => days.reduce((one, other) => (other < one ? other : one));
const most = (days: readonly string[]): string => days.reduce((one, other) => (other > one ? other : one));

type Days = { readonly from: string; readonly to: string };

/** What runs reaches past today, whatever anybody noted. */
const daysOf = (station: Station, today: string): Days | undefined => {
  const days = notedDaysOf(station);
  if (days === undefined || stageOf(station.step) !== 'RUNNING' || days.to > today) return days;
  return { ...days, to: addDays(today, GUESSED_DAYS) };
};

const notedDaysOf = ({ step, isContested }: Station): Days | undefined => {
  const { from, until } = step;
  if (isContested) return undefined;
  if (from !== undefined)
    return {
      from,
      to: until === undefined || endsBeforeItBegins(step) ? addDays(from, GUESSED_DAYS) : until,
    };
  return until === undefined ? undefined : { from: addDays(until, -GUESSED_DAYS), to: until };
};

/** From a month before today, or from what still runs; a year at least, a year and a half at most. */
const axisOf = (stations: readonly Station[], today: string): LaneAxis => {
  const days = stations.flatMap((station) => daysOf(station, today) ?? []);
  const open = stations.filter(({ step }) => stageOf(step) !== 'ENDED');
  const begins = open.flatMap((station) => daysOf(station, today)?.from ?? []);
  const from = firstOfMonth(
    most([addMonths(today, -MOST_MONTHS_BACK), least([addMonths(today, -1), ...begins])]),
  );
  const end = most([addMonths(from, LEAST_MONTHS), ...days.map(({ to }) => addMonths(firstOfMonth(to), 1))]);
  return { from, to: least([end, addMonths(from, MOST_MONTHS)]) };
};

const stateOf = (station: Station, isNext: boolean): LaneBar['state'] => {
  if (isNext) return 'next';
  if (station.step.state === 'ERFOLG') return 'done';
  return stageOf(station.step) === 'RUNNING' ? 'running' : 'planned';
};

const barOf = (station: Station, isNext: boolean, axis: LaneAxis, today: string): WayBar => {
  const days = daysOf(station, today);
  const state = stateOf(station, isNext);
  const isOver = stageOf(station.step) === 'ENDED';
  const edge = isOver ? { from: addDays(axis.from, -1), to: axis.from } : { from: axis.to, to: axis.to };
  return { id: station.id, ...(days ?? edge), state, station, isDated: days !== undefined };
};

const laneIndexOf = ({ step }: Station): number => lanes.indexOf(laneOfMeasure(step.type));

/** Which step leads to which: from each to the one after it. A line across a whole lane would run through its words. */
const linksOf = (stations: readonly Station[]) =>
  stations.slice(1).flatMap((station, index) => {
    const before = stations[index];
    if (before === undefined || Math.abs(laneIndexOf(before) - laneIndexOf(station)) > 1) return [];
    return [{ from: before.id, to: station.id }];
  });

/** The picture of a plan on a day. */
export const wayChartOf = (stations: readonly Station[], today: string): WayChart => {
  const shown = stations.filter(({ step }) => !hasNoTime(step));
  const next = stations[nextIndexOf(stations)];
  const axis = axisOf(shown, today);
  const bars = shown.map((station) => barOf(station, station === next, axis, today));
  return {
    axis,
    lanes: lanes
      .map((id) => ({ id, bars: bars.filter(({ station }) => laneOfMeasure(station.step.type) === id) }))
      .filter(({ id, bars: own }) => id !== 'other' || own.length > 0),
    waits: waitingTimesOf(stations)
      .filter(({ from, to }) => to > axis.from && from < axis.to)
      .map((wait) => ({ ...wait, from: most([wait.from, axis.from]), to: least([wait.to, axis.to]) })),
    links: linksOf(shown),
  };
};
