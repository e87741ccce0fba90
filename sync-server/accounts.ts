// Accounts: who may sign in. What others see of them is a record of kind `user`, written beside it by the server.
import type { z } from 'zod';
import { documentOf } from '#domain/record.ts';
import type { Edit } from '#domain/change.ts';
import type { Json } from '#domain/json.ts';
import type { memberChangeRequestSchema, NewMemberRequest, TeamMember } from '#protocol/session.ts';
import { noteOversight } from './contributions.ts';
import { noteNarrowing } from './reach.ts';
import { writeAsServer, type NewId } from './server-changes.ts';
import type { Account, Reading, Writing } from './storage/storage.ts';

/** A login as it is kept and looked up: people type it with capitals, and keyboards write ü in two ways. */
export const loginToKey = (login: string): string => login.trim().normalize('NFKC').toLocaleLowerCase('de');

const userEdit = (id: string, set: Record<string, Json>): Edit => ({
  caseId: null,
  kind: 'user',
  recordId: id,
  set,
});

/** Makes an account and the record that tells the team about it. The login must be free. */
export const createAccount = async (
  writing: Writing,
  member: NewMemberRequest & { readonly id: string; readonly hash: string },
  now: string,
  newId: NewId,
): Promise<Account> => {
  const { id, hash, role, mayReadLimits, name } = member;
  const account: Account = { id, login: loginToKey(member.login), hash, role, active: true, mayReadLimits };
  await writing.putAccount(account);
  await writeAsServer(writing, [userEdit(id, { name, role, active: true, mayReadLimits })], now, newId);
  return account;
};

/** Changes an account and tells the team, in one transaction. Only what differs is written. */
export const changeAccount = async (
  writing: Writing,
  before: Account,
  change: z.infer<typeof memberChangeRequestSchema>,
  now: string,
  newId: NewId,
): Promise<Account> => {
  const { name, role = before.role, active = before.active, mayReadLimits = before.mayReadLimits } = change;
  const after: Account = { ...before, role, active, mayReadLimits };
  const isTold = name !== undefined && name !== (await nameOf(writing, before.id));
  const set: Record<string, Json> = isTold ? { name } : {};
  if (after.role !== before.role) set['role'] = after.role;
  if (after.active !== before.active) set['active'] = after.active;
  if (after.mayReadLimits !== before.mayReadLimits) set['mayReadLimits'] = after.mayReadLimits;
  await writing.putAccount(after);
  const wasSupervisor = before.role === 'supervisor' && after.role !== 'supervisor';
  if (wasSupervisor) await noteOversight(writing, before.id, now);
  if (wasSupervisor || (before.mayReadLimits && !after.mayReadLimits))
    await noteNarrowing(writing, before.id);
  if (Object.keys(set).length > 0) await writeAsServer(writing, [userEdit(before.id, set)], now, newId);
  return after;
};

/** The name the team sees; empty if nobody has told it. */
export const nameOf = async (reading: Reading, user: string): Promise<string> => {
  const record = await reading.record(user);
  const name = record?.kind === 'user' ? documentOf(record)['name'] : undefined;
  return typeof name === 'string' ? name : '';
};

/** An account as the team's list shows it. */
export const memberOf = async (reading: Reading, account: Account): Promise<TeamMember> => {
  const { id, login, role, active, mayReadLimits } = account;
  const seen = (await reading.devicesOf(id)).flatMap(({ lastSeen }) => lastSeen ?? []).sort();
  return {
    id,
    login,
    role,
    active,
    mayReadLimits,
    name: await nameOf(reading, id),
    lastSeen: seen.at(-1) ?? null,
  };
};

/** Whether somebody besides this account can still administer the county. */
export const isLastAdministrator = async (reading: Reading, account: Account): Promise<boolean> => {
  if (account.role !== 'administrator' || !account.active) return false;
  const accounts = await reading.accounts();
  return !accounts.some(({ id, role, active }) => id !== account.id && role === 'administrator' && active);
};
