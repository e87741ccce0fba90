// Devices: registering one, so that the server counts its changes (S2), how one stands, and taking one away (V12).
import type { FastifyInstance } from 'fastify';
import { SERVER } from '#domain/id.ts';
import {
  revocationRequestSchema,
  standingRequestSchema,
  type DeviceStanding,
  type KnownDevice,
} from '#protocol/device.ts';
import { deviceRequestSchema } from '#protocol/session.ts';
import { refuse, type Refused } from './answers.ts';
import { isKeptForCase } from './kept-ids.ts';
import { readMessage } from './messages.ts';
import { writeAsServer } from './server-changes.ts';
import type { Account, Device, Reading } from './storage/storage.ts';
import type { Routes } from './world.ts';

const isRevoked = async (reading: Reading, device: string): Promise<boolean> =>
  typeof (await reading.standing(device))?.revokedAt === 'string';

/** Whether somebody sees the devices of others, and may take them away. Everybody may for her own. */
const leads = ({ role }: Account): boolean => role === 'supervisor' || role === 'administrator';

const knownDevice = async (reading: Reading, device: Device): Promise<KnownDevice> => {
  const { id, user, name, registeredAt, lastSeen } = device;
  const standing = await reading.standing(id);
  const { revokedAt = null, waiting = 0 } = standing ?? {};
  return { id, user, name, registeredAt, lastSeen, revokedAt, waiting };
};

/** A device is described in a record under its own id: what anything else bears, or will bear, is not to be had. */
const isTaken = async (reading: Reading, id: string): Promise<boolean> => {
  const before = await reading.record(id);
  return (before !== undefined && before.kind !== 'device') || (await isKeptForCase(reading, id));
};

/**
 * POST /api/devices. Asked again by the same person it renames the device and keeps its count; a device of somebody
 * else, the server's own name, or the id of any other record is refused. Answers `{ expect }`, the number the server takes next.
 */
const registerRoute = (app: FastifyInstance, { storage, sessions, now, newId }: Routes): void => {
  app.post('/api/devices', async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(deviceRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const { device: id, name, firstNumber } = asked.value;
    const user = who.value.id;
    if (id === SERVER) return refuse(reply, { type: 'not-allowed' });
    const expect = await storage.write(async (writing): Promise<number | Refused> => {
      const known = await writing.device(id);
      if (known !== undefined && known.user !== user) return { type: 'not-allowed' };
      if (await isRevoked(writing, id)) return { type: 'device-revoked' };
      if (known === undefined && (await isTaken(writing, id))) return { type: 'not-allowed' };
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
    if (typeof expect !== 'number') return refuse(reply, expect);
    await sessions.bind(request, id);
    return reply.send({ expect });
  });
};

/**
 * POST /api/devices/standing: whether a device was revoked. Needs no session, because whoever holds a lost tablet has
 * none: the device wipes itself at its next contact, locked or not.
 */
const standingRoute = (app: FastifyInstance, { storage, sessions, config }: Routes): void => {
  app.post('/api/devices/standing', async (request, reply) => {
    const asked = readMessage(standingRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const { device, waiting } = asked.value;
    const standing = await storage.read((reading) => reading.standing(device));
    const answer: DeviceStanding = {
      revoked: typeof standing?.revokedAt === 'string',
      lease: config.leaseDays,
    };
    if (waiting === undefined || waiting === (standing?.waiting ?? 0)) return reply.send(answer);
    const who = await sessions.whoAsks(request);
    if (who.ok)
      await storage.write(async (writing) => {
        if ((await writing.device(device))?.user !== who.value.id) return;
        const current = await writing.standing(device);
        const { revokedAt = null, revokedBy = null } = current ?? {};
        await writing.putStanding({ device, revokedAt, revokedBy, waiting });
      });
    return reply.send(answer);
  });
};

/** GET /api/devices: one's own, or all for who leads. POST /api/devices/revoke: takes one away, and ends what it is signed in with. */
const revokeRoutes = (app: FastifyInstance, { storage, sessions, now, newId }: Routes): void => {
  app.get('/api/devices', async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    const devices = await storage.read(async (reading) => {
      const users = leads(who.value) ? (await reading.accounts()).map(({ id }) => id) : [who.value.id];
      const found = (await Promise.all(users.map((user) => reading.devicesOf(user)))).flat();
      return Promise.all(found.map((device) => knownDevice(reading, device)));
    });
    return reply.send({ devices });
  });

  app.post('/api/devices/revoke', async (request, reply) => {
    const who = await sessions.whoProved(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(revocationRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const { device: id } = asked.value;
    const refused = await storage.write(async (writing): Promise<Refused | undefined> => {
      const device = await writing.device(id);
      if (device === undefined || (device.user !== who.value.id && !leads(who.value)))
        return { type: 'not-found' };
      const standing = await writing.standing(id);
      await writing.deleteSessionsOn(id);
      if (typeof standing?.revokedAt === 'string') return undefined;
      const at = now().toISOString();
      const { waiting = 0 } = standing ?? {};
      await writing.putStanding({ device: id, revokedAt: at, revokedBy: who.value.id, waiting });
      const set = { revoked: true };
      await writeAsServer(writing, [{ caseId: null, kind: 'device', recordId: id, set }], at, newId);
      return undefined;
    });
    return refused === undefined ? reply.send({}) : refuse(reply, refused);
  });
};

/** Everything about devices. */
export const deviceRoutes = (app: FastifyInstance, routes: Routes): void => {
  registerRoute(app, routes);
  standingRoute(app, routes);
  revokeRoutes(app, routes);
};
