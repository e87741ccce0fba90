// Values as they are stored and travel: JSON, guarded so that every database and every browser keeps them as they are.
import * as z from 'zod/mini';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The longest text a leaf may hold, in UTF-16 units. */
export const LONGEST_TEXT = 20_000;
const DEEPEST = 8;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a text survives both databases unchanged: no NUL, no lone surrogate. */
export const isSoundText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Whether a value is JSON that may be stored: sound texts, finite numbers, not too deep, no keys that reach a prototype. */
export const isSoundJson = (value: unknown, depth = 0): value is Json => {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value === 'string') return value.length <= LONGEST_TEXT && isSoundText(value);
  if (depth >= DEEPEST || typeof value !== 'object') return false;
  if (Array.isArray(value))
    return value.length <= 500 && value.every((entry) => isSoundJson(entry, depth + 1));
  return Object.entries(value).every(
    ([key, entry]) =>
      !forbiddenKeys.has(key) && key.length <= 100 && isSoundText(key) && isSoundJson(entry, depth + 1),
  );
};

/** Whether a value is an object with keys, not a list. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two JSON values say the same, whatever the order of their keys. */
export const isSameJson = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === null || b === null) return false;
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => isSameJson(entry, b[index]));
  }
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([key, entry]) => right.has(key) && isSameJson(entry, right.get(key)))
  );
};

/** A JSON value as zod sees it. */
export const jsonSchema = z.custom<Json>((value) => isSoundJson(value));
