// How rows of the SQLite file become what the contract speaks of.
import { userRoleSchema } from '#domain/user.ts';
import type { Account, Device, PlanLink } from './storage.ts';

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
  role: userRoleSchema.parse(row.role),
  active: row.active === 1,
  mayReadLimits: row.mayReadLimits === 1,
});

export const deviceColumns = 'id, user, name, next, registered_at as registeredAt, last_seen as lastSeen';
export type DeviceRow = Device;

export const passkeyColumns =
  'id, user, public_key as publicKey, counter, transports, name, created_at as createdAt, last_used as lastUsed';

export type PlanLinkRow = Omit<PlanLink, 'revoked'> & { readonly revoked: number };
export const planLinkColumns =
  'hash, case_id as caseId, accepted_at as acceptedAt, revoked, phone_hash as phoneHash, cookie_hash as cookieHash, cookie_until as cookieUntil, pin_check as pinCheck, wrong_pins as wrongPins';
export const rowToPlanLink = (row: PlanLinkRow): PlanLink => ({ ...row, revoked: row.revoked === 1 });
