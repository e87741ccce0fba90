// Many objects of one shape as columns: what most of them share is said once, so that a list is short to keep and to open.

export type Row = { readonly [key: string]: unknown };
/** One key of all rows: what most hold, and the places that differ; or every row's own value. */
export type Column =
  | { readonly most: unknown; readonly at: readonly number[]; readonly but: readonly unknown[] }
  | { readonly each: readonly unknown[] };
type Columns = { readonly count: number; readonly columns: Readonly<Record<string, Column>> };

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

/** What a column holds at a place. */
const cellIn = (column: Column): ((place: number) => unknown) => {
  if ('each' in column) return (place) => column.each[place] ?? null;
  const { most, at, but } = column;
  const differing = new Map(at.map((place, index) => [place, but[index] ?? null]));
  return (place) => {
    const found = differing.get(place);
    return found === undefined ? most : found;
  };
};

/** A row that knows its place and nothing else: its values stay in their columns until somebody looks at one. */
class PackedRow {
  readonly #place: number;
  constructor(place: number) {
    this.#place = place;
  }
  static placeOf(row: PackedRow): number {
    return row.#place;
  }
}

/**
 * The rows again, to be read by their keys, not to be spread or written into: ten thousand are there at once while
 * somebody waits for her list, and only what she looks at is taken out of its column.
 * @param columns gives the same column until it holds something else
 */
export const unpackRows = (count: number, columns: ReadonlyMap<string, () => Column>): readonly object[] => {
  class Unpacked extends PackedRow {}
  for (const [key, columnNow] of columns) {
    let column: Column | undefined;
    let cell: (place: number) => unknown = () => null;
    Object.defineProperty(Unpacked.prototype, key, {
      enumerable: true,
      get(this: Unpacked) {
        const now = columnNow();
        if (now !== column) [column, cell] = [now, cellIn(now)];
        return cell(PackedRow.placeOf(this));
      },
    });
  }
  const rows: object[] = [];
  for (let place = 0; place < count; place += 1) rows.push(new Unpacked(place));
  return rows;
};
