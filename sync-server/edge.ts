// The edge: what every request meets before it reaches a route, and every answer before it leaves.
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { constants } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { statusToRefusal, refuse } from './answers.ts';
import { isHttps, type Config } from './config.ts';
import { errorForLog, type Log } from './log.ts';

/**
 * Nothing from elsewhere, nothing inline; WebAssembly for Argon2id in the browser. Under Trusted Types no text becomes
 * markup or code: the pages' one policy (src/app/worker-address.ts) names their service workers and nothing else.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['geleit-worker'],
  },
};

/** For answers that are data and no page: whatever a browser takes them for, nothing in them is loaded, run or framed. */
const DATA_POLICY = "default-src 'none';frame-ancestors 'none'";

/** For refusals that come before the edge: to what is no address, or no HTTP at all. */
export const bareHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': DATA_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

const permissionsPolicy = [
  'camera=(self)',
  ...['accelerometer', 'browsing-topics', 'display-capture', 'encrypted-media', 'geolocation'].map(none),
  ...[
    'gyroscope',
    'hid',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map(none),
].join(', ');

function none(feature: string): string {
  return `${feature}=()`;
}

const isApi = (url: string): boolean => /^\/(api|plan-api|health)(\/|\?|$)/.test(url);
const isSafe = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/** Whether an unsafe request comes from one of our own pages, or from no page at all. */
const isFromOurPages = (request: FastifyRequest, config: Config): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === config.publicUrl || URL.parse(origin)?.host === request.host;
};

/** Puts the edge on. The rate limit comes first: it does not cover what was registered before it. */
export const putOnEdge = async (app: FastifyInstance, config: Config, log: Log): Promise<void> => {
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: 60_000,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
  await app.register(helmet, {
    contentSecurityPolicy,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps(config) ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
  await app.register(compress, {
    encodings: ['zstd', 'br', 'gzip'],
    requestEncodings: ['br', 'gzip'],
    // Zstandard packs a page of records smaller than Brotli's lowest quality, in two thirds of its time. The lowest one, for
    // older browsers, takes a tenth of the usual time and is hardly larger.
    syncThreshold: 32_768,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
  });
  await app.register(cookie);

  app.addHook('onRequest', async (request, reply) => {
    // What is no page runs nothing: two words say so, and a phone far from the mast need not carry the rest.
    if (isApi(request.url))
      reply.headers({ 'cache-control': 'no-store', 'content-security-policy': DATA_POLICY });
    else reply.header('permissions-policy', permissionsPolicy);
    if (!isSafe(request.method) && !isFromOurPages(request, config))
      return refuse(reply, { type: 'not-allowed' });
    return undefined;
  });
  app.setErrorHandler((error: unknown, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    const refusal = statusToRefusal(status);
    if (refusal !== undefined) return refuse(reply, refusal);
    log({ event: 'trouble', request: request.id, error: errorForLog(error) });
    return refuse(reply, { type: 'server-trouble' });
  });
};
