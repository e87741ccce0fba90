// Many leaves at once: paths and their values, as changes and records carry them by the thousand.
import { isPlainObject, isSoundJson, type Json } from './json.ts';
import { isPath } from './path.ts';

/** Whether a value is leaves by path. One look at each: a schema for every leaf would cost more than all the rest. */
export const areLeaves = (value: unknown): value is Record<string, Json> => {
  if (!isPlainObject(value)) return false;
  for (const path of Object.keys(value)) if (!isPath(path) || !isSoundJson(value[path])) return false;
  return true;
};
