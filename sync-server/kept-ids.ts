// Ids that are kept: a case has one person, one plan and one record of limits, under ids that follow from its own. Nothing else may take them before.
import { limitsIdOf, personIdOf, planIdOf } from '#domain/id.ts';
import type { Reading } from './storage/storage.ts';

const beginnings = [personIdOf(''), planIdOf(''), limitsIdOf('')];

/** Whether an id is kept for a record of a case that is there, whether that record is there yet or not. */
export const isKeptForCase = async (reading: Reading, id: string): Promise<boolean> => {
  for (const beginning of beginnings) {
    if (!id.startsWith(beginning)) continue;
    const of = await reading.record(id.slice(beginning.length));
    if (of?.kind === 'case') return true;
  }
  return false;
};
