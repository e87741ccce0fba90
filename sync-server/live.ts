// GET /api/live: the line on which a device hears that something is new for it, so that it need not ask again and again.
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { HEARTBEAT, liveRequestSchema } from '#protocol/live.ts';
import { refuse } from './answers.ts';
import type { Line } from './live-lines.ts';
import type { Routes } from './world.ts';

/** What a device that does not read may leave behind in memory, in bytes; then its line is cut, and it comes back. */
const LARGEST_BACKLOG = 65_536;

/** Needs a session and a registered device of the same person. Proxies and packers must let each word through at once. */
export const liveRoutes = (app: FastifyInstance, { storage, sessions, live }: Routes): void => {
  const heart = setInterval(live.beat, HEARTBEAT);
  heart.unref();
  app.addHook('preClose', async () => {
    clearInterval(heart);
    live.closeAll();
  });

  app.get('/api/live', { compress: false, exposeHeadRoute: false }, async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = liveRequestSchema.safeParse(request.query);
    if (!asked.success) return refuse(reply, { type: 'bad-message' });
    const { device: id } = asked.data;
    const device = await storage.read((reading) => reading.device(id));
    if (device?.user !== who.value.id) return refuse(reply, { type: 'device-unknown' });
    await sessions.bind(request, id);

    const stream = new PassThrough();
    const write = (text: string): void => {
      if (stream.writableEnded) return;
      if (stream.writableLength > LARGEST_BACKLOG) stream.destroy();
      else stream.write(text);
    };
    const line: Line = {
      device: id,
      tokenHash: sessions.tokenHashOf(request) ?? '',
      say: (word) => write(`event: ${word}\ndata:\n\n`),
      stillHere: () => write(': still here\n\n'),
      hangUp: () => stream.end(),
    };
    line.stillHere();
    const close = live.open(line);
    stream.once('close', close);
    reply.raw.once('close', () => stream.destroy());
    return reply
      .type('text/event-stream')
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no')
      .send(stream);
  });
};
