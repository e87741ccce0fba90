// The server side of RxDB's HTTP replication over SQLite, as its documentation describes the two routes. (Its own server is not free.)
import { benchDocuments, editsOf, type BenchDocument } from '../../documents.ts';
import { createRowServer, openRows } from '../../servers/rows.ts';
import type { StartServer } from '../../servers/server.ts';
import { countTraffic } from '../../servers/traffic.ts';

type Doc = BenchDocument & { readonly updatedAt: string; readonly _deleted?: boolean };
type Pushed = { readonly newDocumentState: Doc; readonly assumedMasterState?: Doc };

export const start: StartServer = async (place) => {
  const rows = openRows(place.folder);
  const updatedAt = new Date(0).toISOString();
  const docs = benchDocuments(place.shape, place.scale).map((doc): Doc => ({
    ...doc,
    updatedAt,
    _deleted: false,
  }));
  rows.put(docs);
  const app = await createRowServer(place);
  app.get<{ Querystring: { since: string; limit: string } }>('/pull', async (request, reply) => {
    const { since, limit } = request.query;
    const { cursor, docs: found } = rows.after(Number(since), Number(limit));
    const body = `{"checkpoint":{"seq":${cursor}},"documents":[${found.join(',')}]}`;
    return reply.type('application/json').send(body);
  });
  /** What was written on another state than the server's comes back as a conflict. */
  const take = ({ newDocumentState, assumedMasterState }: Pushed): readonly Doc[] => {
    const held = rows.read(newDocumentState.id);
    const current: Doc | undefined = held === undefined ? undefined : JSON.parse(held);
    if (current !== undefined && current.updatedAt !== assumedMasterState?.updatedAt) return [current];
    rows.put([newDocumentState]);
    return [];
  };
  app.post<{ Body: Pushed[] }>('/push', async (request) => rows.atOnce(() => request.body.flatMap(take)));
  const bytes = countTraffic(app.server);
  const url = await app.listen({ port: place.port, host: '127.0.0.1' });
  return {
    url,
    bytes,
    edit: async (numbers) => {
      const edits = editsOf(docs, numbers);
      const now = new Date().toISOString();
      rows.put(
        edits.map(({ record, needs }) => ({ ...record, set: { ...record.set, needs }, updatedAt: now })),
      );
      return edits;
    },
    count: async () => rows.count(),
    close: async () => {
      await app.close();
      rows.close();
    },
  };
};
