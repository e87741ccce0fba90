// Registers a device: from then on the server counts its changes (S2), and two versions can say where they were written (S6).
import type { FastifyInstance } from 'fastify';
import { SERVER } from '#domain/id.ts';
import { deviceRequestSchema } from '#protocol/session.ts';
import { refuse } from './answers.ts';
import { readMessage } from './messages.ts';
import { writeAsServer } from './server-changes.ts';
import type { Routes } from './world.ts';

/**
 * POST /api/devices. Asked again by the same person it renames the device and keeps its count; a device of somebody
 * else, or the server's own name, is refused. Answers `{ expect }`, the number the server takes next.
 */
export const deviceRoutes = (app: FastifyInstance, { storage, sessions, now, newId }: Routes): void => {
  app.post('/api/devices', async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(deviceRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const { device: id, name, firstNumber } = asked.value;
    const user = who.value.id;
    if (id === SERVER) return refuse(reply, { type: 'not-allowed' });
    const expect = await storage.write(async (writing) => {
      const known = await writing.device(id);
      if (known !== undefined && known.user !== user) return undefined;
      const at = now().toISOString();
      const device = known ?? { id, user, next: firstNumber, registeredAt: at, lastSeen: null };
      await writing.putDevice({ ...device, name });
      if (known === undefined) await writing.tellErased(id);
      if (known?.name !== name) {
        const set = known === undefined ? { user, name, registered: at, revoked: false } : { name };
        await writeAsServer(writing, [{ caseId: null, kind: 'device', recordId: id, set }], at, newId);
      }
      return device.next;
    });
    return expect === undefined ? refuse(reply, { type: 'not-allowed' }) : reply.send({ expect });
  });
};
