// The first administrator: whoever can read the server's console, once.
import type { FastifyInstance } from 'fastify';
import { firstAdministratorRequestSchema } from '#protocol/session.ts';
import { createAccount, loginToKey } from './accounts.ts';
import { refuse, type Refused } from './answers.ts';
import { forgetSetupCode, isDemo, isSetupCode, needsFirstAdministrator, putSetupCode } from './county.ts';
import { readMessage } from './messages.ts';
import { weaknessOf } from './passwords.ts';
import { createReadableSecret } from './secrets.ts';
import { sessionOf } from './sign-in.ts';
import type { Storage } from './storage/storage.ts';
import { addressOf, paces } from './throttle.ts';
import type { Routes } from './world.ts';

/** Makes a code for the console if nobody can administer this county yet; the code before it is void. */
export const createSetupCode = (storage: Storage): Promise<string | undefined> =>
  storage.write(async (writing) => {
    if (!(await needsFirstAdministrator(writing))) return undefined;
    const code = createReadableSecret();
    await putSetupCode(writing, code);
    return code;
  });

/** GET and POST /api/setup. Whoever set it up is signed in. */
export const setupRoutes = (app: FastifyInstance, routes: Routes): void => {
  const { storage, sessions, passwords, throttle, config, now, newId } = routes;

  app.get('/api/setup', async (_request, reply) => {
    const state = await storage.read(async (reading) => ({
      needsFirstAdministrator: await needsFirstAdministrator(reading),
      demo: await isDemo(reading),
      county: config.county,
    }));
    return reply.send(state);
  });

  app.post('/api/setup', async (request, reply) => {
    const asked = readMessage(firstAdministratorRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const { code, login, name, password } = asked.value;
    const tries = [{ key: `setup from ${addressOf(request.ip)}`, pace: paces.accountFromAddress }];
    const retryAfter = throttle.begin(tries);
    if (retryAfter > 0) return refuse(reply, { type: 'too-many-tries', retryAfter });
    const isRight = await storage.read((reading) => isSetupCode(reading, code));
    if (!isRight) return refuse(reply, { type: 'code-wrong' });
    throttle.succeed(tries);
    const weakness = weaknessOf(password, [login, name, config.county]);
    if (weakness !== undefined) return refuse(reply, { type: weakness });
    const hash = await passwords.hash(password);
    const made = await storage.write(
      async (writing): Promise<Refused | { token: string; session: object }> => {
        if (!(await needsFirstAdministrator(writing)) || !(await isSetupCode(writing, code)))
          return { type: 'code-wrong' };
        if ((await writing.accountByLogin(loginToKey(login))) !== undefined) return { type: 'name-taken' };
        const member = {
          id: newId(),
          hash,
          login,
          name,
          role: 'administrator',
          mayReadLimits: false,
        } as const;
        const account = await createAccount(writing, member, now().toISOString(), newId);
        await forgetSetupCode(writing);
        const token = await sessions.begin(writing, request, account.id);
        return { token, session: await sessionOf(writing, account, routes) };
      },
    );
    if ('type' in made) return refuse(reply, made);
    sessions.handOver(reply, made.token);
    return reply.send(made.session);
  });
};
