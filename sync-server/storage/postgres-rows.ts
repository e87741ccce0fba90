// How rows of PostgreSQL become what the contract speaks of.
import { userRoleSchema } from '#domain/user.ts';
import type { Account } from './storage.ts';

export type AccountRow = Omit<Account, 'role'> & { readonly role: string };

/** Columns of `account` under the names of the contract. */
export const accountColumns = 'id, login, hash, role, active, may_read_limits as "mayReadLimits"';
export const rowToAccount = (row: AccountRow): Account => ({ ...row, role: userRoleSchema.parse(row.role) });

export const sessionColumns =
  'token_hash as "tokenHash", user_id as "user", created_at as "createdAt", expires_at as "expiresAt", proven_at as "provenAt", device';
export const passkeyColumns =
  'id, user_id as "user", public_key as "publicKey", counter, transports, name, created_at as "createdAt", last_used as "lastUsed"';
export const deviceColumns =
  'id, user_id as "user", name, next, registered_at as "registeredAt", last_seen as "lastSeen"';
export const planLinkColumns =
  'hash, case_id as "caseId", accepted_at as "acceptedAt", revoked, phone_hash as "phoneHash", cookie_hash as "cookieHash", cookie_until as "cookieUntil", pin_check as "pinCheck", wrong_pins as "wrongPins"';
export const recordColumns = 'id, case_id as "caseId", seq, created_seq as "createdSeq", json';
