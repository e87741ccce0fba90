// POST /api/sync: the way in for a device's changes and the way out for what is new to it.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ok, type Result } from '#domain/result.ts';
import { oldestPushSchema, requestOf1, syncRequest1Schema } from '#protocol/older.ts';
import { syncRequestSchema, type SyncRequest } from '#protocol/sync.ts';
import { OLDEST_PROTOCOL } from '#protocol/version.ts';
import { refuse } from './answers.ts';
import { readMessage, type BadMessageFailure } from './messages.ts';
import { sync } from './sync.ts';
import type { Routes } from './world.ts';

/** The first change that names another author or device than the one who sends it. */
const forgedAt = ({ changes, device }: SyncRequest, user: string): string | undefined => {
  const index = changes.findIndex((change) => change.by !== user || change.device !== device);
  if (index < 0) return undefined;
  return `changes/${index}/${changes[index]?.by === user ? 'device' : 'by'}`;
};

const spokenSchema = z.object({ protocol: z.number().int() });

/** Reads a request in the words of the version that the device speaks (S13). */
const readRequest = (request: FastifyRequest): Result<SyncRequest, BadMessageFailure> => {
  const spoken = readMessage(spokenSchema, request);
  if (!spoken.ok) return spoken;
  const { protocol } = spoken.value;
  if (protocol >= 2) return readMessage(syncRequestSchema, request);
  const asked = readMessage(protocol < OLDEST_PROTOCOL ? oldestPushSchema : syncRequest1Schema, request);
  return asked.ok ? ok(requestOf1({ cursor: null, ...asked.value })) : asked;
};

/** Needs a session and a registered device of the same person. */
export const syncRoutes = (app: FastifyInstance, { storage, sessions, live, now, newId }: Routes): void => {
  app.post('/api/sync', async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readRequest(request);
    if (!asked.ok) return refuse(reply, asked.error);
    const account = who.value;
    const device = await storage.read((reading) => reading.device(asked.value.device));
    if (device === undefined || device.user !== account.id) return refuse(reply, { type: 'device-unknown' });
    await sessions.bind(request, device.id);
    // Looked at after it was bound: who revokes a device meanwhile ends this session.
    const standing = await storage.read((reading) => reading.standing(device.id));
    if (typeof standing?.revokedAt === 'string') return refuse(reply, { type: 'device-revoked' });
    const forged = forgedAt(asked.value, account.id);
    if (forged !== undefined) return refuse(reply, { type: 'bad-message', detail: forged });
    const world = { now: now().toISOString(), newId };
    const answered = await sync(storage, { account, device }, asked.value, world, (upTo) =>
      live.told(device.id, upTo),
    );
    if (!answered.ok) return refuse(reply, answered.error);
    // What it brought is taken; what it would be told it might not understand. It asks again with the new program.
    if (asked.value.protocol < OLDEST_PROTOCOL) return refuse(reply, { type: 'client-too-old' });
    return reply.type('application/json; charset=utf-8').send(answered.value);
  });
};
