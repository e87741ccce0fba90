// Whether what somebody typed can be stored: read from the field's raw form, then asked of the leaf's own schema.
import type * as z from 'zod/mini';
import { toLatinDigits } from '#domain/partial-date.ts';
import { leafSchemaAt, type KindDefinition } from '#domain/record.ts';
import type { Json } from '#domain/json.ts';
import { fail, ok, type Result } from '#domain/result.ts';

/** Why an entry cannot be stored; each has a sentence in forms.json under `problem`. `limit` where there is one. */
export type Problem = {
  readonly type:
    | 'not-a-number'
    | 'too-small'
    | 'too-big'
    | 'too-long'
    | 'year-missing'
    | 'month-missing'
    | 'day-missing'
    | 'date-missing'
    | 'time-missing'
    | 'no-such-time'
    | 'no-such-date'
    | 'in-the-future'
    | 'too-long-ago'
    | 'no-mail-address'
    | 'not-possible';
  readonly limit?: number;
};

export type Judged = Result<Json, Problem>;

/** Turns what a field holds into what the leaf holds; null empties it. */
export type Reading = (raw: Json) => Judged;

/** A text as it was written; blanks alone are nothing. */
export const readText: Reading = (raw) => ok(typeof raw === 'string' && raw.trim() === '' ? null : raw);

/** A whole number, typed in any digits. */
export const readWhole: Reading = (raw) => {
  const text = toLatinDigits(typeof raw === 'string' ? raw : '').trim();
  if (text === '') return ok(null);
  return /^-?\d{1,9}$/.test(text) ? ok(Number(text)) : fail({ type: 'not-a-number' });
};

/** What is chosen, not typed: it is what it is; an empty list is nothing. */
export const readChoice: Reading = (raw) =>
  ok(raw === '' || (Array.isArray(raw) && raw.length === 0) ? null : raw);

const problemOf = (path: string, issue: z.core.$ZodIssue | undefined): Problem => {
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return { type: 'too-long', limit: Number(issue.maximum) };
  if (issue?.code === 'too_big') return { type: 'too-big', limit: Number(issue.maximum) };
  if (issue?.code === 'too_small') return { type: 'too-small', limit: Number(issue.minimum) };
  return { type: /email/i.test(path) ? 'no-mail-address' : 'not-possible' };
};

/** Whether an entry may become a change of this leaf. What cannot be stays a draft. */
export const judge = (kind: KindDefinition, path: string, reading: Reading, raw: Json): Judged => {
  const read = reading(raw);
  if (!read.ok || read.value === null) return read;
  const parsed = leafSchemaAt(kind, path)?.safeParse(read.value);
  if (parsed === undefined) throw new Error(`${kind.name} has no leaf ${path}`);
  return parsed.success ? read : fail(problemOf(path, parsed.error.issues[0]));
};
