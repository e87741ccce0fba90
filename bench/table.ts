// What the samples come to: one result for each work, shape and subject, and the table that stands them side by side.
import { median } from './median.ts';
import type { Sample } from './measure.ts';
import type { Shape } from './records.ts';
import { subjects, type SubjectName } from './subjects.ts';
import { unitOf, works, type Unit, type Work } from './works.ts';

export type Result = {
  readonly work: Work;
  readonly shape: Shape;
  readonly records: number;
  readonly subject: SubjectName;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly unit: Unit;
};

/** Sums the samples up, in the order of the works. */
export const resultsOf = (samples: readonly Sample[]): readonly Result[] => {
  const cells = Map.groupBy(samples, ({ work, shape, subject }) => `${work} ${shape} ${subject}`);
  const results = [...cells.values()].flatMap((found): Result[] => {
    const [first] = found;
    if (first === undefined) return [];
    const values = found.map(({ value }) => value);
    const { work, shape, records, subject } = first;
    const range = { median: median(values), min: Math.min(...values), max: Math.max(...values) };
    return [{ work, shape, records, subject, ...range, unit: unitOf(work) }];
  });
  return results.sort((a, b) => works.indexOf(a.work) - works.indexOf(b.work));
};

const digits = (value: number): string =>
  value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
const said = (value: number, unit: Unit): string => digits(unit === 'bytes' ? value / 1000 : value);

const cellOf = ({ median: middle, min, max, unit }: Result, floor: Result | undefined): string => {
  const [least, most] = [said(min, unit), said(max, unit)];
  const range = least === most ? '' : ` (${least}–${most})`;
  const ratio = floor === undefined ? '' : ` **×${(middle / floor.median).toFixed(2)}**`;
  return `${said(middle, unit)}${range}${ratio}`;
};

/** A table in markdown: a row for each work and shape, a column for each subject with its ratio to plain Dexie rows. */
export const tableOf = (
  results: readonly Result[],
  names: readonly SubjectName[],
  shapes: readonly Shape[],
): string => {
  const lines = [
    `| work | shape | unit |${names.map((name) => ` ${subjects[name].title} |`).join('')}`,
    `|---|---|---|${names.map(() => '---|').join('')}`,
  ];
  for (const shape of shapes)
    for (const work of works) {
      const row = results.filter((result) => result.shape === shape && result.work === work);
      if (row.length === 0) continue;
      const floor = row.find(({ subject }) => subject === 'dexie');
      const cells = names.map((name) => {
        const result = row.find(({ subject }) => subject === name);
        return result === undefined ? '–' : cellOf(result, name === 'dexie' ? undefined : floor);
      });
      lines.push(`| ${[work, shape, unitOf(work) === 'ms' ? 'ms' : 'kB', ...cells].join(' | ')} |`);
    }
  return lines.join('\n');
};
