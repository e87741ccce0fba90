// Sessions of the staff: an opaque token in a cookie that no script reads, and only its hash in the database.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail, ok, type Result } from '#domain/result.ts';
import type { UserRole } from '#domain/user.ts';
import { isHttps, type Config } from './config.ts';
import { createToken, hashOfToken } from './secrets.ts';
import type { Account, Reading, SessionRow, Storage, Writing } from './storage/storage.ts';

export type NotAllowed = { readonly type: 'not-signed-in' | 'not-allowed' };
export type NotProved = NotAllowed | { readonly type: 'proof-needed' };

/** How long somebody counts as having shown who she is, in milliseconds. */
const PROOF_HOLDS = 5 * 60_000;

export type Sessions = {
  /** Who asks. With roles: only if she has one of them. */
  readonly whoAsks: (
    request: FastifyRequest,
    roles?: readonly UserRole[],
  ) => Promise<Result<Account, NotAllowed>>;
  /** The same, for deeds that want her to have shown a moment ago who she is. */
  readonly whoProved: (
    request: FastifyRequest,
    roles?: readonly UserRole[],
  ) => Promise<Result<Account, NotProved>>;
  /** The session is used from this device from now on, and ends with it. */
  readonly bind: (request: FastifyRequest, device: string) => Promise<void>;
  /** She has just shown it, in the transaction under way. */
  readonly prove: (writing: Writing, request: FastifyRequest) => Promise<void>;
  /** What the session of a request is known by; undefined if it brings none. */
  readonly tokenHashOf: (request: FastifyRequest) => string | undefined;
  /** Whose session this is, as long as it holds and she may sign in. */
  readonly accountOf: (reading: Reading, tokenHash: string) => Promise<Account | undefined>;
  /** Begins a session in the transaction under way; the one the request came with ends. */
  readonly begin: (writing: Writing, request: FastifyRequest, user: string) => Promise<string>;
  /** Hands the token to the browser, once the transaction is through. */
  readonly handOver: (reply: FastifyReply, token: string) => void;
  readonly end: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
};

/** @param now the clock */
export const createSessions = (storage: Storage, config: Config, now: () => Date): Sessions => {
  const secure = isHttps(config);
  const name = secure ? '__Host-geleit' : 'geleit';
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  const lifetime = config.sessionHours * 3600;
  const idle = config.sessionIdleMinutes * 60_000;
  /** A session ends when nobody has asked with it for a while, and at the latest after its lifetime. */
  const endOf = (createdAt: string, at: Date): string =>
    new Date(Math.min(Date.parse(createdAt) + lifetime * 1000, at.getTime() + idle)).toISOString();
  /** Is written now and then, not with every request. */
  const prolong = async ({ tokenHash, createdAt, expiresAt: before }: SessionRow): Promise<void> => {
    const expiresAt = endOf(createdAt, now());
    if (Date.parse(expiresAt) - Date.parse(before) < idle / 10) return;
    await storage.write(async (writing) => {
      // It may have ended in between.
      const current = await writing.session(tokenHash);
      if (current !== undefined) await writing.putSession({ ...current, expiresAt });
    });
  };
  const hashIn = (request: FastifyRequest): string | undefined => {
    const token = request.cookies[name];
    return token === undefined || token === '' ? undefined : hashOfToken(token);
  };
  const accountOf: Sessions['accountOf'] = async (reading, tokenHash) => {
    const session = await reading.session(tokenHash);
    if (session === undefined || session.expiresAt <= now().toISOString()) return undefined;
    const account = await reading.account(session.user);
    return account?.active === true ? account : undefined;
  };
  type Found = { readonly account: Account; readonly session: SessionRow };
  const find = async (
    request: FastifyRequest,
    roles: readonly UserRole[] | undefined,
  ): Promise<Result<Found, NotAllowed>> => {
    const tokenHash = hashIn(request);
    if (tokenHash === undefined) return fail({ type: 'not-signed-in' });
    const found = await storage.read(async (reading) => {
      const [account, session] = [await accountOf(reading, tokenHash), await reading.session(tokenHash)];
      return account === undefined || session === undefined ? undefined : { account, session };
    });
    if (found === undefined) return fail({ type: 'not-signed-in' });
    const { account } = found;
    await prolong(found.session);
    request.userId = account.id;
    return roles === undefined || roles.includes(account.role) ? ok(found) : fail({ type: 'not-allowed' });
  };
  return {
    tokenHashOf: hashIn,
    accountOf,
    whoAsks: async (request, roles) => {
      const found = await find(request, roles);
      return found.ok ? ok(found.value.account) : found;
    },
    whoProved: async (request, roles) => {
      const found = await find(request, roles);
      if (!found.ok) return found;
      const { account, session } = found.value;
      const age = now().getTime() - Date.parse(session.provenAt);
      return age < PROOF_HOLDS ? ok(account) : fail({ type: 'proof-needed' });
    },
    bind: async (request, device) => {
      const tokenHash = hashIn(request) ?? '';
      const session = await storage.read((reading) => reading.session(tokenHash));
      if (session === undefined || session.device === device) return;
      await storage.write(async (writing) => {
        // It may have ended in between.
        const current = await writing.session(tokenHash);
        if (current !== undefined) await writing.putSession({ ...current, device });
      });
    },
    prove: async (writing, request) => {
      const session = await writing.session(hashIn(request) ?? '');
      if (session !== undefined) await writing.putSession({ ...session, provenAt: now().toISOString() });
    },
    begin: async (writing, request, user) => {
      const before = hashIn(request);
      if (before !== undefined) await writing.deleteSession(before);
      const token = createToken();
      const createdAt = now().toISOString();
      await writing.deleteEndedSessions(createdAt);
      const expiresAt = endOf(createdAt, now());
      const facts = { user, createdAt, expiresAt, provenAt: createdAt, device: null };
      await writing.putSession({ tokenHash: hashOfToken(token), ...facts });
      return token;
    },
    handOver: (reply, token) => {
      reply.setCookie(name, token, { ...attributes, maxAge: Math.floor(lifetime) });
    },
    end: async (request, reply) => {
      const tokenHash = hashIn(request);
      if (tokenHash !== undefined) await storage.write((writing) => writing.deleteSession(tokenHash));
      reply.clearCookie(name, attributes);
    },
  };
};
