// Names for things: ids of records, items, changes, devices and users. Never a person's name in one of them.
import * as z from 'zod/mini';

/** An id: 8 to 64 letters, digits, `-` or `_`, beginning with a letter or digit. Random ones are UUIDs version 4. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;
export const idSchema = z.string().check(z.regex(idPattern));

/** Whether a text is an id. */
export const isId = (text: string): boolean => idPattern.test(text);

/** The id of an item in a map of a record (a language, a school, a step): shorter ones are allowed. */
export const itemIdSchema = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));

/** The name under which facts are written that only the server may write (owner of a case, users). */
export const SERVER = 'server-0';

/** A case has one person, one plan and one record of work limits: two tablets that make them offline make the same. */
export const personIdOf = (caseId: string): string => `person-${caseId}`;
export const planIdOf = (caseId: string): string => `plan-${caseId}`;
export const limitsIdOf = (caseId: string): string => `limits-${caseId}`;
