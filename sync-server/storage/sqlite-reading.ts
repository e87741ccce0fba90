// Reading from the SQLite file: the half of the contract that a snapshot and a transaction share.
import type { Database } from 'better-sqlite3';
import type { Author } from '#domain/merge.ts';
import { createRecordsAfter } from './sqlite-pages.ts';
import {
  accountColumns,
  deviceColumns,
  passkeyColumns,
  planLinkColumns,
  rowToAccount,
  rowToPlanLink,
  type AccountRow,
  type DeviceRow,
  type PlanLinkRow,
} from './sqlite-rows.ts';
import type { Leaving, Reading, SessionRow, Standing } from './storage.ts';
import {
  rowsToWriters,
  rowsToWrittenPaths,
  rowToKnownChange,
  rowToPasskey,
  textToOutcome,
  textToRecord,
  type KnownChangeRow,
  type PasskeyRow,
} from './stored-text.ts';

type UsedNumberRow = { readonly number: number; readonly id: string | null; readonly outcome: string };
type AuthorRow = { readonly id: string; readonly by: string; readonly device: string; readonly at: string };

/** Every question of the contract, each with a statement that is prepared once. */
export const createReading = (database: Database): Reading => {
  const account = database.prepare<[string], AccountRow>(
    `select ${accountColumns} from account where id = ?`,
  );
  const byLogin = database.prepare<[string], AccountRow>(
    `select ${accountColumns} from account where login = ?`,
  );
  const accounts = database.prepare<[], AccountRow>(`select ${accountColumns} from account order by login`);
  const session = database.prepare<[string], SessionRow>(
    `select token_hash as tokenHash, user, created_at as createdAt, expires_at as expiresAt,
       proven_at as provenAt, device from session where token_hash = ?`,
  );
  const standing = database.prepare<[string], Standing>(
    `select device, revoked_at as revokedAt, revoked_by as revokedBy, waiting
       from device_standing where device = ?`,
  );
  const passkey = database.prepare<[string], PasskeyRow>(
    `select ${passkeyColumns} from passkey where id = ?`,
  );
  const passkeysOf = database.prepare<[string], PasskeyRow>(
    `select ${passkeyColumns} from passkey where user = ? order by created_at, id`,
  );
  const device = database.prepare<[string], DeviceRow>(`select ${deviceColumns} from device where id = ?`);
  const devicesOf = database.prepare<[string], DeviceRow>(
    `select ${deviceColumns} from device where user = ? order by registered_at, id`,
  );
  const usedNumber = database.prepare<[string, number], UsedNumberRow>(
    'select number, id, outcome from used_number where device = ? and number = ?',
  );
  const changes = database.prepare<[string], KnownChangeRow>(
    `select id, by_user as by, device, number, json from change where id in (select value from json_each(?))`,
  );
  const records = database.prepare<[string], { readonly id: string; readonly json: string }>(
    'select id, json from record where id in (select value from json_each(?))',
  );
  const authors = database.prepare<[string], AuthorRow>(
    'select id, by_user as by, device, at from change where id in (select value from json_each(?))',
  );
  const record = database.prepare<[string], string>('select json from record where id = ?').pluck();
  const ofCase = database
    .prepare<[string], string>('select json from record where case_id = ? order by seq, id')
    .pluck();
  const head = database.prepare<[], number>('select seq from numbering').pluck();
  const pathsWritten = database.prepare<
    [string, number],
    { readonly device: string; readonly touched: string }
  >('select coalesce(known_to, device) as device, touched from change where record_id = ? and seq > ?');
  const writersSince = database.prepare<
    [string, number],
    { readonly recordId: string; readonly device: string }
  >(
    `select record_id as recordId, coalesce(known_to, device) as device from change
      where record_id in (select value from json_each(?)) and seq > ? order by seq`,
  );
  const leaving = database.prepare<[string, number], Leaving>(
    `select case_id as caseId, reason, seq from leaving
      where device = ? and (purged = 0 or seq > ?) order by seq, case_id`,
  );
  const stillHeld = database.prepare<[], { readonly caseId: string; readonly device: string }>(
    'select case_id as caseId, device from leaving where purged = 0 order by case_id, device',
  );
  const wasOnCase = database
    .prepare<[string, string], number>('select 1 from scope where user = ? and case_id = ?')
    .pluck();
  const erasedCases = database
    .prepare<[], string>('select case_id from erased order by seq, case_id')
    .pluck();
  const planLink = database.prepare<[string], PlanLinkRow>(
    `select ${planLinkColumns} from plan_link where hash = ?`,
  );
  const byCookie = database.prepare<[string], PlanLinkRow>(
    `select ${planLinkColumns} from plan_link where cookie_hash = ?`,
  );
  const fact = database.prepare<[string], string>('select value from fact where key = ?').pluck();
  const recordsAfter = createRecordsAfter(database);

  const accountOf = (row: AccountRow | undefined) => (row === undefined ? undefined : rowToAccount(row));
  const linkOf = (row: PlanLinkRow | undefined) => (row === undefined ? undefined : rowToPlanLink(row));

  const changesById: Reading['changesById'] = async (ids) =>
    new Map(changes.all(JSON.stringify(ids)).map((row) => [row.id, rowToKnownChange(row)]));

  return {
    account: async (id) => accountOf(account.get(id)),
    accountByLogin: async (login) => accountOf(byLogin.get(login)),
    accounts: async () => accounts.all().map(rowToAccount),
    session: async (tokenHash) => session.get(tokenHash),
    passkey: async (id) => {
      const row = passkey.get(id);
      return row === undefined ? undefined : rowToPasskey(row);
    },
    passkeysOf: async (user) => passkeysOf.all(user).map(rowToPasskey),
    device: async (id) => device.get(id),
    devicesOf: async (user) => devicesOf.all(user),
    standing: async (id) => standing.get(id),
    usedNumber: async (of, number) => {
      const row = usedNumber.get(of, number);
      return row === undefined ? undefined : { ...row, outcome: textToOutcome(row.outcome) };
    },
    changeById: async (id) => (await changesById([id])).get(id),
    changesById,
    authorsOf: async (changeIds) => {
      const found = new Map<string, Author>();
      if (changeIds.length === 0) return found;
      for (const { id, ...author } of authors.all(JSON.stringify(changeIds))) found.set(id, author);
      return found;
    },
    record: async (id) => {
      const json = record.get(id);
      return json === undefined ? undefined : textToRecord(json);
    },
    recordsById: async (ids) =>
      new Map(records.all(JSON.stringify(ids)).map(({ id, json }) => [id, textToRecord(json)])),
    recordsOfCase: async (caseId) => ofCase.all(caseId).map(textToRecord),
    head: async () => head.get() ?? 0,
    recordsAfter: async (scope, after, bytes) => recordsAfter(scope, after, bytes),
    pathsWritten: async (recordId, since) => rowsToWrittenPaths(pathsWritten.all(recordId, since)),
    writersSince: async (ids, since) =>
      ids.length === 0 ? new Map() : rowsToWriters(writersSince.all(JSON.stringify(ids), since)),
    leaving: async (of, told = Number.MAX_SAFE_INTEGER) => leaving.all(of, told),
    stillHeld: async () => stillHeld.all(),
    wasOnCase: async (user, caseId) => wasOnCase.get(user, caseId) !== undefined,
    erasedCases: async () => erasedCases.all(),
    planLink: async (hash) => linkOf(planLink.get(hash)),
    planLinkByCookie: async (cookieHash) => linkOf(byCookie.get(cookieHash)),
    fact: async (key) => fact.get(key),
  };
};
