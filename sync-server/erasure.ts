// Erasing a case (S11): first into a ledger outside the database, then out of it. A restored database is erased anew.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { idSchema } from '#domain/id.ts';
import type { Storage } from './storage/storage.ts';
import { appendLine, replaceFile } from './whole-file.ts';

/** The ledger's name in the data folder, and beside backups. A line names a case by its id, and nothing of it. */
export const ERASURES = 'erasures.jsonl';

export const erasureSchema = z.strictObject({ caseId: idSchema, at: z.iso.datetime() });
export type Erasure = z.infer<typeof erasureSchema>;

const linesOf = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};

const erasureOf = (line: string): Erasure | undefined => {
  try {
    return erasureSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
};

/** A line that a power cut tore has no end, and what it asked for was never begun. */
const isTorn = (line: string): boolean => !line.endsWith('}');

/** Reads the ledger. A torn line counts for nothing; any other damage is a sentence for the console: a case stood there. */
export const readErasures = (file: string): readonly Erasure[] => {
  const lines = linesOf(file);
  return lines.flatMap((line, index): Erasure[] => {
    const erasure = erasureOf(line);
    if (erasure !== undefined) return [erasure];
    if (isTorn(line)) return [];
    throw new Error(
      `The ledger of erased cases is damaged (${file}, line ${index + 1}). Take the copy that lies beside the backups.`,
    );
  });
};

/** Takes into one ledger what another has more; each case once. */
export const mergeErasures = async (file: string, others: readonly Erasure[]): Promise<void> => {
  const own = readErasures(file);
  const known = new Set(own.map(({ caseId }) => caseId));
  const all = [...own, ...others.filter(({ caseId }) => !known.has(caseId))];
  if (all.length > own.length)
    await replaceFile(file, all.map((erasure) => `${JSON.stringify(erasure)}\n`).join(''));
};

const takeOut = async (storage: Storage, erasures: readonly Erasure[]): Promise<void> => {
  await storage.write(async (writing) => {
    for (const { caseId, at } of erasures) await writing.eraseCase(caseId, await writing.nextSeq(), at);
  });
  await storage.compact();
};

/**
 * Erases a case: from now on every device is told to drop it, and late changes are refused.
 * @param file the ledger
 * @param at ISO instant
 */
export const eraseCase = async (
  storage: Storage,
  file: string,
  caseId: string,
  at: string,
): Promise<void> => {
  await appendLine(file, JSON.stringify({ caseId, at }));
  await takeOut(storage, [{ caseId, at }]);
};

/**
 * Before the server answers anyone: erases what the ledger names and the database still holds.
 * @returns how many cases that were
 */
export const replayErasures = async (storage: Storage, file: string): Promise<number> => {
  const erasures = readErasures(file);
  if (erasures.length === 0) return 0;
  const known = new Set(await storage.read((reading) => reading.erasedCases()));
  const missing = erasures.filter(({ caseId }) => !known.has(caseId));
  if (missing.length > 0) await takeOut(storage, missing);
  return missing.length;
};
