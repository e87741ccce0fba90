// The team: who has an account, with which role. The administrator changes it, with a proof that is a moment old; the supervisor sees it.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idSchema } from '#domain/id.ts';
import { memberChangeRequestSchema, newMemberRequestSchema } from '#protocol/session.ts';
import { changeAccount, createAccount, isLastAdministrator, loginToKey, memberOf } from './accounts.ts';
import { refuse, type Refused } from './answers.ts';
import { readMessage } from './messages.ts';
import { createReadableSecret } from './secrets.ts';
import type { Routes } from './world.ts';

const memberParameterSchema = z.object({ id: idSchema });
const nothingSchema = z.strictObject({}).optional();

/** GET and POST /api/team, POST /api/team/:id, POST /api/team/:id/password. */
export const teamRoutes = (app: FastifyInstance, routes: Routes): void => {
  const { storage, sessions, passwords, now, newId } = routes;

  app.get('/api/team', async (request, reply) => {
    const who = await sessions.whoAsks(request, ['supervisor', 'administrator']);
    if (!who.ok) return refuse(reply, who.error);
    const members = await storage.read(async (reading) => {
      const accounts = await reading.accounts();
      return Promise.all(accounts.map((account) => memberOf(reading, account)));
    });
    return reply.send({ members });
  });

  app.post('/api/team', async (request, reply) => {
    const who = await sessions.whoProved(request, ['administrator']);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(newMemberRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const [id, password] = [newId(), createReadableSecret()];
    const hash = await passwords.hash(password);
    const isMade = await storage.write(async (writing) => {
      if ((await writing.accountByLogin(loginToKey(asked.value.login))) !== undefined) return false;
      await createAccount(writing, { ...asked.value, id, hash }, now().toISOString(), newId);
      return true;
    });
    return isMade ? reply.send({ id, password }) : refuse(reply, { type: 'name-taken' });
  });

  app.post('/api/team/:id', async (request, reply) => {
    const who = await sessions.whoProved(request, ['administrator']);
    if (!who.ok) return refuse(reply, who.error);
    const member = memberParameterSchema.safeParse(request.params);
    const asked = readMessage(memberChangeRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const refused = await storage.write(async (writing): Promise<Refused | undefined> => {
      const before = member.success ? await writing.account(member.data.id) : undefined;
      if (before === undefined) return { type: 'not-found' };
      const { active = before.active, role = before.role } = asked.value;
      const steps = !active || role !== 'administrator';
      if (steps && (await isLastAdministrator(writing, before))) return { type: 'last-administrator' };
      const after = await changeAccount(writing, before, asked.value, now().toISOString(), newId);
      if (!after.active || after.role !== before.role) await writing.deleteSessionsOf(after.id);
      return undefined;
    });
    return refused === undefined ? reply.send({}) : refuse(reply, refused);
  });

  app.post('/api/team/:id/password', async (request, reply) => {
    const who = await sessions.whoProved(request, ['administrator']);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(nothingSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const member = memberParameterSchema.safeParse(request.params);
    const password = createReadableSecret();
    const hash = await passwords.hash(password);
    const id = await storage.write(async (writing) => {
      const account = member.success ? await writing.account(member.data.id) : undefined;
      if (account === undefined) return undefined;
      await writing.putAccount({ ...account, hash });
      await writing.deleteSessionsOf(account.id);
      return account.id;
    });
    return id === undefined ? refuse(reply, { type: 'not-found' }) : reply.send({ id, password });
  });
};
