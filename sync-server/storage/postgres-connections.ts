// Connections to PostgreSQL: one that writes, several that read, and how a transaction speaks over one of them.
import pg, { type PoolClient, type QueryResultRow } from 'pg';

/** Asks a question; the database prepares each name once for a connection. */
export type Ask = <Row extends QueryResultRow>(
  name: string,
  text: string,
  values?: readonly unknown[],
) => Promise<readonly Row[]>;
/** Says a command without waiting for it. */
export type Send = (name: string, text: string, values: readonly unknown[]) => void;

/** How long one statement may take, and how long a transaction may hang without one. Milliseconds. */
const PATIENCE = 30_000;

/** Numbers of the county stay far below what JavaScript holds exactly. */
const createTypes = (): pg.TypeOverrides => {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
};

/** A pool whose connections wait for the disk at every commit, whatever the server's default is. */
export const createPool = (url: string, most: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    types: createTypes(),
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: PATIENCE,
    idle_in_transaction_session_timeout: PATIENCE,
    application_name: 'geleit',
  });
  pool.on('connect', (client) => {
    // A connection that breaks fails the work on it; by itself it is no reason for the server to end.
    client.on('error', () => undefined);
    void client.query('set synchronous_commit = on').catch(() => undefined);
  });
  pool.on('error', () => undefined);
  return pool;
};

/** Speaks over one connection in order, without waiting where no answer is needed. */
export const createTalk = (client: PoolClient) => {
  let last: Promise<unknown> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;
  const say = <T>(said: Promise<T>): Promise<T> => {
    last = said.catch((error: unknown) => {
      failure ??= { error };
    });
    return said;
  };
  const ask: Ask = async <Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ) => (await say(client.query<Row>({ name, text, values: [...values] }))).rows;
  const send: Send = (name, text, values) => {
    void say(client.query({ name, text, values: [...values] })).catch(() => undefined);
  };
  return {
    ask,
    send,
    /** Says something that has no name and no answer. */
    tell: (text: string): void => {
      void say(client.query(text)).catch(() => undefined);
    },
    /** Waits until all is done; throws what failed first. What failed is then forgotten. */
    settle: async (): Promise<void> => {
      await last;
      const first = failure;
      failure = undefined;
      if (first !== undefined) throw first.error;
    },
  };
};
