// The contract of what the server keeps. Two databases fulfil it, SQLite and PostgreSQL; one suite of tests tries both.
import type { Change, Content } from '#domain/change.ts';
import type { Author } from '#domain/merge.ts';
import type { VersionedRecord } from '#domain/record.ts';
import type { Refusal } from '#domain/receipt.ts';
import type { UserRole } from '#domain/user.ts';

/** Who may sign in. `hash` is an Argon2id string; the name that is shown is a `user` record like any other. */
export type Account = {
  readonly id: string;
  readonly login: string;
  readonly hash: string;
  readonly role: UserRole;
  readonly active: boolean;
  readonly mayReadLimits: boolean;
};

/**
 * A session; `tokenHash` is SHA-256 of the cookie's value. Times are ISO instants. `provenAt`: when she last proved who
 * she is, by a password or a passkey. `device`: from which one it is used, once that is known.
 */
export type SessionRow = {
  readonly tokenHash: string;
  readonly user: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly provenAt: string;
  readonly device: string | null;
};

/**
 * A passkey of a user (WebAuthn). `id` is the credential's, `publicKey` its COSE key, both base64url; `counter` is what
 * its authenticator last counted, 0 for one that counts nothing.
 */
export type Passkey = {
  readonly id: string;
  readonly user: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsed: string | null;
};

/** A device of a user. `next` is the number the server takes next from it. */
export type Device = {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly next: number;
  readonly registeredAt: string;
  readonly lastSeen: string | null;
};

/** Whether a device was revoked, when and by whom, and how many entries waited on it when it was last heard. */
export type Standing = {
  readonly device: string;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  readonly waiting: number;
};

/** What became of a change. The body of a refused one is not kept: it stays on its device. */
export type Outcome =
  | { readonly result: 'accepted'; readonly seq: number; readonly at: string }
  | { readonly result: 'refused'; readonly reason: Refusal }
  | { readonly result: 'contribution' }
  | { readonly result: 'void' };

/** A number of a device that has been used up, and for what. `id` is null for a void one. */
export type UsedNumber = { readonly number: number; readonly id: string | null; readonly outcome: Outcome };

/**
 * A link to a person's plan. `phoneHash` is set by the first exchange, `cookieHash` by each. One that wants a PIN has a
 * `pinCheck`, and counts the wrong ones since the last right one.
 */
export type PlanLink = {
  readonly hash: string;
  readonly caseId: string;
  readonly acceptedAt: string;
  readonly revoked: boolean;
  readonly phoneHash: string | null;
  readonly cookieHash: string | null;
  readonly cookieUntil: string | null;
  readonly pinCheck: string | null;
  readonly wrongPins: number;
};

/** Which records a person may read: all of a supervisor's county, or the cases she is on. */
export type Scope = {
  readonly user: string;
  readonly cases: 'all' | 'own' | 'none';
  readonly mayReadLimits: boolean;
};

/** A stored record as text, for answers that never look inside. */
export type StoredRecord = {
  readonly id: string;
  readonly caseId: string | null;
  readonly seq: number;
  /** The number at which it was made. */
  readonly createdSeq: number;
  /** The number at which the reader came onto its case; 0 where the case does not matter (the county's, or all). */
  readonly gainedSeq: number;
  /** Where it stands in the reader's order: the higher of `seq` and `gainedSeq`. */
  readonly position: number;
  /** `VersionedRecord` as JSON text. */
  readonly json: string;
};

/** A case that a device still holds although it may not: `seq` is the number under which the case left its user. */
export type Leaving = { readonly caseId: string; readonly reason: 'lost' | 'erased'; readonly seq: number };

/**
 * Who wrote an accepted change, as which of a device's numbers, and what it does; null once its case was erased.
 */
export type KnownChange = {
  readonly by: string;
  readonly device: string;
  readonly number: number;
  readonly content: Content | null;
};

/** Reading, in a state that does not change while it lasts. */
export type Reading = {
  account(id: string): Promise<Account | undefined>;
  accountByLogin(login: string): Promise<Account | undefined>;
  accounts(): Promise<readonly Account[]>;
  session(tokenHash: string): Promise<SessionRow | undefined>;
  passkey(id: string): Promise<Passkey | undefined>;
  /** The passkeys of a person, the eldest first. */
  passkeysOf(user: string): Promise<readonly Passkey[]>;
  device(id: string): Promise<Device | undefined>;
  devicesOf(user: string): Promise<readonly Device[]>;
  standing(device: string): Promise<Standing | undefined>;
  usedNumber(device: string, number: number): Promise<UsedNumber | undefined>;
  /** The accepted change with this id, and who wrote it. */
  changeById(id: string): Promise<KnownChange | undefined>;
  /** The same for many at once: those that are known, by their ids. */
  changesById(ids: readonly string[]): Promise<ReadonlyMap<string, KnownChange>>;
  authorsOf(changeIds: readonly string[]): Promise<ReadonlyMap<string, Author>>;
  record(id: string): Promise<VersionedRecord | undefined>;
  /** The same for many at once: those that there are, by their ids. */
  recordsById(ids: readonly string[]): Promise<ReadonlyMap<string, VersionedRecord>>;
  recordsOfCase(caseId: string): Promise<readonly VersionedRecord[]>;
  /** The highest number given so far. */
  head(): Promise<number>;
  /** Records in the reader's scope with a position above `after`, lowest first, until `bytes` of JSON are reached. */
  recordsAfter(scope: Scope, after: number, bytes: number): Promise<readonly StoredRecord[]>;
  /** The paths of a record written above `since`, and by which devices: those that know what they wrote. */
  pathsWritten(
    recordId: string,
    since: number,
  ): Promise<readonly { readonly path: string; readonly device: string }[]>;
  /** The devices that wrote each of these records above `since`, in the order of their changes. */
  writersSince(recordIds: readonly string[], since: number): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * What a device still has to purge, in the order in which it left.
   * @param told up to which number it was told all: what left later is named as well, though the device has said that it
   * has purged it. That may have been a copy of its profile (S2).
   */
  leaving(device: string, told?: number): Promise<readonly Leaving[]>;
  /** Every case that left, with each device that has not purged it yet. */
  stillHeld(): Promise<readonly { readonly caseId: string; readonly device: string }[]>;
  /** Whether a person is on a case or ever was. */
  wasOnCase(user: string, caseId: string): Promise<boolean>;
  /** The cases that were erased, in the order in which they were. */
  erasedCases(): Promise<readonly string[]>;
  planLink(hash: string): Promise<PlanLink | undefined>;
  planLinkByCookie(cookieHash: string): Promise<PlanLink | undefined>;
  /** A small fact about the county's server (epoch, name, demo, first administrator's code). */
  fact(key: string): Promise<string | undefined>;
};

/**
 * Writing: all of it is on the disk when the promise of `write` resolves, or none of it. What the database refuses
 * (a login that is taken, a number that was used) fails the whole write, at the command or at the end: it is not caught
 * inside.
 */
export type Writing = Reading & {
  putAccount(account: Account): Promise<void>;
  putSession(session: SessionRow): Promise<void>;
  deleteSession(tokenHash: string): Promise<void>;
  deleteSessionsOf(user: string): Promise<void>;
  /** Ends the sessions that are used from a device. */
  deleteSessionsOn(device: string): Promise<void>;
  /** Takes away the sessions that had run out by then. */
  deleteEndedSessions(now: string): Promise<void>;
  putPasskey(passkey: Passkey): Promise<void>;
  deletePasskey(id: string): Promise<void>;
  /**
   * Uses up a challenge that may be answered until then; false if it was used before. What had run out by `now` is
   * forgotten.
   */
  useChallenge(hash: string, until: string, now: string): Promise<boolean>;
  putDevice(device: Device): Promise<void>;
  putStanding(standing: Standing): Promise<void>;
  /**
   * The first of the next `count` numbers of the county, in the order of commits (S8): taken inside the transaction,
   * never given twice. Some of them may stay unused.
   */
  nextSeq(count?: number): Promise<number>;
  putUsedNumber(device: string, used: UsedNumber): Promise<void>;
  /**
   * Keeps an accepted change with the paths whose state it altered.
   * @param knownTo the device that holds it already; its own if left out
   */
  putChange(
    change: Change,
    seq: number,
    at: string,
    touched: readonly string[],
    knownTo?: string,
  ): Promise<void>;
  putRecord(record: VersionedRecord, createdSeq: number | undefined): Promise<void>;
  /**
   * Who is on a case from now on (owner first); the difference to before is noted with this number. Whose devices were
   * ever heard and lose the case have to purge it; who gains it need not any more.
   */
  putScope(caseId: string, users: readonly string[], seq: number): Promise<void>;
  /** A device has purged a case; a loss that came after the one named stays. */
  notePurged(device: string, caseId: string, seq: number): Promise<void>;
  /**
   * Takes away the content of a case: its records, what its changes said, who was on it. Ids and used numbers stay; its
   * plan links are ended; every device is to purge it. A case that was erased before stays erased.
   */
  eraseCase(caseId: string, seq: number, at: string): Promise<void>;
  /** A device that was not known when cases were erased may hold them all the same: it is told as well. */
  tellErased(device: string): Promise<void>;
  putPlanLink(link: PlanLink): Promise<void>;
  putFact(key: string, value: string): Promise<void>;
};

export type Storage = {
  /** Reads in one consistent state. */
  read<T>(work: (reading: Reading) => Promise<T>): Promise<T>;
  /**
   * Writes, all or nothing: what throws leaves nothing behind. Writes follow one another in the order of their commits,
   * whoever else writes into the same database, and each sees what was committed before it. Several may share one
   * transaction; none sees that. The work may run again from its beginning when the database asks for it, so it speaks
   * to `writing` alone, and whatever else it wants done it answers. It does not wait for another write.
   */
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
  /** Afterwards nothing that was deleted can be read in the database's own files. Writers wait meanwhile. */
  compact(): Promise<void>;
  close(): Promise<void>;
};
