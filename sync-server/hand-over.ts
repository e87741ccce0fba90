// Handing a case over (S10): who leads it and who stands in from now on, written by the server alone.
import { can } from '#domain/access.ts';
import type { Json } from '#domain/json.ts';
import { itemPath, partsOfPath } from '#domain/path.ts';
import type { VersionedRecord } from '#domain/record.ts';
import type { AssignRequest } from '#protocol/assign.ts';
import type { Refused } from './answers.ts';
import { onCase } from './case-access.ts';
import { writeAsServer, type NewId } from './server-changes.ts';
import type { Account, Writing } from './storage/storage.ts';

type World = { readonly now: string; readonly newId: NewId };

const isDeputyOf = (record: VersionedRecord, item: string): boolean =>
  record.values[itemPath('deputies', item, 'gone')] !== true;

/** What is written so that exactly these people stand in: who stays is not touched, the others go, or come (back). */
const deputyLeaves = (record: VersionedRecord, deputies: readonly string[]): Record<string, Json> => {
  const items = new Map<string, string>();
  for (const [path, value] of Object.entries(record.values)) {
    const { map, item, field } = partsOfPath(path);
    if (map === 'deputies' && item !== undefined && field === 'user' && typeof value === 'string')
      items.set(item, value);
  }
  const set: Record<string, Json> = {};
  const staying = new Set<string>();
  for (const [item, user] of items) {
    const isOne = isDeputyOf(record, item);
    if (isOne && deputies.includes(user) && !staying.has(user)) staying.add(user);
    else if (isOne) set[itemPath('deputies', item, 'gone')] = true;
  }
  for (const user of deputies) {
    if (staying.has(user)) continue;
    staying.add(user);
    set[itemPath('deputies', user, 'user')] = user;
    if (items.has(user)) set[itemPath('deputies', user, 'gone')] = false;
  }
  return set;
};

/** Writes only what differs, so that handing over what is handed over already does nothing. */
const assignCase = async (
  writing: Writing,
  record: VersionedRecord,
  { owner, deputies }: AssignRequest,
  { now, newId }: World,
): Promise<void> => {
  const set =
    deputies === undefined
      ? {}
      : deputyLeaves(
          record,
          [...new Set(deputies)].filter((user) => user !== owner),
        );
  if (onCase(record).owner !== owner) set['owner'] = owner;
  if (Object.keys(set).length === 0) return;
  const edit = { caseId: record.id, kind: record.kind, recordId: record.id, set };
  await writeAsServer(writing, [edit], now, newId);
};

const mayLead = (account: Account | undefined): boolean =>
  account?.active === true && account.role !== 'administrator';

/** Hands cases over, in the transaction under way: all of them, or none. Tells why not. */
export const handOver = async (
  writing: Writing,
  account: Account,
  request: AssignRequest,
  world: World,
): Promise<Refused | undefined> => {
  for (const user of [request.owner, ...(request.deputies ?? [])]) {
    if (!mayLead(await writing.account(user))) return { type: 'not-found', detail: 'owner' };
  }
  const records: VersionedRecord[] = [];
  for (const caseId of new Set(request.caseIds)) {
    const record = await writing.record(caseId);
    if (record?.kind !== 'case') return { type: 'not-found', detail: 'caseIds' };
    if (!can(account, 'assign', { kind: record.kind, caseId, ...onCase(record) }))
      return { type: 'not-allowed' };
    records.push(record);
  }
  for (const record of records) await assignCase(writing, record, request, world);
  return undefined;
};
