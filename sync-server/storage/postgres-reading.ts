// Reading from PostgreSQL: the half of the contract that a snapshot and a transaction share.
import type { Author } from '#domain/merge.ts';
import type { Ask } from './postgres-connections.ts';
import { createRecordsAfter } from './postgres-pages.ts';
import {
  accountColumns,
  deviceColumns,
  passkeyColumns,
  planLinkColumns,
  rowToAccount,
  sessionColumns,
  type AccountRow,
} from './postgres-rows.ts';
import type { Device, Leaving, PlanLink, Reading, SessionRow, Standing } from './storage.ts';
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
type Json = { readonly id: string; readonly json: string };
type WriterRow = { readonly recordId: string; readonly device: string };

/** Every question of the contract; each is a statement that the database prepares once for a connection. */
export const createReading = (ask: Ask): Reading => {
  const recordsAfter = createRecordsAfter(ask);
  const accountOf = ([row]: readonly AccountRow[]) => (row === undefined ? undefined : rowToAccount(row));
  const changesById: Reading['changesById'] = async (ids) => {
    const text = 'select id, by_user as "by", device, number, json from change where id = any($1)';
    const rows = await ask<KnownChangeRow>('changes-by-id', text, [ids]);
    return new Map(rows.map((row) => [row.id, rowToKnownChange(row)]));
  };
  const recordsById: Reading['recordsById'] = async (ids) => {
    const rows = await ask<Json>('records', 'select id, json from record where id = any($1)', [ids]);
    return new Map(rows.map(({ id, json }) => [id, textToRecord(json)]));
  };
  return {
    account: async (id) =>
      accountOf(
        await ask<AccountRow>('account', `select ${accountColumns} from account where id = $1`, [id]),
      ),
    accountByLogin: async (login) =>
      accountOf(
        await ask<AccountRow>('account-by-login', `select ${accountColumns} from account where login = $1`, [
          login,
        ]),
      ),
    accounts: async () => {
      const text = `select ${accountColumns} from account order by login`;
      return (await ask<AccountRow>('accounts', text)).map(rowToAccount);
    },
    session: async (tokenHash) => {
      const text = `select ${sessionColumns} from session where token_hash = $1`;
      return (await ask<SessionRow>('session', text, [tokenHash]))[0];
    },
    passkey: async (id) => {
      const text = `select ${passkeyColumns} from passkey where id = $1`;
      return (await ask<PasskeyRow>('passkey', text, [id])).map(rowToPasskey)[0];
    },
    passkeysOf: async (user) => {
      const text = `select ${passkeyColumns} from passkey where user_id = $1 order by created_at collate "C", id`;
      return (await ask<PasskeyRow>('passkeys-of', text, [user])).map(rowToPasskey);
    },
    device: async (id) => {
      const text = `select ${deviceColumns} from device where id = $1`;
      return (await ask<Device>('device', text, [id]))[0];
    },
    devicesOf: (user) =>
      ask<Device>(
        'devices-of',
        `select ${deviceColumns} from device where user_id = $1 order by registered_at, id`,
        [user],
      ),
    standing: async (id) => {
      const text = `select device, revoked_at as "revokedAt", revoked_by as "revokedBy", waiting
        from device_standing where device = $1`;
      return (await ask<Standing>('standing', text, [id]))[0];
    },
    usedNumber: async (device, number) => {
      const text = 'select number, id, outcome from used_number where device = $1 and number = $2';
      const [row] = await ask<UsedNumberRow>('used-number', text, [device, number]);
      return row === undefined ? undefined : { ...row, outcome: textToOutcome(row.outcome) };
    },
    changeById: async (id) => (await changesById([id])).get(id),
    changesById,
    authorsOf: async (changeIds) => {
      const found = new Map<string, Author>();
      if (changeIds.length === 0) return found;
      const text = 'select id, by_user as "by", device, at from change where id = any($1)';
      for (const { id, ...author } of await ask<AuthorRow>('authors-of', text, [changeIds]))
        found.set(id, author);
      return found;
    },
    record: async (id) => (await recordsById([id])).get(id),
    recordsById,
    recordsOfCase: async (caseId) => {
      const text = 'select id, json from record where case_id = $1 order by seq, id';
      return (await ask<Json>('records-of-case', text, [caseId])).map(({ json }) => textToRecord(json));
    },
    head: async () => (await ask<{ readonly seq: number }>('head', 'select seq from numbering'))[0]?.seq ?? 0,
    recordsAfter,
    pathsWritten: async (recordId, since) => {
      const text =
        'select coalesce(known_to, device) as device, touched from change where record_id = $1 and seq > $2';
      return rowsToWrittenPaths(
        await ask<{ readonly device: string; readonly touched: string }>('paths-written', text, [
          recordId,
          since,
        ]),
      );
    },
    writersSince: async (recordIds, since) => {
      if (recordIds.length === 0) return new Map();
      const text = `select record_id as "recordId", coalesce(known_to, device) as device from change
        where record_id = any($1) and seq > $2 order by seq`;
      return rowsToWriters(await ask<WriterRow>('writers-since', text, [recordIds, since]));
    },
    leaving: (device, told = Number.MAX_SAFE_INTEGER) =>
      ask<Leaving>(
        'leaving',
        `select case_id as "caseId", reason, seq from leaving
          where device = $1 and (not purged or seq > $2) order by seq, case_id`,
        [device, told],
      ),
    stillHeld: () =>
      ask<{ readonly caseId: string; readonly device: string }>(
        'still-held',
        'select case_id as "caseId", device from leaving where not purged order by case_id, device',
        [],
      ),
    wasOnCase: async (user, caseId) => {
      const text = 'select 1 from scope where user_id = $1 and case_id = $2';
      return (await ask('was-on-case', text, [user, caseId])).length > 0;
    },
    erasedCases: async () => {
      const text = 'select case_id as "caseId" from erased order by seq, case_id';
      return (await ask<{ readonly caseId: string }>('erased-cases', text)).map(({ caseId }) => caseId);
    },
    planLink: async (hash) => {
      const text = `select ${planLinkColumns} from plan_link where hash = $1`;
      return (await ask<PlanLink>('plan-link', text, [hash]))[0];
    },
    planLinkByCookie: async (cookieHash) => {
      const text = `select ${planLinkColumns} from plan_link where cookie_hash = $1`;
      return (await ask<PlanLink>('plan-link-by-cookie', text, [cookieHash]))[0];
    },
    fact: async (key) => {
      const text = 'select value from fact where key = $1';
      return (await ask<{ readonly value: string }>('fact', text, [key]))[0]?.value;
    },
  };
};
