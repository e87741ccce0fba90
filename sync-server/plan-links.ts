// The person's own way to her plan (docs/decisions/0008): routes, cookie and limits that share nothing with the staff's.
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { planExchangeRequestSchema, type PlanView } from '#protocol/plan-view.ts';
import { refuse } from './answers.ts';
import { isHttps, type Config } from './config.ts';
import { readMessage } from './messages.ts';
import { ownerOf, partnersOf, planViewOf } from './plan-view.ts';
import type { PlanLink, Reading, Storage } from './storage/storage.ts';

const HOUR = 3_600_000;
/** How long after its acceptance a link may be exchanged, and how long the phone may then read. */
const EXCHANGE_FOR = 72 * HOUR;
const READ_FOR = 90 * 24 * HOUR;

/** As the tablet does it: SHA-256 of the 32 bytes, in base64url. */
const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('base64url');

type Exchanged = { readonly until: string; readonly plan: PlanView };
type Ended = { readonly type: 'plan-link-unknown' | 'plan-link-used' | 'plan-link-ended' };

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

/**
 * POST /plan-api/exchange, once for a secret, and GET /plan-api/plan by the cookie: both answer the plan itself.
 * POST /plan-api/leave ends the cookie.
 */
export const planRoutes = (
  app: FastifyInstance,
  { storage, config, now }: { readonly storage: Storage; readonly config: Config; readonly now: () => Date },
): void => {
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

  app.post('/plan-api/exchange', perMinute(30), async (request, reply) => {
    const asked = readMessage(planExchangeRequestSchema, request);
    if (!asked.ok) return refuse(reply, asked.error);
    const [hash, phoneHash] = [hashOfSecret(asked.value.secret), hashOfSecret(asked.value.phone)];
    const token = randomBytes(32).toString('base64url');
    const at = now();
    // Phones that come before the tablet has sent ask again and again: they are answered without a transaction.
    const seen = whyNot(await storage.read((reading) => reading.planLink(hash)), phoneHash, at);
    if (seen !== undefined) return refuse(reply, seen);
    const exchanged = await storage.write(async (writing): Promise<Ended | Exchanged> => {
      const link = await writing.planLink(hash);
      const reason = whyNot(link, phoneHash, at);
      if (link === undefined || reason !== undefined) return reason ?? { type: 'plan-link-unknown' };
      const until = link.cookieUntil ?? new Date(at.getTime() + READ_FOR).toISOString();
      await writing.putPlanLink({ ...link, phoneHash, cookieHash: hashOfSecret(token), cookieUntil: until });
      return { until, plan: await planOf(writing, link, at) };
    });
    if ('type' in exchanged) return refuse(reply, exchanged);
    return reply
      .setCookie(cookieName, token, { ...attributes, expires: new Date(exchanged.until) })
      .send(exchanged.plan);
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
