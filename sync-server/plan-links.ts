// The person's own way to her plan (docs/decisions/0008): routes, cookie and limits that share nothing with the staff's.
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  pinTriesDetail,
  planExchangeRequestSchema,
  planOpenRequestSchema,
  type PlanView,
} from '#protocol/plan-view.ts';
import { refuse, type Refused } from './answers.ts';
import { isHttps } from './config.ts';
import { triesOf, tryPin } from './link-pins.ts';
import { readMessage } from './messages.ts';
import { ownerOf, partnersOf, planViewOf } from './plan-view.ts';
import type { PlanLink, Reading } from './storage/storage.ts';
import type { Surroundings } from './world.ts';

const HOUR = 3_600_000;
/** How long after its acceptance a link may be exchanged, and how long the phone may then read. */
const EXCHANGE_FOR = 72 * HOUR;
const READ_FOR = 90 * 24 * HOUR;

/** As the tablet does it: SHA-256 of the 32 bytes, in base64url. */
const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('base64url');

/** `until` is null for a link that wants a PIN: its phone gets no cookie that would open the plan without it. */
type Exchanged = { readonly until: string | null; readonly plan: PlanView };
type Ended = { readonly type: 'plan-link-unknown' | 'plan-link-used' | 'plan-link-ended' };
/** `proof` is undefined if the phone has none yet. */
type Asked = { readonly secret: string; readonly phone: string; readonly proof?: string };
type Declined = Refused & { readonly alarm?: boolean };

/** Why this phone may not exchange this link now; undefined if it may. The same phone may ask again: answers get lost. */
const whyNot = (link: PlanLink | undefined, phoneHash: string, now: Date): Ended | undefined => {
  if (link === undefined) return { type: 'plan-link-unknown' };
  if (link.revoked) return { type: 'plan-link-ended' };
  if (link.phoneHash === null) {
    const isLate = now.getTime() > Date.parse(link.acceptedAt) + EXCHANGE_FOR;
    return isLate ? { type: 'plan-link-ended' } : undefined;
  }
  if (link.phoneHash !== phoneHash) return { type: 'plan-link-used' };
  return isOver(link, now) ? { type: 'plan-link-ended' } : undefined;
};

const isOver = ({ cookieUntil }: PlanLink, now: Date): boolean =>
  cookieUntil === null || cookieUntil <= now.toISOString();

/** The phone has to ask with a PIN, and has not: nothing is tried, and nothing counted. */
const wantsPin = (link: PlanLink | undefined, { proof }: Asked): Declined | undefined =>
  link === undefined || link.pinCheck === null || proof !== undefined
    ? undefined
    : { type: 'plan-pin-needed', detail: pinTriesDetail(triesOf(link)) };

type World = Pick<Surroundings, 'storage' | 'config' | 'now' | 'newId' | 'log'>;

/**
 * POST /plan-api/exchange, once for a secret, and GET /plan-api/plan by the cookie: both answer the plan itself. So does
 * POST /plan-api/open, for a link that wants a PIN, at each opening. POST /plan-api/leave ends the cookie.
 */
export const planRoutes = (app: FastifyInstance, { storage, config, now, newId, log }: World): void => {
  const secure = isHttps(config);
  const cookieName = secure ? '__Secure-geleit-plan' : 'geleit-plan';
  // Strict: only the plan's own page asks with it. It is fetched by that page, so that coming from a messenger or from
  // the home screen does no harm; Lax would only add that another site's link could carry it.
  const attributes = { path: '/plan-api', httpOnly: true, sameSite: 'strict', secure } as const;
  const planOf = async (reading: Reading, link: PlanLink, at: Date): Promise<PlanView> => {
    const records = await reading.recordsOfCase(link.caseId);
    const others = [...partnersOf(records), ownerOf(records)].filter((id) => id !== undefined);
    const named = await Promise.all([...new Set(others)].map((id) => reading.record(id)));
    const all = [...records, ...named.filter((record) => record !== undefined)];
    return planViewOf(all, link.hash, config.county, at.toISOString());
  };
  const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } });

  /** Decides in one transaction, so that of phones side by side one gets the plan, and each wrong PIN counts. */
  const exchange = (asked: Asked, token: string, at: Date): Promise<Declined | Exchanged> => {
    const [hash, phoneHash] = [hashOfSecret(asked.secret), hashOfSecret(asked.phone)];
    return storage.write(async (writing) => {
      const found = await writing.planLink(hash);
      const reason = whyNot(found, phoneHash, at) ?? wantsPin(found, asked);
      if (found === undefined || reason !== undefined) return reason ?? { type: 'plan-link-unknown' };
      const tried =
        found.pinCheck === null || asked.proof === undefined
          ? undefined
          : await tryPin(writing, found, asked.proof, at, newId);
      if (tried !== undefined && tried.type !== 'right') return tried;
      const until = found.cookieUntil ?? new Date(at.getTime() + READ_FOR).toISOString();
      const cookieHash = tried === undefined ? hashOfSecret(token) : null;
      await writing.putPlanLink({ ...(tried?.link ?? found), phoneHash, cookieHash, cookieUntil: until });
      return { until: tried === undefined ? until : null, plan: await planOf(writing, found, at) };
    });
  };
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
  ): Promise<FastifyReply> => {
    const at = now();
    // Phones that come before the tablet has sent ask again and again: they are answered without a transaction.
    const link = await storage.read((reading) => reading.planLink(hashOfSecret(asked.secret)));
    const seen = whyNot(link, hashOfSecret(asked.phone), at) ?? wantsPin(link, asked);
    if (seen !== undefined) return refuse(reply, seen);
    const token = randomBytes(32).toString('base64url');
    const exchanged = await exchange(asked, token, at);
    if ('type' in exchanged) {
      if (exchanged.alarm === true) log({ event: 'wrong-pins', request: request.id });
      return refuse(reply, exchanged);
    }
    if (exchanged.until !== null)
      reply.setCookie(cookieName, token, { ...attributes, expires: new Date(exchanged.until) });
    return reply.send(exchanged.plan);
  };

  app.post('/plan-api/exchange', perMinute(30), async (request, reply) => {
    const asked = readMessage(planExchangeRequestSchema, request);
    return asked.ok ? answer(request, reply, asked.value) : refuse(reply, asked.error);
  });

  app.post('/plan-api/open', perMinute(30), async (request, reply) => {
    const asked = readMessage(planOpenRequestSchema, request);
    return asked.ok ? answer(request, reply, asked.value) : refuse(reply, asked.error);
  });

  app.get('/plan-api/plan', perMinute(120), async (request, reply) => {
    const token = request.cookies[cookieName];
    if (token === undefined || token === '') return refuse(reply, { type: 'plan-link-unknown' });
    const at = now();
    const found = await storage.read(async (reading) => {
      const link = await reading.planLinkByCookie(hashOfSecret(token));
      if (link === undefined) return { type: 'plan-link-unknown' } as const;
      if (link.revoked || isOver(link, at)) return { type: 'plan-link-ended' } as const;
      return planOf(reading, link, at);
    });
    return 'type' in found ? refuse(reply, found) : reply.send(found);
  });

  // Whoever removes the plan from a phone cannot remove a cookie that no script reads: it ends here, on both sides.
  app.post('/plan-api/leave', perMinute(30), async (request, reply) => {
    const token = request.cookies[cookieName];
    const cookieHash = token === undefined || token === '' ? undefined : hashOfSecret(token);
    if (cookieHash !== undefined)
      await storage.write(async (writing) => {
        const link = await writing.planLinkByCookie(cookieHash);
        if (link !== undefined) await writing.putPlanLink({ ...link, cookieHash: null });
      });
    return reply.clearCookie(cookieName, attributes).send({});
  });
};
