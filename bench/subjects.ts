// Who is measured: for each subject its page, its server, and what it has no answer to.
import { join } from 'node:path';
import type { StartServer } from './servers/server.ts';
import type { Work } from './works.ts';

export const subjectNames = ['geleit', 'dexie', 'rxdb', 'pouchdb', 'yjs', 'limit'] as const;
export type SubjectName = (typeof subjectNames)[number];
export const isSubject = (text: string): text is SubjectName => subjectNames.some((name) => name === text);

export type SubjectEntry = {
  /** How the table calls it. */
  readonly title: string;
  /** The file of its page. */
  readonly page: string;
  readonly server: () => Promise<StartServer>;
  /** Another engine, with packages of its own in bench/peers. */
  readonly isPeer: boolean;
  /** The only works it is asked for; all of them, if it does not say. */
  readonly only?: readonly Work[];
};

const own = (file: string): string => join(import.meta.dirname, 'page', file);
const peer = (file: string): string => join(import.meta.dirname, 'peers', 'page', file);
// The path is put together at run time, so that the house compiles without the packages of the peers.
const peerServer = async (file: string): Promise<StartServer> => {
  const { start }: { start: StartServer } = await import(`./peers/servers/${file}`);
  return start;
};
const rows = async (): Promise<StartServer> => (await import('./servers/dexie.ts')).start;

/** All subjects by name. */
export const subjects: Readonly<Record<SubjectName, SubjectEntry>> = {
  geleit: {
    title: 'Geleit',
    page: own('geleit.ts'),
    server: async () => (await import('./servers/geleit.ts')).start,
    isPeer: false,
  },
  dexie: { title: 'plain Dexie rows', page: own('dexie.ts'), server: rows, isPeer: false },
  rxdb: {
    title: 'RxDB',
    page: peer('rxdb.ts'),
    server: () => peerServer('rxdb.ts'),
    isPeer: true,
  },
  pouchdb: {
    title: 'PouchDB',
    page: peer('pouchdb.ts'),
    server: () => peerServer('pouchdb.ts'),
    isPeer: true,
  },
  yjs: { title: 'Yjs', page: peer('yjs.ts'), server: () => peerServer('yjs.ts'), isPeer: true },
  limit: {
    title: 'limit',
    page: own('limit.ts'),
    server: rows,
    isPeer: false,
    only: [
      'first-sync',
      'first-sync-slow',
      'first-sync-50k',
      'save-one',
      'cold-start',
      'cold-start-data',
      'disk',
    ],
  },
};
