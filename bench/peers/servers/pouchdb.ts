// PouchDB's own server: express-pouchdb over LevelDB. It compresses by itself.
import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import serve from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { benchDocuments, editsOf, type BenchDocument } from '../../documents.ts';
import type { StartServer } from '../../servers/server.ts';
import { countTraffic } from '../../servers/traffic.ts';

const BATCH = 1000;

export const start: StartServer = async ({ shape, scale, folder, pages, port }) => {
  const Databases = PouchDB.defaults({ prefix: `${folder}/` });
  const app = express();
  app.use(express.static(pages));
  const options = {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: join(folder, 'log.txt'),
  } as const;
  app.use('/db', serve(Databases, options));
  // After the server, which takes note of every database that is made.
  const database = new Databases<Omit<BenchDocument, 'id'>>('county');
  const docs = benchDocuments(shape, scale);
  for (let from = 0; from < docs.length; from += BATCH)
    await database.bulkDocs(docs.slice(from, from + BATCH).map(({ id, ...doc }) => ({ _id: id, ...doc })));
  const server = createServer(app);
  const bytes = countTraffic(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    bytes,
    edit: async (numbers) => {
      const edits = editsOf(docs, numbers);
      for (const { record, needs } of edits) {
        const current = await database.get(record.id);
        await database.put({ ...current, set: { ...current.set, needs } });
      }
      return edits;
    },
    count: async () => (await database.allDocs()).rows.filter(({ id }) => !id.startsWith('_design/')).length,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
};
