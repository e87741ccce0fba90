// Counts what travels over a server's sockets: compressed as it is served, with all headers.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const bytesOf = (socket: Socket): number => socket.bytesRead + socket.bytesWritten;

/** Bytes of all connections that are made from now on, both ways. */
export const countTraffic = (server: Server): (() => number) => {
  const open = new Set<Socket>();
  const closed = { bytes: 0 };
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      closed.bytes += bytesOf(socket);
    });
  });
  return () => [...open].reduce((sum, socket) => sum + bytesOf(socket), closed.bytes);
};
