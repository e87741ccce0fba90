// The county of the proof `fuzz`: two caseworkers with a case each, a plan on a phone, and everybody who may send something.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import type { UserRole } from '#domain/user.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { createCounty, type Browser } from '#tests/county.ts';
import type { Names } from '#tests/nonsense/crooked.ts';
import type { Nonsense } from '#tests/nonsense/nonsense.ts';
import { recordIdOf } from '#tests/nonsense/sync-message.ts';

/** Selma sends nothing: what is hers must stay as it is. Tova is whom the administrator may do something to. */
const roster: Readonly<Record<string, UserRole>> = {
  ...{ leyla: 'caseworker', selma: 'caseworker', nils: 'caseworker', tova: 'caseworker' },
  ...{ petra: 'supervisor', maren: 'administrator' },
};
const idOf = (login: string): string => `user-${login}`;
const deviceOf = (login: string): string => `device-${login}`;
const caseOf = (login: string): string => `case-${login}-01`;

/** Words that stand nowhere else in the world. */
const words = { selma: 'Zarghunaquittenblau', leyla: 'Noorzailaternenrot' } as const;

/** The secret of the plan's link and the key of the phone; tests/nonsense/routes.ts knows them as well. */
const [secret, phone] = ['A'.repeat(42) + 'E', 'B'.repeat(42) + 'E'];
const hash = createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('base64url');

/** Everybody who sends, and the words that nobody may tell her. */
export const senders = {
  nobody: [words.selma, words.leyla],
  'a made-up session': [words.selma, words.leyla],
  'who has left': [words.selma, words.leyla],
  'the phone': [words.selma, words.leyla],
  administrator: [words.selma, words.leyla],
  caseworker: [words.selma],
  supervisor: [],
} as const satisfies Record<string, readonly string[]>;
export type Sender = keyof typeof senders;

const loginOf: Readonly<Partial<Record<Sender, string>>> = {
  caseworker: 'leyla',
  supervisor: 'petra',
  administrator: 'maren',
};

const recordsOf = (login: string): readonly string[] =>
  ['person', 'plan', 'limits', 'consultation'].map((kind) => recordIdOf(kind, caseOf(login)));

/** Whom and what a sender names. Who may reach Selma's by right names her not: then nothing of hers may change at all. */
export const namesOf = (sender: Sender, next: number): Names => {
  const own = { user: idOf(loginOf[sender] ?? 'leyla'), device: deviceOf(loginOf[sender] ?? 'leyla'), next };
  const nobody = { user: 'user-nobody', device: 'device-nobody', caseId: 'case-nobody-1' };
  const shared = ['partner-0001', 'plan-link-0001'];
  if (sender === 'administrator')
    return {
      own,
      users: [idOf('tova'), nobody.user],
      logins: ['tova', 'neu'],
      devices: [deviceOf('petra'), 'server-0', nobody.device],
      cases: [nobody.caseId],
      records: shared,
    };
  const others = sender === 'supervisor' ? ['leyla'] : ['selma', 'leyla'];
  return {
    own,
    users: [...others.map(idOf), idOf('petra'), 'server-0', nobody.user],
    logins: [...others, 'maren'],
    devices: [deviceOf('selma'), deviceOf('petra'), 'server-0', nobody.device],
    cases: [...others.map(caseOf), nobody.caseId],
    records: [...others.flatMap(recordsOf), ...shared],
  };
};

export type FuzzedCounty = {
  readonly send: (sender: Sender, request: Nonsense, address: string) => Promise<LightMyRequestResponse>;
  /** The number that the server takes next from the sender's device. */
  readonly nextOf: (sender: Sender) => Promise<number>;
  /** Every row of the database that is Selma's, or about her or her case. */
  readonly rowsOfSelma: () => Promise<string>;
  /** How often the log tells of trouble. */
  readonly troubles: () => number;
  readonly close: () => Promise<void>;
};

type Rows = readonly Readonly<Record<string, unknown>>[];

const rowsOnSqlite = (file: string): readonly (readonly [string, Rows])[] => {
  const database = new Sqlite(file, { readonly: true });
  const tables = database
    .prepare<[], string>("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all();
  const all = tables.map(
    (table) =>
      [table, database.prepare<[], Record<string, unknown>>(`select * from ${table}`).all()] as const,
  );
  database.close();
  return all;
};

const rowsOnPostgres = async (url: string): Promise<readonly (readonly [string, Rows])[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ readonly name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  const all: (readonly [string, Rows])[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`);
    all.push([name, rows]);
  }
  await client.end();
  return all;
};

const selmas: ReadonlySet<unknown> = new Set([
  ...[idOf('selma'), deviceOf('selma'), caseOf('selma'), 'selma', ...recordsOf('selma')],
]);

/**
 * Opens the county on one of the databases, the same on both.
 * @param databaseUrl a PostgreSQL; undefined: SQLite
 */
export const openFuzzedCounty = async (databaseUrl?: string): Promise<FuzzedCounty> => {
  const people = Object.entries(roster).map(([login, role]) => ({
    id: idOf(login),
    login,
    name: login,
    role,
  }));
  const county = await createCounty(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }, people);
  const write = async (
    browser: Browser,
    login: string,
    changes: readonly (readonly [kind: string, recordId: string, set: Record<string, Json>])[],
  ): Promise<void> => {
    const at = county.clock.toISOString();
    const answer = await browser.post('/api/sync', {
      ...{ protocol: PROTOCOL, device: deviceOf(login), cursor: null, clock: at, voids: [], purged: [] },
      changes: changes.map(([kind, recordId, set], index) => ({
        ...{ id: `change-${login}-${index}`, deed: `deed-${login}-${index}`, caseId: caseOf(login), kind },
        ...{ recordId, set, base: {}, by: idOf(login), device: deviceOf(login), number: index + 1, at },
      })),
    });
    const accepted = answer.body.match(/"result":"accepted"/g)?.length;
    if (accepted !== changes.length) throw new Error(`What ${login} wrote was not taken: ${answer.body}`);
  };
  const talk = { note: words.selma };
  const selma = await county.onDevice('selma', deviceOf('selma'));
  await write(selma, 'selma', [
    ['case', caseOf('selma'), { phase: 'P1' }],
    ['person', personIdOf(caseOf('selma')), { needs: words.selma }],
    ['consultation', recordIdOf('consultation', caseOf('selma')), talk],
  ]);
  await selma.post('/api/sign-out');
  const leyla = await county.onDevice('leyla', deviceOf('leyla'));
  const link = { hash, language: 'ar', createdOn: '2026-11-22', revoked: false };
  await write(leyla, 'leyla', [
    ['case', caseOf('leyla'), { phase: 'P1' }],
    ['person', personIdOf(caseOf('leyla')), { needs: words.leyla }],
    ['plan-link', 'plan-link-0001', link],
  ]);
  const nils = await county.signedIn('nils');
  const maren = await county.onDevice('maren', deviceOf('maren'));
  await maren.post(`/api/team/${idOf('nils')}`, { active: false });
  const hers = county.browser();
  await hers.post('/plan-api/exchange', { secret, phone });
  const browsers: Record<Sender, Browser> = {
    nobody: county.browser(),
    'a made-up session': { ...county.browser(), cookies: { geleit: 'A'.repeat(43) } },
    'who has left': nils,
    'the phone': hers,
    caseworker: leyla,
    supervisor: await county.onDevice('petra', deviceOf('petra')),
    administrator: maren,
  };

  /** Whoever was signed out comes in again, so that what follows is sent with a session. */
  const comeAgain = async (sender: Sender): Promise<void> => {
    const login = loginOf[sender];
    if (login !== undefined) browsers[sender] = await county.signedIn(login);
    else if (sender === 'the phone') await hers.post('/plan-api/exchange', { secret, phone });
  };
  return {
    send: async (sender, request, address) => {
      const { cookies } = browsers[sender];
      const answer = await county.app.inject({ ...request, cookies, remoteAddress: address });
      if (answer.cookies.some(({ value }) => value === '')) await comeAgain(sender);
      return answer;
    },
    nextOf: async (sender) => {
      const device = await county.storage.read((reading) => reading.device(namesOf(sender, 1).own.device));
      return device?.next ?? 1;
    },
    rowsOfSelma: async () => {
      const file = join(county.folder, 'county.sqlite');
      const all = databaseUrl === undefined ? rowsOnSqlite(file) : await rowsOnPostgres(databaseUrl);
      const found = all.flatMap(([table, rows]) =>
        rows
          // What somebody calls a device of her own is hers to say.
          .filter((row) => Object.entries(row).some(([key, value]) => key !== 'name' && selmas.has(value)))
          // That somebody else's case was erased is told to every device.
          .filter((row) => table !== 'leaving' || selmas.has(row['case_id']))
          .map((row) => `${table} ${JSON.stringify(row)}`),
      );
      return found.toSorted().join('\n');
    },
    troubles: () => county.log.filter(({ event }) => event === 'trouble').length,
    close: county.close,
  };
};
