// A date of which only a part may be known: a birth year, a month of arrival. One leaf, because its parts make sense together.
import * as z from 'zod/mini';
import { daysInMonth } from './calendar-date.ts';
import { fail, ok, type Result } from './result.ts';

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

/** A year, perhaps a month, perhaps a day; `estimated` where it was estimated or made up (domain §6.5: 01.01.). */
export const partialDateSchema = z
  .strictObject({
    year: z.int().check(z.minimum(EARLIEST_YEAR), z.maximum(LATEST_YEAR)),
    month: z.exactOptional(z.int().check(z.minimum(1), z.maximum(12))),
    day: z.exactOptional(z.int().check(z.minimum(1), z.maximum(31))),
    estimated: z.exactOptional(z.boolean()),
  })
  .check(
    z.refine(
      ({ year, month, day }) => day === undefined || (month !== undefined && day <= daysInMonth(year, month)),
    ),
  );
export type PartialDate = z.infer<typeof partialDateSchema>;

/** What somebody typed into the three fields of a date. */
export type RawDateParts = {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly year?: string | undefined;
  readonly estimated?: boolean | undefined;
};

/** Why typed parts are not a date. */
export type PartialDateFailure = {
  readonly type:
    'not-a-number' | 'year-missing' | 'month-missing' | 'no-such-date' | 'in-the-future' | 'too-long-ago';
};

/** Arabic ٠-٩ and Persian ۰-۹ digits as 0-9 (§6.3); everything else stays. */
export const toLatinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const two = (part: number): string => String(part).padStart(2, '0');

/** '1998', '1998-05' or '1998-05-30': as much as is known. */
export const partialDateToIso = ({ year, month, day }: PartialDate): string =>
  [String(year), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join(
    '-',
  );

/** '1998', '05.1998' or '30.05.1998': digits and dots, no words. */
export const formatPartialDate = (date: PartialDate): string =>
  partialDateToIso(date).split('-').reverse().join('.');

/** The first day that a partial date can mean. */
export const firstDayOf = ({ year, month, day }: PartialDate): string =>
  `${String(year)}-${two(month ?? 1)}-${two(day ?? 1)}`;

/** The last day that a partial date can mean. */
export const lastDayOf = ({ year, month, day }: PartialDate): string =>
  `${String(year)}-${two(month ?? 12)}-${two(day ?? daysInMonth(year, month ?? 12))}`;

/** Sorts by the first possible day; of two that begin alike, the less exact one first. */
export const comparePartialDates = (a: PartialDate, b: PartialDate): number => {
  const [left, right] = [partialDateToIso(a), partialDateToIso(b)];
  const [from, to] = [firstDayOf(a), firstDayOf(b)];
  if (from !== to) return from < to ? -1 : 1;
  return left.length - right.length;
};

/** A whole calendar date as a partial one. */
export const partialDateOf = (date: string): PartialDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
};

const completedYears = (from: string, on: string): number =>
  Number(on.slice(0, 4)) - Number(from.slice(0, 4)) - (on.slice(5) < from.slice(5) ? 1 : 0);

/** The youngest and the oldest that somebody born then can be on a day. An estimated date gives a year either way (§6.5). */
export const ageRange = (
  birth: PartialDate,
  on: string,
): { readonly least: number; readonly most: number } => {
  const slack = birth.estimated === true ? 1 : 0;
  const least = Math.max(0, completedYears(lastDayOf(birth), on) - slack);
  return { least, most: Math.max(least, completedYears(firstDayOf(birth), on) + slack) };
};

const numberOf = (raw: string | undefined): number | null | undefined => {
  const text = toLatinDigits(raw ?? '').trim();
  if (text === '') return undefined;
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
};

/**
 * Reads what somebody typed; null if nothing was. A date that cannot be never becomes a change, it stays a draft.
 * @param limits `today`: days after it are refused; without it the future is allowed
 */
export const partialDateFromParts = (
  raw: RawDateParts,
  limits: { readonly today?: string; readonly earliestYear?: number } = {},
): Result<PartialDate | null, PartialDateFailure> => {
  const [day, month, year] = [numberOf(raw.day), numberOf(raw.month), numberOf(raw.year)];
  if (day === null || month === null || year === null) return fail({ type: 'not-a-number' });
  if (year === undefined)
    return month === undefined && day === undefined ? ok(null) : fail({ type: 'year-missing' });
  if (day !== undefined && month === undefined) return fail({ type: 'month-missing' });
  if (year < (limits.earliestYear ?? EARLIEST_YEAR)) return fail({ type: 'too-long-ago' });
  const parsed = partialDateSchema.safeParse({
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(raw.estimated === true ? { estimated: true } : {}),
  });
  if (!parsed.success) return fail({ type: 'no-such-date' });
  if (limits.today !== undefined && firstDayOf(parsed.data) > limits.today)
    return fail({ type: 'in-the-future' });
  return ok(parsed.data);
};
