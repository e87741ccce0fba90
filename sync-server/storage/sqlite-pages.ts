// The pages of a pull: what a reader may see after a position, in her order, as text that nobody parses (S9).
import type { Database } from 'better-sqlite3';
import { createFew, createPage } from './page.ts';
import type { Scope, StoredRecord } from './storage.ts';

type Row = Omit<StoredRecord, 'position' | 'gainedSeq'>;
type Asked = { readonly after: number; readonly mayReadLimits: number };
type Place = readonly [row: number, gainedSeq: number, position: number, seq: number];

const columns = 'id, case_id as caseId, seq, created_seq as createdSeq, json';

const fillPage = (records: Iterable<StoredRecord>, bytes: number): readonly StoredRecord[] => {
  const page = createPage(bytes);
  for (const record of records) if (!page.take(record)) break;
  return page.records;
};

/** The question `recordsAfter` of the contract, with its statements prepared. */
export const createRecordsAfter = (database: Database) => {
  // Health-related limits are read by who is on the case, whoever else may read the case (domain/access).
  const aboutLimits = "('limits', 'limits-contribution')";
  const limits = `(@mayReadLimits = 1 or kind not in ${aboutLimits})`;
  const all = database.prepare<[Asked], Row>(
    `select ${columns} from record indexed by record_in_order
      where seq > @after and kind not in ${aboutLimits} order by seq, id`,
  );
  const ownLimits = database.prepare<[Asked & { readonly user: string }], StoredRecord>(
    `select r.id, r.case_id as caseId, r.seq, r.created_seq as createdSeq, s.gained_seq as gainedSeq,
            max(r.seq, s.gained_seq) as position, r.json
       from scope s cross join record r indexed by record_of_case on r.case_id = s.case_id
      where s.user = @user and s.lost_seq is null and @mayReadLimits = 1 and r.kind in ${aboutLimits}
        and max(r.seq, s.gained_seq) > @after
      order by 6, 3`,
  );
  const countys = database.prepare<[Asked], Row>(
    `select ${columns} from record indexed by record_of_case where case_id is null and seq > @after and ${limits} order by seq, id`,
  );
  // Three searches by index: files already known, files that came later (whole), and the county's own records.
  const places = database
    .prepare<[Asked & { readonly user: string }], Place>(
      `select r.rowid, s.gained_seq, r.seq as position, r.seq
         from scope s cross join record r indexed by record_of_case on r.case_id = s.case_id and r.seq > @after
        where s.user = @user and s.lost_seq is null and s.gained_seq <= @after and ${limits}
       union all
       select r.rowid, s.gained_seq, max(r.seq, s.gained_seq), r.seq
         from scope s cross join record r indexed by record_of_case on r.case_id = s.case_id
        where s.user = @user and s.lost_seq is null and s.gained_seq > @after and ${limits}
       union all
       select rowid, 0, seq, seq
         from record indexed by record_of_case where case_id is null and seq > @after and ${limits}
       order by 3, 4`,
    )
    .raw();
  const byRow = database.prepare<[number], Row>(`select ${columns} from record where rowid = ?`);

  function* inOrderOfSeq(rows: Iterable<Row>): Generator<StoredRecord> {
    for (const row of rows) yield { ...row, gainedSeq: 0, position: row.seq };
  }
  function* together(many: Iterable<StoredRecord>, few: readonly StoredRecord[]): Generator<StoredRecord> {
    const before = createFew(few);
    for (const record of many) {
      yield* before(record.position);
      yield record;
    }
    yield* before(Number.MAX_SAFE_INTEGER);
  }
  function* inOwnOrder(found: readonly Place[]): Generator<StoredRecord> {
    for (const [rowid, gainedSeq, position] of found) {
      const row = byRow.get(rowid);
      if (row !== undefined) yield { ...row, gainedSeq, position };
    }
  }

  return (scope: Scope, after: number, bytes: number): readonly StoredRecord[] => {
    const asked = { after, mayReadLimits: scope.mayReadLimits ? 1 : 0 };
    if (scope.cases === 'all') {
      const own = ownLimits.all({ ...asked, user: scope.user });
      return fillPage(together(inOrderOfSeq(all.iterate(asked)), own), bytes);
    }
    if (scope.cases === 'none') return fillPage(inOrderOfSeq(countys.iterate(asked)), bytes);
    return fillPage(inOwnOrder(places.all({ ...asked, user: scope.user })), bytes);
  };
};
