// This device's own changes that the server has not answered for, or that it refused.
import * as z from 'zod/mini';
import type { Change } from '#domain/change.ts';
import type { Refusal } from '#domain/receipt.ts';
import type { ChangeRow, NewChangeRow } from './database.ts';
import { seal, unseal, type Box } from './vault.ts';

/** What is sealed of a change; its number and device stand beside it, for they may change after a fork (S2). */
export type ChangeBody = Omit<Change, 'number' | 'device'>;

/** An own change in memory. It is applied to what is shown unless it was refused. */
export type Waiting = {
  readonly number: number;
  readonly rev: number;
  readonly seq: number | null;
  /** The author's time as the server corrected it, once accepted. */
  readonly acceptedAt: string | null;
  readonly refusal: Refusal | null;
  readonly body: ChangeBody;
};

/** Whether the server has neither taken a change nor refused it. */
export const isUnanswered = ({ seq, refusal }: Waiting): boolean => seq === null && refusal === null;

/** Written by this program and sealed: trusted as it comes. */
const ownBodySchema = z.custom<ChangeBody>();

const place = (id: string): string => `changes|${id}|1`;

/** Seals the body of a change for its row. */
export const sealBody = (key: CryptoKey, body: ChangeBody): Promise<Box> =>
  seal(key, place(body.id), JSON.stringify(body));

/** A row for a change that has no number yet. */
export const newRow = async (key: CryptoKey, body: ChangeBody): Promise<NewChangeRow> => ({
  id: body.id,
  rev: 0,
  seq: null,
  at: null,
  refusal: null,
  box: await sealBody(key, body),
});

/** Opens a row. */
export const openRow = async (key: CryptoKey, row: ChangeRow): Promise<Waiting> => {
  const body = ownBodySchema.parse(JSON.parse(await unseal(key, place(row.id), row.box)));
  return { number: row.number, rev: row.rev, seq: row.seq, acceptedAt: row.at, refusal: row.refusal, body };
};

/** Opens rows; those that are in memory and have not grown are not opened again. */
export const openRows = async (
  key: CryptoKey,
  rows: readonly ChangeRow[],
  known: ReadonlyMap<number, Waiting>,
): Promise<Map<number, Waiting>> => {
  const opened = await Promise.all(
    rows.map(async (row): Promise<Waiting> => {
      const before = known.get(row.number);
      if (before === undefined || before.rev !== row.rev || before.body.id !== row.id)
        return openRow(key, row);
      return { ...before, seq: row.seq, acceptedAt: row.at, refusal: row.refusal };
    }),
  );
  return new Map(opened.map((waiting) => [waiting.number, waiting]));
};

/** A waiting change as a whole change. */
export const wholeChange = (waiting: Waiting, device: string): Change => ({
  ...waiting.body,
  device,
  number: waiting.number,
});
