// Rows that a push writes by the dozen are said to PostgreSQL in one statement for each table, not one for each row.
import type { Send } from './postgres-connections.ts';

export type RecordRow = {
  readonly id: string;
  readonly caseId: string | null;
  readonly kind: string;
  readonly seq: number;
  readonly createdSeq: number | null;
  readonly json: string;
};
export type ChangeRow = {
  readonly id: string;
  readonly seq: number;
  readonly recordId: string;
  readonly device: string;
  readonly number: number;
  readonly by: string;
  readonly at: string;
  readonly touched: string;
  readonly json: string;
  readonly knownTo: string | null;
};
export type UsedNumberRow = {
  readonly device: string;
  readonly number: number;
  readonly id: string | null;
  readonly outcome: string;
};

const putUsedNumbers = `insert into used_number (device, number, id, outcome)
  select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[])`;
const putChanges = `insert into change (id, seq, record_id, device, number, by_user, at, touched, json, known_to)
  select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[],
    $8::text[], $9::text[], $10::text[])`;
// Whose creation nobody names was made before, or is made now.
const putRecords = `insert into record (id, case_id, kind, seq, created_seq, json)
  select put.id, put.case_id, put.kind, put.seq, coalesce(put.created_seq, known.created_seq, put.first_seq),
      put.json
    from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[])
      as put (id, case_id, kind, seq, created_seq, first_seq, json)
    left join record known on known.id = put.id
  on conflict (id) do update set case_id = excluded.case_id, kind = excluded.kind, seq = excluded.seq,
    created_seq = excluded.created_seq, json = excluded.json`;

/** One array for each column. */
const columnsOf = <Row extends object>(
  rows: readonly Row[],
  names: readonly (keyof Row)[],
): readonly unknown[] => names.map((name) => rows.map((row) => row[name]));

/** Gathers rows until they are needed. */
export const createBatches = (send: Send) => {
  let usedNumbers: UsedNumberRow[] = [];
  let changes: ChangeRow[] = [];
  /** `firstSeq`: the number under which it was first put here. */
  let records = new Map<string, RecordRow & { readonly firstSeq: number }>();
  const forget = (): void => {
    usedNumbers = [];
    changes = [];
    records = new Map();
  };
  return {
    putUsedNumber: (row: UsedNumberRow): void => {
      usedNumbers.push(row);
    },
    putChange: (row: ChangeRow): void => {
      changes.push(row);
    },
    /** Of several versions of a record the last one is written, with the creation that an earlier one has named. */
    putRecord: (row: RecordRow): void => {
      const before = records.get(row.id);
      const createdSeq = row.createdSeq ?? before?.createdSeq ?? null;
      records.set(row.id, { ...row, createdSeq, firstSeq: before?.firstSeq ?? row.seq });
    },
    /** Says what was gathered. */
    flush: (): void => {
      if (usedNumbers.length > 0) {
        const columns = columnsOf(usedNumbers, ['device', 'number', 'id', 'outcome']);
        send('put-used-numbers', putUsedNumbers, columns);
      }
      if (changes.length > 0) {
        const where = ['id', 'seq', 'recordId', 'device', 'number'] as const;
        const what = ['by', 'at', 'touched', 'json', 'knownTo'] as const;
        send('put-changes', putChanges, columnsOf(changes, [...where, ...what]));
      }
      if (records.size > 0) {
        const names = ['id', 'caseId', 'kind', 'seq', 'createdSeq', 'firstSeq', 'json'] as const;
        send('put-records', putRecords, columnsOf([...records.values()], names));
      }
      forget();
    },
    /** What was gathered is not wanted any more. */
    forget,
  };
};

export type Batches = ReturnType<typeof createBatches>;
