// POST /api/cases/assign hands cases over (S10); GET /api/cases/held tells which devices still hold what has left.
import type { FastifyInstance } from 'fastify';
import { assignRequestSchema, type StillHeld } from '#protocol/assign.ts';
import { refuse } from './answers.ts';
import { handOver } from './hand-over.ts';
import { readMessage } from './messages.ts';
import type { Reading } from './storage/storage.ts';
import type { Routes } from './world.ts';

const stillHeld = async (reading: Reading): Promise<readonly StillHeld[]> => {
  const held: StillHeld[] = [];
  for (const { caseId, device: id } of await reading.stillHeld()) {
    const device = await reading.device(id);
    if (device !== undefined)
      held.push({ caseId, device: device.name, user: device.user, lastSeen: device.lastSeen });
  }
  return held;
};

/** For supervisors. */
export const assignRoutes = (app: FastifyInstance, routes: Routes): void => {
  const { storage, sessions, now, newId } = routes;

  app.post('/api/cases/assign', async (request, reply) => {
    const who = await sessions.whoAsks(request, ['supervisor']);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(assignRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const refused = await storage.write((writing) =>
      handOver(writing, who.value, asked.value, { now: now().toISOString(), newId }),
    );
    return refused === undefined ? reply.send({}) : refuse(reply, refused);
  });

  app.get('/api/cases/held', async (request, reply) => {
    const who = await sessions.whoAsks(request, ['supervisor']);
    if (!who.ok) return refuse(reply, who.error);
    return reply.send({ held: await storage.read(stillHeld) });
  });
};
