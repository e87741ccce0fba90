// The pages of a pull from PostgreSQL: what a reader may see after a position, in her order, a handful at a time (S9).
import { createFew, createPage } from './page.ts';
import type { Ask } from './postgres-connections.ts';
import { recordColumns } from './postgres-rows.ts';
import type { Scope, StoredRecord } from './storage.ts';

type Row = Omit<StoredRecord, 'position' | 'gainedSeq'>;
type Place = { readonly id: string; readonly gainedSeq: number; readonly position: number };

/** How many records are fetched at once while a page fills: about a quarter of one. */
const HANDFUL = 256;

const columns = recordColumns;
// Health-related limits are read by who is on the case, whoever else may read the case (domain/access).
const aboutLimits = "('limits', 'limits-contribution')";
const limits = `($2::boolean or r.kind not in ${aboutLimits})`;

const all = `select ${columns} from record r
  where seq > $1::bigint and kind not in ${aboutLimits} and (seq, id) > ($2::bigint, $3) order by seq, id limit ${HANDFUL}`;
const ownLimits = `select r.id, r.case_id as "caseId", r.seq, r.created_seq as "createdSeq", s.gained_seq as "gainedSeq",
    greatest(r.seq, s.gained_seq) as position, r.json
    from scope s join record r on r.case_id = s.case_id
   where s.user_id = $2 and s.lost_seq is null and r.kind in ${aboutLimits}
     and greatest(r.seq, s.gained_seq) > $1::bigint
   order by 6, 3`;
const countys = `select ${columns} from record r
  where case_id is null and seq > $1::bigint and ${limits} and (seq, id) > ($3::bigint, $4) order by seq, id limit ${HANDFUL}`;
// Three searches by index: files already known, files that came later (whole), and the county's own records.
const places = `select r.id, s.gained_seq as "gainedSeq", r.seq as position, r.seq
    from scope s join record r on r.case_id = s.case_id and r.seq > $1::bigint
   where s.user_id = $3 and s.lost_seq is null and s.gained_seq <= $1::bigint and ${limits}
  union all
  select r.id, s.gained_seq, greatest(r.seq, s.gained_seq), r.seq
    from scope s join record r on r.case_id = s.case_id
   where s.user_id = $3 and s.lost_seq is null and s.gained_seq > $1::bigint and ${limits}
  union all
  select r.id, 0, r.seq, r.seq from record r where r.case_id is null and r.seq > $1::bigint and ${limits}
  order by 3, 4`;
const byIds = `select ${columns} from record r where id = any($1)`;

/** The question `recordsAfter` of the contract. */
export const createRecordsAfter = (ask: Ask) => {
  async function* inOrderOfSeq(
    handful: (seq: number, id: string) => Promise<readonly Row[]>,
  ): AsyncGenerator<StoredRecord> {
    let last: Pick<Row, 'seq' | 'id'> = { seq: 0, id: '' };
    for (;;) {
      const rows = await handful(last.seq, last.id);
      for (const row of rows) yield { ...row, gainedSeq: 0, position: row.seq };
      last = rows.at(-1) ?? last;
      if (rows.length < HANDFUL) return;
    }
  }
  async function* together(
    many: AsyncIterable<StoredRecord>,
    few: readonly StoredRecord[],
  ): AsyncGenerator<StoredRecord> {
    const before = createFew(few);
    for await (const record of many) {
      yield* before(record.position);
      yield record;
    }
    yield* before(Number.MAX_SAFE_INTEGER);
  }
  async function* inOwnOrder(found: readonly Place[]): AsyncGenerator<StoredRecord> {
    for (let start = 0; start < found.length; start += HANDFUL) {
      const some = found.slice(start, start + HANDFUL);
      const rows = await ask<Row>('records-by-id', byIds, [some.map(({ id }) => id)]);
      const rowsById = new Map(rows.map((row) => [row.id, row]));
      for (const { id, gainedSeq, position } of some) {
        const row = rowsById.get(id);
        if (row !== undefined) yield { ...row, gainedSeq, position };
      }
    }
  }
  const inReadersOrder = async ({ user, cases, mayReadLimits }: Scope, after: number) => {
    if (cases === 'all') {
      const few = mayReadLimits ? await ask<StoredRecord>('own-limits-after', ownLimits, [after, user]) : [];
      const many = inOrderOfSeq((seq, id) => ask<Row>('all-records-after', all, [after, seq, id]));
      return together(many, few);
    }
    if (cases === 'none') {
      return inOrderOfSeq((seq, id) =>
        ask<Row>('countys-records-after', countys, [after, mayReadLimits, seq, id]),
      );
    }
    return inOwnOrder(await ask<Place>('own-places-after', places, [after, mayReadLimits, user]));
  };

  return async (scope: Scope, after: number, bytes: number): Promise<readonly StoredRecord[]> => {
    const page = createPage(bytes);
    for await (const record of await inReadersOrder(scope, after)) if (!page.take(record)) break;
    return page.records;
  };
};
