// How rows of the SQLite file become what the contract speaks of.
import { z } from 'zod';
import type { Change } from '#domain/change.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { roleSchema } from '#protocol/session.ts';
import type { Account, Device, Outcome, PlanLink } from './storage.ts';

export type AccountRow = {
  readonly id: string;
  readonly login: string;
  readonly hash: string;
  readonly role: string;
  readonly active: number;
  readonly mayReadLimits: number;
};

/** Columns of `account` under the names of the contract. */
export const accountColumns = 'id, login, hash, role, active, may_read_limits as mayReadLimits';

export const rowToAccount = (row: AccountRow): Account => ({
  ...row,
  role: roleSchema.parse(row.role),
  active: row.active === 1,
  mayReadLimits: row.mayReadLimits === 1,
});

export const deviceColumns = 'id, user, name, next, registered_at as registeredAt, last_seen as lastSeen';
export type DeviceRow = Device;

export type PlanLinkRow = Omit<PlanLink, 'revoked'> & { readonly revoked: number };
export const planLinkColumns =
  'hash, case_id as caseId, accepted_at as acceptedAt, revoked, phone_hash as phoneHash, cookie_hash as cookieHash, cookie_until as cookieUntil';
export const rowToPlanLink = (row: PlanLinkRow): PlanLink => ({ ...row, revoked: row.revoked === 1 });

/** What this server wrote itself was looked at before; here only that it is the right sort of thing. */
const isObjectWith = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);
const isRecord = (value: unknown): value is VersionedRecord => isObjectWith(value, 'values');
const isOutcome = (value: unknown): value is Outcome => isObjectWith(value, 'result');

export const textToRecord = (json: string): VersionedRecord => {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value)) throw new Error('A stored record is damaged.');
  return value;
};

export const textToOutcome = (json: string): Outcome => {
  const value: unknown = JSON.parse(json);
  if (!isOutcome(value)) throw new Error('A stored receipt is damaged.');
  return value;
};

/** The paths a change touched, as text. */
export const pathsToText = (paths: readonly string[]): string => JSON.stringify(paths);

const pathsSchema = z.array(z.string());

/** Which paths of a record were written, and by which devices: each pair once, in order. */
export const rowsToWrittenPaths = (
  rows: readonly { readonly device: string; readonly touched: string }[],
): readonly { readonly path: string; readonly device: string }[] => {
  const pairs = new Map<string, { readonly path: string; readonly device: string }>();
  for (const { device, touched } of rows) {
    for (const path of pathsSchema.parse(JSON.parse(touched)))
      pairs.set(`${path} ${device}`, { path, device });
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
};

/** A change as text; the columns beside it repeat what is asked for. */
export const changeToText = (change: Change): string => JSON.stringify(change);
