// Yjs' own WebSocket server with LevelDB behind it. It does not compress, nor do its documents say to.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { docs, getYDoc, setPersistence, setupWSConnection } from '@y/websocket-server/utils';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { WebSocketServer } from 'ws';
import { LeveldbPersistence } from 'y-leveldb';
import * as Y from 'yjs';
import { benchDocuments, editsOf } from '../../documents.ts';
import type { StartServer } from '../../servers/server.ts';
import { countTraffic } from '../../servers/traffic.ts';
import { putRecords } from '../yjs-records.ts';

const NAME = 'county';

/** Keeps updates as the server's own persistence does, and tells when the last one is stored. */
const openPersistence = (folder: string) => {
  const provider = new LeveldbPersistence(join(folder, 'yjs'));
  const last: { stored: Promise<unknown> } = { stored: Promise.resolve() };
  setPersistence({
    provider,
    bindState: (name: string, document: Y.Doc) => {
      document.on('update', (update: Uint8Array) => {
        last.stored = provider.storeUpdate(name, update);
      });
    },
    writeState: async () => undefined,
  });
  return { stored: () => last.stored, close: () => provider.destroy() };
};

export const start: StartServer = async ({ shape, scale, folder, pages, port }) => {
  const persistence = openPersistence(folder);
  const document = getYDoc(NAME);
  // Somebody else who is connected: without anybody the server lets go of the document.
  document.conns.set({ readyState: 1, send: () => undefined, close: () => undefined }, new Set());
  const records = document.getMap<Y.Map<unknown>>('records');
  const seed = benchDocuments(shape, scale);
  putRecords(document, seed);
  await persistence.stored();
  const app = Fastify({ serverFactory: (handler) => createServer(handler) });
  await app.register(fastifyStatic, { root: pages });
  const bytes = countTraffic(app.server);
  const sockets = new WebSocketServer({ noServer: true });
  sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
  app.server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (found) => sockets.emit('connection', found, request)),
  );
  const url = await app.listen({ port, host: '127.0.0.1' });
  return {
    url,
    bytes,
    edit: async (numbers) => {
      const edits = editsOf(seed, numbers);
      document.transact(() => {
        for (const { record, needs } of edits) records.get(record.id)?.set('needs', needs);
      });
      await persistence.stored();
      return edits;
    },
    count: async () => records.size,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await app.close();
      docs.delete(NAME);
      document.destroy();
      await persistence.close();
    },
  };
};
