// Signing in and out, and one's own password. Guessing is slow; who has an account cannot be found out.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fail, ok, type Result } from '#domain/result.ts';
import { ownPasswordRequestSchema, signInRequestSchema, type Session } from '#protocol/session.ts';
import { loginToKey, nameOf } from './accounts.ts';
import { refuse } from './answers.ts';
import { isDemo } from './county.ts';
import { readMessage } from './messages.ts';
import { weaknessOf } from './passwords.ts';
import type { Account, Reading } from './storage/storage.ts';
import { addressOf, paces, type Try } from './throttle.ts';
import type { Routes } from './world.ts';

/** What a signed-in person is told about herself and this server. */
export const sessionOf = async (
  reading: Reading,
  account: Account,
  { config }: Routes,
): Promise<Session> => ({
  user: {
    id: account.id,
    login: account.login,
    name: await nameOf(reading, account.id),
    role: account.role,
    mayReadLimits: account.mayReadLimits,
  },
  county: config.county,
  demo: await isDemo(reading),
  publicUrl: config.publicUrl,
});

type Wrong =
  { readonly type: 'wrong-password' } | { readonly type: 'too-many-tries'; readonly retryAfter: number };

/** Looks at a password, at the pace that guessing is allowed. */
export const checkPassword = async (
  routes: Routes,
  request: FastifyRequest,
  login: string,
  password: string,
): Promise<Result<Account, Wrong>> => {
  const { storage, passwords, throttle } = routes;
  const address = addressOf(request.ip);
  const tries: readonly Try[] = [
    { key: `${login} from ${address}`, pace: paces.accountFromAddress },
    { key: `account ${login}`, pace: paces.account },
    { key: `address ${address}`, pace: paces.address },
  ];
  const retryAfter = throttle.begin(tries);
  if (retryAfter > 0) return fail({ type: 'too-many-tries', retryAfter });
  const account = await storage.read((reading) => reading.accountByLogin(login));
  const isRight = await passwords.matches(account?.hash, password);
  if (account === undefined || !account.active || !isRight) return fail({ type: 'wrong-password' });
  throttle.succeed(tries);
  return ok(account);
};

/** POST /api/sign-in, POST /api/sign-out, GET /api/session, POST /api/password. */
export const signInRoutes = (app: FastifyInstance, routes: Routes): void => {
  const { storage, sessions, passwords, config } = routes;

  app.post('/api/sign-in', async (request, reply) => {
    const asked = readMessage(signInRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const checked = await checkPassword(routes, request, loginToKey(asked.value.login), asked.value.password);
    if (!checked.ok) return refuse(reply, checked.error);
    const account = checked.value;
    request.userId = account.id;
    const begun = await storage.write(async (writing) => ({
      token: await sessions.begin(writing, request, account.id),
      session: await sessionOf(writing, account, routes),
    }));
    sessions.handOver(reply, begun.token);
    return reply.send(begun.session);
  });

  app.post('/api/sign-out', async (request, reply) => {
    await sessions.end(request, reply);
    return reply.send({});
  });

  app.get('/api/session', async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    return reply.send(await storage.read((reading) => sessionOf(reading, who.value, routes)));
  });

  app.post('/api/password', async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(ownPasswordRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const { id, login } = who.value;
    const name = await storage.read((reading) => nameOf(reading, id));
    const weakness = weaknessOf(asked.value.after, [login, name, config.county]);
    if (weakness !== undefined) return refuse(reply, { type: weakness });
    const checked = await checkPassword(routes, request, who.value.login, asked.value.before);
    if (!checked.ok) return refuse(reply, checked.error);
    const hash = await passwords.hash(asked.value.after);
    const token = await storage.write(async (writing) => {
      const account = await writing.account(who.value.id);
      if (account === undefined || !account.active) return undefined;
      await writing.putAccount({ ...account, hash });
      await writing.deleteSessionsOf(account.id);
      return sessions.begin(writing, request, account.id);
    });
    if (token === undefined) return refuse(reply, { type: 'not-signed-in' });
    sessions.handOver(reply, token);
    return reply.send({});
  });
};
