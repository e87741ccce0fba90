// Passkeys of the staff: signing in with one, adding one, taking one away; and showing again who one is.
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fail, ok, type Result } from '#domain/result.ts';
import {
  newPasskeyRequestSchema,
  passkeySignInRequestSchema,
  proofRequestSchema,
  removedPasskeyRequestSchema,
  type Assertion,
  type NewPasskey,
} from '#protocol/passkey.ts';
import { z } from 'zod';
import { refuse, type Refused } from './answers.ts';
import { createChallenges, type Challenges } from './challenges.ts';
import { readMessage } from './messages.ts';
import { checkPassword, sessionOf } from './sign-in.ts';
import type { Account, Passkey, Writing } from './storage/storage.ts';
import { addressOf, paces, type Try } from './throttle.ts';
import type { Routes } from './world.ts';

const nothingSchema = z.strictObject({}).optional();
const clientDataSchema = z.object({ challenge: z.string() });

/** The challenge a browser says it has signed; empty if that cannot be read. */
const challengeIn = (clientData: string): string => {
  try {
    const text = Buffer.from(clientData, 'base64url').toString('utf8');
    return clientDataSchema.safeParse(JSON.parse(text)).data?.challenge ?? '';
  } catch {
    return '';
  }
};

/** Whom a browser has to sign for: this server under the address that people know. */
const siteOf = ({ config }: Routes) => {
  const { origin, hostname } = new URL(config.publicUrl);
  return { origin, hostname };
};

/** The counter of the authenticator after it signed; undefined if the passkey did not sign this, here and now, with its person seen. */
const counterOf = async (
  routes: Routes,
  challenges: Challenges,
  { id, publicKey, counter }: Passkey,
  { clientData, authenticatorData, signature }: Assertion,
): Promise<number | undefined> => {
  const { origin, hostname } = siteOf(routes);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON: clientData, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenges.isOurs,
      expectedOrigin: origin,
      expectedRPID: hostname,
      credential: { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    // Whatever does not fit is said by throwing: nothing of it was kept, and the asker need not know which part it was.
    return undefined;
  }
};

/** What is kept of a new passkey; undefined if the browser's word for it does not hold. */
const registered = async (
  routes: Routes,
  challenges: Challenges,
  { credential, clientData, attestation }: NewPasskey,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter'> | undefined> => {
  const { origin, hostname } = siteOf(routes);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: credential,
        rawId: credential,
        type: 'public-key',
        response: { clientDataJSON: clientData, attestationObject: attestation },
        clientExtensionResults: {},
      },
      expectedChallenge: challenges.isOurs,
      expectedOrigin: origin,
      expectedRPID: hostname,
      requireUserVerification: true,
    });
    if (!verified) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
  } catch {
    return undefined;
  }
};

type Wrong = { readonly type: 'passkey-refused' | 'too-many-tries'; readonly retryAfter?: number };

/**
 * GET and POST /api/passkeys, POST /api/passkeys/challenge, POST /api/passkeys/remove, POST /api/sign-in/passkey,
 * POST /api/proof.
 */
export const passkeyRoutes = (app: FastifyInstance, routes: Routes): void => {
  const { storage, sessions, throttle, now } = routes;
  const challenges = createChallenges(storage, now);

  /** Looks at what a passkey signed, at the pace at which one may try. `finish` runs in the transaction that uses it up. */
  const check = async <T>(
    request: FastifyRequest,
    assertion: Assertion,
    finish: (writing: Writing, account: Account) => Promise<T | undefined>,
  ): Promise<Result<T, Wrong>> => {
    const address = addressOf(request.ip);
    const tries: readonly Try[] = [
      { key: `passkey ${assertion.credential} from ${address}`, pace: paces.accountFromAddress },
      { key: `address ${address}`, pace: paces.address },
    ];
    const retryAfter = throttle.begin(tries);
    if (retryAfter > 0) return fail({ type: 'too-many-tries', retryAfter });
    const passkey = await storage.read((reading) => reading.passkey(assertion.credential));
    const counter =
      passkey === undefined ? undefined : await counterOf(routes, challenges, passkey, assertion);
    if (counter === undefined) return fail({ type: 'passkey-refused' });
    const done = await storage.write(async (writing) => {
      const current = await writing.passkey(assertion.credential);
      const account = current === undefined ? undefined : await writing.account(current.user);
      if (current === undefined || account?.active !== true) return undefined;
      if (!(await challenges.use(writing, challengeIn(assertion.clientData)))) return undefined;
      await writing.putPasskey({ ...current, counter, lastUsed: now().toISOString() });
      return finish(writing, account);
    });
    if (done === undefined) return fail({ type: 'passkey-refused' });
    throttle.succeed(tries);
    return ok(done);
  };

  app.post('/api/passkeys/challenge', async (request, reply) => {
    const asked = readMessage(nothingSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    return reply.send({ challenge: await challenges.create(), site: siteOf(routes).hostname });
  });

  app.post('/api/sign-in/passkey', async (request, reply) => {
    const asked = readMessage(passkeySignInRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const begun = await check(request, asked.value.assertion, async (writing, account) => ({
      id: account.id,
      token: await sessions.begin(writing, request, account.id),
      session: await sessionOf(writing, account, routes),
    }));
    if (!begun.ok) return refuse(reply, begun.error);
    request.userId = begun.value.id;
    sessions.handOver(reply, begun.value.token);
    return reply.send(begun.value.session);
  });

  app.post('/api/proof', async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(proofRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const proof = asked.value;
    if ('password' in proof) {
      const checked = await checkPassword(routes, request, who.value.login, proof.password);
      if (!checked.ok) return refuse(reply, checked.error);
      await storage.write((writing) => sessions.prove(writing, request));
    } else {
      const checked = await check(request, proof.assertion, async (writing, { id }) => {
        if (id !== who.value.id) return undefined;
        await sessions.prove(writing, request);
        return id;
      });
      if (!checked.ok) return refuse(reply, checked.error);
    }
    return reply.send({});
  });

  app.get('/api/passkeys', async (request, reply) => {
    const who = await sessions.whoAsks(request);
    if (!who.ok) return refuse(reply, who.error);
    const kept = await storage.read((reading) => reading.passkeysOf(who.value.id));
    const passkeys = kept.map(({ id, name, createdAt, lastUsed }) => ({
      credential: id,
      name,
      createdAt,
      lastUsed,
    }));
    return reply.send({ passkeys });
  });

  app.post('/api/passkeys', async (request, reply) => {
    const who = await sessions.whoProved(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(newPasskeyRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const passkey = await registered(routes, challenges, asked.value);
    if (passkey === undefined) return refuse(reply, { type: 'passkey-refused' });
    const { name, transports, clientData } = asked.value;
    const refused = await storage.write(async (writing): Promise<Refused | undefined> => {
      if ((await writing.passkey(passkey.id)) !== undefined) return { type: 'passkey-refused' };
      if (!(await challenges.use(writing, challengeIn(clientData)))) return { type: 'passkey-refused' };
      const at = { createdAt: now().toISOString(), lastUsed: null };
      await writing.putPasskey({ ...passkey, user: who.value.id, name, transports, ...at });
      return undefined;
    });
    return refused === undefined ? reply.send({}) : refuse(reply, refused);
  });

  app.post('/api/passkeys/remove', async (request, reply) => {
    const who = await sessions.whoProved(request);
    if (!who.ok) return refuse(reply, who.error);
    const asked = readMessage(removedPasskeyRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const isDone = await storage.write(async (writing) => {
      const passkey = await writing.passkey(asked.value.credential);
      if (passkey?.user !== who.value.id) return false;
      await writing.deletePasskey(passkey.id);
      return true;
    });
    return isDone ? reply.send({}) : refuse(reply, { type: 'not-found' });
  });
};
