// POST /api/erasures: an administrator has a case erased, everywhere and for good (S11).
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { erasureRequestSchema } from '#protocol/erasure.ts';
import { refuse } from './answers.ts';
import { ERASURES, eraseCase } from './erasure.ts';
import { readMessage } from './messages.ts';
import type { Routes } from './world.ts';

/** Answers when the case is out of the database and its files. The devices follow as they come. */
export const erasureRoutes = (app: FastifyInstance, { storage, sessions, config, now }: Routes): void => {
  const ledger = join(resolve(config.dataDir), ERASURES);
  app.post('/api/erasures', async (request, reply) => {
    const who = await sessions.whoProved(request, ['administrator']);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(erasureRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const { caseId } = asked.value;
    const isKnown = await storage.read(async (reading) => (await reading.record(caseId))?.kind === 'case');
    if (!isKnown) return refuse(reply, { type: 'not-found' });
    await eraseCase(storage, ledger, caseId, now().toISOString());
    return reply.send({});
  });
};
