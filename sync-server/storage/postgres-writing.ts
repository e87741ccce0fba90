// Writing to PostgreSQL: the half of the contract that only a transaction has.
import type { Batches } from './postgres-batches.ts';
import type { Ask, Send } from './postgres-connections.ts';
import type { Reading, Writing } from './storage.ts';
import { changeToText, pathsToText } from './stored-text.ts';

/** Every command of the contract. A command is on its way when its promise resolves: the end of the work waits for all. */
export const createWriting = (ask: Ask, send: Send, batches: Batches, reading: Reading): Writing => ({
  ...reading,
  putAccount: async ({ id, login, hash, role, active, mayReadLimits }) => {
    const text = `insert into account (id, login, hash, role, active, may_read_limits)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do update set login = excluded.login, hash = excluded.hash, role = excluded.role,
        active = excluded.active, may_read_limits = excluded.may_read_limits`;
    send('put-account', text, [id, login, hash, role, active, mayReadLimits]);
  },
  putSession: async ({ tokenHash, user, createdAt, expiresAt, provenAt, device }) => {
    const text = `insert into session (token_hash, user_id, created_at, expires_at, proven_at, device)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (token_hash) do update set user_id = excluded.user_id, created_at = excluded.created_at,
        expires_at = excluded.expires_at, proven_at = excluded.proven_at, device = excluded.device`;
    send('put-session', text, [tokenHash, user, createdAt, expiresAt, provenAt, device]);
  },
  deleteSession: async (tokenHash) => {
    send('delete-session', 'delete from session where token_hash = $1', [tokenHash]);
  },
  deleteSessionsOf: async (user) => {
    send('delete-sessions-of', 'delete from session where user_id = $1', [user]);
  },
  deleteSessionsOn: async (device) => {
    send('delete-sessions-on', 'delete from session where device = $1', [device]);
  },
  putStanding: async ({ device, revokedAt, revokedBy, waiting }) => {
    const text = `insert into device_standing (device, revoked_at, revoked_by, waiting) values ($1, $2, $3, $4)
      on conflict (device) do update set revoked_at = excluded.revoked_at, revoked_by = excluded.revoked_by,
        waiting = excluded.waiting`;
    send('put-standing', text, [device, revokedAt, revokedBy, waiting]);
  },
  deleteEndedSessions: async (now) => {
    send('delete-ended-sessions', 'delete from session where expires_at collate "C" <= $1', [now]);
  },
  putPasskey: async ({ id, user, publicKey, counter, transports, name, createdAt, lastUsed }) => {
    const text = `insert into passkey (id, user_id, public_key, counter, transports, name, created_at, last_used)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (id) do update set user_id = excluded.user_id, public_key = excluded.public_key,
        counter = excluded.counter, transports = excluded.transports, name = excluded.name,
        created_at = excluded.created_at, last_used = excluded.last_used`;
    const ways = JSON.stringify(transports);
    send('put-passkey', text, [id, user, publicKey, counter, ways, name, createdAt, lastUsed]);
  },
  deletePasskey: async (id) => {
    send('delete-passkey', 'delete from passkey where id = $1', [id]);
  },
  useChallenge: async (hash, until, now) => {
    send('forget-challenges', 'delete from used_challenge where until collate "C" <= $1', [now]);
    const text =
      'insert into used_challenge (hash, until) values ($1, $2) on conflict (hash) do nothing returning hash';
    return (await ask('use-challenge', text, [hash, until])).length === 1;
  },
  putDevice: async ({ id, user, name, next, registeredAt, lastSeen }) => {
    const text = `insert into device (id, user_id, name, next, registered_at, last_seen)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do update set user_id = excluded.user_id, name = excluded.name, next = excluded.next,
        registered_at = excluded.registered_at, last_seen = excluded.last_seen`;
    send('put-device', text, [id, user, name, next, registeredAt, lastSeen]);
  },
  nextSeq: async (count = 1) => {
    const text = 'update numbering set seq = seq + $1::bigint returning seq';
    const [row] = await ask<{ readonly seq: number }>('next-seq', text, [count]);
    if (row === undefined) throw new Error('The numbering of the county is missing.');
    return row.seq - count + 1;
  },
  putUsedNumber: async (device, { number, id, outcome }) => {
    batches.putUsedNumber({ device, number, id, outcome: JSON.stringify(outcome) });
  },
  putChange: async (change, seq, at, touched, knownTo = change.device) => {
    const { id, recordId, device, number, by } = change;
    const told = { touched: pathsToText(touched), json: changeToText(change) };
    const other = knownTo === device ? null : knownTo;
    batches.putChange({ id, seq, recordId, device, number, by, at, ...told, knownTo: other });
  },
  putRecord: async (record, createdSeq) => {
    const { id, caseId, kind, seq } = record;
    batches.putRecord({
      id,
      caseId,
      kind,
      seq,
      createdSeq: createdSeq ?? null,
      json: JSON.stringify(record),
    });
  },
  putScope: async (caseId, users, seq) => {
    const lose = `with lost as (
        update scope set lost_seq = $2::bigint
         where case_id = $1 and lost_seq is null and user_id <> all($3::text[]) returning user_id)
      insert into leaving (device, case_id, reason, seq)
      select device.id, $1, 'lost', $2::bigint from device join lost using (user_id) where last_seen is not null
      on conflict (device, case_id) do update set seq = excluded.seq, purged = false`;
    const gain = `with gained as (
        insert into scope (user_id, case_id, gained_seq, lost_seq)
        select user_id, $1, $2::bigint, null::bigint from unnest($3::text[]) as named (user_id)
        on conflict (user_id, case_id) do update set gained_seq = excluded.gained_seq, lost_seq = null
          where scope.lost_seq is not null returning user_id)
      delete from leaving where case_id = $1 and reason = 'lost'
        and device in (select device.id from device join gained using (user_id))`;
    const named = [...new Set(users)];
    send('lose-scope', lose, [caseId, seq, named]);
    send('gain-scope', gain, [caseId, seq, named]);
  },
  notePurged: async (device, caseId, seq) => {
    const text = 'update leaving set purged = true where device = $1 and case_id = $2 and seq <= $3';
    send('note-purged', text, [device, caseId, seq]);
  },
  eraseCase: async (caseId, seq, at) => {
    const empty = `update change set touched = '[]', json = ''
      where record_id in (select id from record where case_id = $1)`;
    const tell = `insert into leaving (device, case_id, reason, seq)
      select id, $1, 'erased', $2::bigint from device
      on conflict (device, case_id)
        do update set reason = excluded.reason, seq = excluded.seq, purged = false`;
    const note = `insert into erased (case_id, seq, at) values ($1, $2::bigint, $3)
      on conflict (case_id) do nothing`;
    send('erase-changes', empty, [caseId]);
    send('erase-records', 'delete from record where case_id = $1', [caseId]);
    send('erase-scope', 'delete from scope where case_id = $1', [caseId]);
    send('erase-links', 'update plan_link set revoked = true where case_id = $1', [caseId]);
    send('erase-tell', tell, [caseId, seq]);
    send('erase-note', note, [caseId, seq, at]);
  },
  tellErased: async (device) => {
    const text = `insert into leaving (device, case_id, reason, seq) select $1, case_id, 'erased', seq from erased
      on conflict (device, case_id)
        do update set reason = excluded.reason, seq = excluded.seq, purged = false`;
    send('tell-erased', text, [device]);
  },
  putPlanLink: async ({ hash, caseId, acceptedAt, revoked, pinCheck, wrongPins, ...of }) => {
    const { phoneHash, cookieHash, cookieUntil } = of;
    const text = `insert into plan_link
        (hash, case_id, accepted_at, revoked, phone_hash, cookie_hash, cookie_until, pin_check, wrong_pins)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (hash) do update set case_id = excluded.case_id, accepted_at = excluded.accepted_at,
        revoked = excluded.revoked, phone_hash = excluded.phone_hash, cookie_hash = excluded.cookie_hash,
        cookie_until = excluded.cookie_until, pin_check = excluded.pin_check, wrong_pins = excluded.wrong_pins`;
    const phone = [phoneHash, cookieHash, cookieUntil];
    send('put-plan-link', text, [hash, caseId, acceptedAt, revoked, ...phone, pinCheck, wrongPins]);
  },
  putFact: async (key, value) => {
    const text =
      'insert into fact (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value';
    send('put-fact', text, [key, value]);
  },
});
