// Many objects of one shape as columns: what most of them share is said once, so that a list is short to keep and to open.

export type Row = { readonly [key: string]: unknown };
/** One key of all rows: what most hold, and the places that differ; or every row's own value. */
type Column =
  | { readonly most: unknown; readonly at: readonly number[]; readonly but: readonly unknown[] }
  | { readonly each: readonly unknown[] };
export type Columns = { readonly count: number; readonly columns: Readonly<Record<string, Column>> };

/** How many rows are looked at to guess what most of them hold. */
const SAMPLE = 64;
const asText = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

const mostIn = (values: readonly unknown[]): unknown => {
  const counts = new Map<unknown, number>();
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  let most: unknown = values[0] ?? null;
  let highest = 0;
  for (let index = 0; index < values.length; index += step) {
    const value = values[index] ?? null;
    const count = (counts.get(asText(value)) ?? 0) + 1;
    counts.set(asText(value), count);
    if (count > highest) [most, highest] = [value, count];
  }
  return most;
};

const columnOf = (values: readonly unknown[]): Column => {
  const most = mostIn(values);
  const text = asText(most);
  const at = values.flatMap((value, index) => (asText(value) === text ? [] : [index]));
  if (at.length * 2 > values.length) return { each: values };
  return { most, at, but: at.map((index) => values[index] ?? null) };
};

/** Packs rows; a key that only some of them have comes back as null in the others. */
export const packRows = (rows: readonly Row[]): Columns => {
  const keys = new Set<string>();
  for (const row of rows) for (const key in row) keys.add(key);
  const columns = [...keys].map((key) => [key, columnOf(rows.map((row) => row[key] ?? null))] as const);
  return { count: rows.length, columns: Object.fromEntries(columns) };
};

/**
 * The rows again; values that many share are one object, so nobody may write into them. What most of them share is copied
 * in one stroke and only the rest is filled in: ten thousand rows are unpacked while somebody waits for her list.
 */
export const unpackRows = ({ count, columns }: Columns): readonly Row[] => {
  const all = Object.entries(columns);
  const common = Object.fromEntries(all.map(([key, column]) => [key, 'each' in column ? null : column.most]));
  const rows: { [key: string]: unknown }[] = [];
  for (let index = 0; index < count; index += 1) rows.push({ ...common });
  for (const [key, column] of all) {
    const [places, values] = 'each' in column ? [undefined, column.each] : [column.at, column.but];
    for (let place = 0; place < values.length; place += 1) {
      const row = rows[places?.[place] ?? place];
      if (row !== undefined) row[key] = values[place] ?? null;
    }
  }
  return rows;
};
