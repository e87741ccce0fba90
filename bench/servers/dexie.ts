// The floor's server: rows in, rows out. It merges, encrypts, checks and answers for nothing.
import { benchRecords } from '../records.ts';
import { editsOf, nameOf } from '../documents.ts';
import { createRowServer, openRows, type Row } from './rows.ts';
import type { StartServer } from './server.ts';
import { countTraffic } from './traffic.ts';

/** Starts it with the records of a shape as flat rows: leaves by their paths, and the name to sort by. */
export const start: StartServer = async (place) => {
  const rows = openRows(place.folder);
  const docs = benchRecords(place.shape, place.scale).map(({ id, caseId, kind, set }) => ({
    ...{ id, caseId, kind },
    ...(nameOf(set) === '' ? {} : { name: nameOf(set) }),
    ...set,
  }));
  rows.put(docs);
  const app = await createRowServer(place);
  app.get<{ Querystring: { since: string; limit: string } }>('/pull', async (request, reply) => {
    const { since, limit } = request.query;
    const { cursor, docs: found } = rows.after(Number(since), Number(limit));
    return reply.type('application/json').send(`{"cursor":${cursor},"docs":[${found.join(',')}]}`);
  });
  app.post<{ Body: Row[] }>('/push', async (request) => {
    rows.put(request.body);
    return { cursor: rows.cursor() };
  });
  const bytes = countTraffic(app.server);
  const url = await app.listen({ port: place.port, host: '127.0.0.1' });
  return {
    url,
    bytes,
    edit: async (numbers) => {
      const edits = editsOf(docs, numbers);
      rows.put(edits.map(({ record, needs }) => ({ ...record, needs })));
      return edits;
    },
    count: async () => rows.count(),
    close: async () => {
      await app.close();
      rows.close();
    },
  };
};
