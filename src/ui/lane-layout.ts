// Where the bars of a lane chart stand. Dates in, shares of the axis out; nothing is measured on the screen.

/** A bar as the chart gets it; dates are YYYY-MM-DD. */
export type LaneBar = {
  id: string;
  from: string;
  to: string;
  title: string;
  sub?: string | undefined;
  state: 'done' | 'running' | 'next' | 'planned';
};

/** First and last day of the axis. */
export type LaneAxis = { from: string; to: string };

/** Where a bar's words go: into it, before or after it, or to an edge if it lies outside the axis. */
export type WordPlace = 'inside' | 'before' | 'after' | 'beyond' | 'earlier';

/** A bar with its place: shares of the axis between 0 and 1, and the row in its lane. */
export type PlacedBar = {
  bar: LaneBar;
  start: number;
  size: number;
  words: WordPlace;
  cutStart: boolean;
  cutEnd: boolean;
  row: number;
};

const dayMs = 86_400_000;

/** Days since 1970 of a YYYY-MM-DD date. */
export function dayNumber(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** Where a day lies on the axis: 0 at its first day, 1 at its last. */
export function dateToShare(date: string, axis: LaneAxis): number {
  return (dayNumber(date) - dayNumber(axis.from)) / (dayNumber(axis.to) - dayNumber(axis.from));
}

/** The axis is never drawn narrower than this (lane-chart.css), and a letter of 13 px is rarely wider. */
const axisPixels = 730;
const letterPixels = 6.9;
const padding = 14;

const textShare = (text: string): number => (text.length * letterPixels) / axisPixels;

/** Lines that a text needs at a width, broken at spaces and after hyphens. */
function lineCount(text: string, pixels: number): number {
  if (text === '') return 0;
  const most = Math.floor((pixels - padding) / letterPixels);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[ -])/)) {
    const length = word.trimEnd().length;
    if (length > most) return Infinity;
    if (used + length > most) {
      lines += 1;
      used = 0;
    }
    used += word.length;
  }
  return lines;
}

function wordPlace({ title, sub = '' }: LaneBar, start: number, size: number): WordPlace {
  const pixels = size * axisPixels;
  if (lineCount(title, pixels) + lineCount(sub, pixels) <= 2) return 'inside';
  const wide = textShare(title.length > sub.length ? title : sub) + 0.02;
  if (wide <= start) return 'before';
  const behind = 1 - start - size;
  return wide <= behind || behind >= start ? 'after' : 'before';
}

function placeBar(bar: LaneBar, axis: LaneAxis): Omit<PlacedBar, 'row'> {
  const from = dateToShare(bar.from, axis);
  const to = dateToShare(bar.to, axis);
  if (from >= 1) return { bar, start: 1, size: 0, words: 'beyond', cutStart: false, cutEnd: false };
  if (to <= 0) return { bar, start: 0, size: 0, words: 'earlier', cutStart: false, cutEnd: false };
  const start = Math.max(0, from);
  const size = Math.max(0.012, Math.min(1, to) - start);
  return { bar, start, size, words: wordPlace(bar, start, size), cutStart: from < 0, cutEnd: to > 1 };
}

/** What a bar takes up with its words. */
function extent({ bar, start, size, words }: Omit<PlacedBar, 'row'>): [number, number] {
  const wide = Math.max(textShare(bar.title), textShare(bar.sub ?? '')) + 0.03;
  const end = start + size;
  if (words === 'before') return [start - wide, end];
  if (words === 'after') return [start, end + wide];
  if (words === 'beyond') return [1 - textShare(bar.title + (bar.sub ?? '')) - 0.1, 1];
  if (words === 'earlier') return [0, textShare(bar.title + (bar.sub ?? '')) + 0.05];
  return [start, end];
}

/** Places the bars of one lane; those that would lie on each other go to a row of their own. */
export function placeBars(bars: readonly LaneBar[], axis: LaneAxis): PlacedBar[] {
  const ends: number[] = [];
  return bars
    .map((bar) => placeBar(bar, axis))
    .sort((one, other) => extent(one)[0] - extent(other)[0])
    .map((placed) => {
      const [from, to] = extent(placed);
      const free = ends.findIndex((end) => end <= from + 0.001);
      const row = free === -1 ? ends.length : free;
      ends[row] = to;
      return { ...placed, row };
    });
}

/** The first of every n-th month on the axis. */
export function monthStarts(axis: LaneAxis, every: number): string[] {
  const [year = 1970, month = 1] = axis.from.split('-').map(Number);
  const starts: string[] = [];
  for (let index = year * 12 + month - 1; ; index += 1) {
    const date = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
    if (dayNumber(date) > dayNumber(axis.to)) return starts;
    if (index % every === 0 && dayNumber(date) >= dayNumber(axis.from)) starts.push(date);
  }
}
