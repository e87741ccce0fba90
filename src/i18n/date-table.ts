// The names and patterns that dates are said with: locales/<language>/dates.json, checked where it enters.
import * as z from 'zod/mini';

const twelve = z.array(z.string()).check(z.length(12));
const seven = z.array(z.string()).check(z.length(7));
/** One sentence for each plural form that the language has. */
const plural = z.record(z.string(), z.string());

export const dateTableSchema = z.object({
  patterns: z.strictObject({
    long: z.string(),
    date: z.string(),
    day: z.string(),
    short: z.string(),
    month: z.string(),
    time: z.string(),
    dateTime: z.string(),
    from: z.string(),
    until: z.string(),
    range: z.string(),
    estimated: z.string(),
  }),
  relative: z.strictObject({
    today: z.string(),
    tomorrow: z.string(),
    yesterday: z.string(),
    inDays: plural,
    daysAgo: plural,
  }),
  /** As they stand inside a date (Ukrainian: in the genitive). */
  months: twelve,
  monthsAlone: twelve,
  monthsShort: twelve,
  /** From Monday on. */
  weekdays: seven,
  weekdaysShort: seven,
  /** Names of languages that browsers do not know, or that people here call by another one. */
  languageNames: z.optional(z.record(z.string(), z.string())),
  /** Only where people count in the Persian calendar: a second line is shown. */
  persianMonths: z.optional(twelve),
});

/** How one language says its dates. */
export type DateTable = Readonly<z.infer<typeof dateTableSchema>>;
