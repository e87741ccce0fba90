// Writing to the SQLite file: the half of the contract that only a transaction has.
import type { Database } from 'better-sqlite3';
import type { Reading, Writing } from './storage.ts';
import { changeToText, pathsToText } from './stored-text.ts';

/** Every command of the contract, each with a statement that is prepared once. */
export const createWriting = (database: Database, reading: Reading): Writing => {
  const putAccount = database.prepare(
    `insert into account (id, login, hash, role, active, may_read_limits) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set login = excluded.login, hash = excluded.hash, role = excluded.role,
       active = excluded.active, may_read_limits = excluded.may_read_limits`,
  );
  const putSession = database.prepare(
    `insert into session (token_hash, user, created_at, expires_at, proven_at, device) values (?, ?, ?, ?, ?, ?)
     on conflict (token_hash) do update set user = excluded.user, created_at = excluded.created_at,
       expires_at = excluded.expires_at, proven_at = excluded.proven_at, device = excluded.device`,
  );
  const deleteSession = database.prepare('delete from session where token_hash = ?');
  const deleteEndedSessions = database.prepare('delete from session where expires_at <= ?');
  const deleteSessionsOf = database.prepare('delete from session where user = ?');
  const deleteSessionsOn = database.prepare('delete from session where device = ?');
  const putStanding = database.prepare(
    `insert into device_standing (device, revoked_at, revoked_by, waiting) values (?, ?, ?, ?)
     on conflict (device) do update set revoked_at = excluded.revoked_at, revoked_by = excluded.revoked_by,
       waiting = excluded.waiting`,
  );
  const putPasskey = database.prepare(
    `insert into passkey (id, user, public_key, counter, transports, name, created_at, last_used)
     values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set user = excluded.user, public_key = excluded.public_key,
       counter = excluded.counter, transports = excluded.transports, name = excluded.name,
       created_at = excluded.created_at, last_used = excluded.last_used`,
  );
  const deletePasskey = database.prepare('delete from passkey where id = ?');
  const forgetChallenges = database.prepare('delete from used_challenge where until <= ?');
  const useChallenge = database.prepare(
    'insert into used_challenge (hash, until) values (?, ?) on conflict (hash) do nothing',
  );
  const putDevice = database.prepare(
    `insert into device (id, user, name, next, registered_at, last_seen) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set user = excluded.user, name = excluded.name, next = excluded.next,
       registered_at = excluded.registered_at, last_seen = excluded.last_seen`,
  );
  const nextSeq = database
    .prepare<[number], number>('update numbering set seq = seq + ? returning seq')
    .pluck();
  const putUsedNumber = database.prepare(
    'insert into used_number (device, number, id, outcome) values (?, ?, ?, ?)',
  );
  const putChange = database.prepare(
    `insert into change (id, seq, record_id, device, number, by_user, at, touched, json, known_to)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateRecord = database.prepare(
    'update record set case_id = ?, kind = ?, seq = ?, json = ? where id = ?',
  );
  const putRecord = database.prepare(
    `insert into record (id, case_id, kind, seq, created_seq, json) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set case_id = excluded.case_id, kind = excluded.kind, seq = excluded.seq,
       created_seq = excluded.created_seq, json = excluded.json`,
  );
  const usersOf = database
    .prepare<[string], string>('select user from scope where case_id = ? and lost_seq is null')
    .pluck();
  const gain = database.prepare(
    `insert into scope (user, case_id, gained_seq, lost_seq) values (?, ?, ?, null)
     on conflict (user, case_id) do update set gained_seq = excluded.gained_seq, lost_seq = null`,
  );
  const lose = database.prepare('update scope set lost_seq = ? where user = ? and case_id = ?');
  const leave = database.prepare(
    `insert into leaving (device, case_id, reason, seq)
     select id, ?, 'lost', ? from device where user = ? and last_seen is not null
     on conflict (device, case_id) do update set seq = excluded.seq, purged = 0`,
  );
  const stay = database.prepare(
    `delete from leaving where case_id = ? and reason = 'lost' and device in (select id from device where user = ?)`,
  );
  const notePurged = database.prepare(
    'update leaving set purged = 1 where device = ? and case_id = ? and seq <= ?',
  );
  const putPlanLink = database.prepare(
    `insert into plan_link
       (hash, case_id, accepted_at, revoked, phone_hash, cookie_hash, cookie_until, pin_check, wrong_pins)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (hash) do update set case_id = excluded.case_id, accepted_at = excluded.accepted_at,
       revoked = excluded.revoked, phone_hash = excluded.phone_hash, cookie_hash = excluded.cookie_hash,
       cookie_until = excluded.cookie_until, pin_check = excluded.pin_check, wrong_pins = excluded.wrong_pins`,
  );
  const emptied = database.prepare(
    `update change set touched = '[]', json = '' where record_id in (select id from record where case_id = ?)`,
  );
  const withoutCase = ['record', 'scope'].map((table) =>
    database.prepare(`delete from ${table} where case_id = ?`),
  );
  const endLinks = database.prepare('update plan_link set revoked = 1 where case_id = ?');
  const tellAll = database.prepare(
    `insert into leaving (device, case_id, reason, seq) select id, ?, 'erased', ? from device where true
     on conflict (device, case_id) do update set reason = excluded.reason, seq = excluded.seq, purged = 0`,
  );
  const tellOne = database.prepare(
    `insert into leaving (device, case_id, reason, seq) select ?, case_id, 'erased', seq from erased where true
     on conflict (device, case_id) do update set reason = excluded.reason, seq = excluded.seq, purged = 0`,
  );
  const noteErased = database.prepare(
    'insert into erased (case_id, seq, at) values (?, ?, ?) on conflict (case_id) do nothing',
  );
  const putFact = database.prepare(
    'insert into fact (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  );

  return {
    ...reading,
    putAccount: async ({ id, login, hash, role, active, mayReadLimits }) => {
      putAccount.run(id, login, hash, role, active ? 1 : 0, mayReadLimits ? 1 : 0);
    },
    putSession: async ({ tokenHash, user, createdAt, expiresAt, provenAt, device }) => {
      putSession.run(tokenHash, user, createdAt, expiresAt, provenAt, device);
    },
    deleteSession: async (tokenHash) => {
      deleteSession.run(tokenHash);
    },
    deleteSessionsOf: async (user) => {
      deleteSessionsOf.run(user);
    },
    deleteSessionsOn: async (device) => {
      deleteSessionsOn.run(device);
    },
    putStanding: async ({ device, revokedAt, revokedBy, waiting }) => {
      putStanding.run(device, revokedAt, revokedBy, waiting);
    },
    deleteEndedSessions: async (now) => {
      deleteEndedSessions.run(now);
    },
    putPasskey: async ({ id, user, publicKey, counter, transports, name, createdAt, lastUsed }) => {
      putPasskey.run(id, user, publicKey, counter, JSON.stringify(transports), name, createdAt, lastUsed);
    },
    deletePasskey: async (id) => {
      deletePasskey.run(id);
    },
    useChallenge: async (hash, until, now) => {
      forgetChallenges.run(now);
      return useChallenge.run(hash, until).changes === 1;
    },
    putDevice: async ({ id, user, name, next, registeredAt, lastSeen }) => {
      putDevice.run(id, user, name, next, registeredAt, lastSeen);
    },
    nextSeq: async (count = 1) => {
      const last = nextSeq.get(count);
      if (last === undefined) throw new Error('The numbering of the county is missing.');
      return last - count + 1;
    },
    putUsedNumber: async (device, { number, id, outcome }) => {
      putUsedNumber.run(device, number, id, JSON.stringify(outcome));
    },
    putChange: async (change, seq, at, touched, knownTo = change.device) => {
      const { id, recordId, device, number, by } = change;
      const text = changeToText(change);
      const other = knownTo === device ? null : knownTo;
      putChange.run(id, seq, recordId, device, number, by, at, pathsToText(touched), text, other);
    },
    putRecord: async (record, createdSeq) => {
      const { id, caseId, kind, seq } = record;
      const json = JSON.stringify(record);
      const isKnown = createdSeq === undefined && updateRecord.run(caseId, kind, seq, json, id).changes === 1;
      if (!isKnown) putRecord.run(id, caseId, kind, seq, createdSeq ?? seq, json);
    },
    putScope: async (caseId, users, seq) => {
      const before = usersOf.all(caseId);
      for (const user of before) {
        if (users.includes(user)) continue;
        lose.run(seq, user, caseId);
        leave.run(caseId, seq, user);
      }
      for (const user of users) {
        if (before.includes(user)) continue;
        gain.run(user, caseId, seq);
        stay.run(caseId, user);
      }
    },
    notePurged: async (device, caseId, seq) => {
      notePurged.run(device, caseId, seq);
    },
    eraseCase: async (caseId, seq, at) => {
      emptied.run(caseId);
      for (const statement of withoutCase) statement.run(caseId);
      endLinks.run(caseId);
      tellAll.run(caseId, seq);
      noteErased.run(caseId, seq, at);
    },
    tellErased: async (device) => {
      tellOne.run(device);
    },
    putPlanLink: async ({ hash, caseId, acceptedAt, revoked, pinCheck, wrongPins, ...of }) => {
      const { phoneHash, cookieHash, cookieUntil } = of;
      const phone = [phoneHash, cookieHash, cookieUntil];
      putPlanLink.run(hash, caseId, acceptedAt, revoked ? 1 : 0, ...phone, pinCheck, wrongPins);
    },
    putFact: async (key, value) => {
      putFact.run(key, value);
    },
  };
};
