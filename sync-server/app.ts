// The server, put together: the edge, the routes, the pages. Tests speak to it as they would over the network.
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { refusalBody, refuse } from './answers.ts';
import { assignRoutes } from './assign.ts';
import { deviceRoutes } from './devices.ts';
import { bareHeaders, putOnEdge } from './edge.ts';
import { erasureRoutes } from './erasure-route.ts';
import { createLiveLines } from './live-lines.ts';
import { liveRoutes } from './live.ts';
import { errorForLog, logRequests } from './log.ts';
import { readOnlyJson } from './messages.ts';
import { createNews, withNews } from './news.ts';
import { servePages } from './pages.ts';
import { passkeyRoutes } from './passkeys.ts';
import { planRoutes } from './plan-links.ts';
import { createSessions } from './sessions.ts';
import { setupRoutes } from './setup.ts';
import { signInRoutes } from './sign-in.ts';
import { syncRoutes } from './sync-route.ts';
import { teamRoutes } from './team.ts';
import { createThrottle } from './throttle.ts';
import type { Routes, Surroundings } from './world.ts';

const LARGEST_BODY = 1_048_576;
/** How long a request may take to come in whole, and its head, in milliseconds; and how often that is looked at. */
const LONGEST_REQUEST = 30_000;
const LONGEST_HEAD = 10_000;
const LOOKED_AT = 5_000;
const builtPages = fileURLToPath(new URL('../dist/', import.meta.url));

/**
 * Makes the server without listening.
 * @param surroundings where it keeps things, its settings, the clock, new ids, and who takes its log
 * @param pages the folder of the built pages
 */
export const createApp = async (surroundings: Surroundings, pages = builtPages): Promise<FastifyInstance> => {
  const { config, now, newId, log } = surroundings;
  const news = createNews();
  const storage = withNews(surroundings.storage, news);
  const app = Fastify({
    logger: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: LONGEST_REQUEST,
    // Node takes the longer of the two for the whole, whichever is meant for the head.
    http: { headersTimeout: LONGEST_HEAD, connectionsCheckingInterval: LOOKED_AT },
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (_error, _request, reply) => {
      refuse(reply.headers(bareHeaders), { type: 'bad-message' });
    },
    clientErrorHandler: (_error, socket) => {
      const body = JSON.stringify(refusalBody({ type: 'bad-message' }));
      const headers = {
        ...bareHeaders,
        'content-type': 'application/json',
        'content-length': body.length,
        connection: 'close',
      };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      if (socket.writable) socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('')}\r\n${body}`);
    },
  });
  const sessions = createSessions(storage, config, now);
  const failed = (error: unknown): void => log({ event: 'trouble', request: '-', error: errorForLog(error) });
  const routes: Routes = {
    ...surroundings,
    storage,
    sessions,
    throttle: createThrottle(() => now().getTime()),
    live: createLiveLines({ storage, news, sessions, failed }),
  };

  await putOnEdge(app, config, log);
  logRequests(app, log);
  readOnlyJson(app);
  app.get('/health', async (_request, reply) => {
    await storage.read((reading) => reading.head());
    return reply.send({ ready: true });
  });
  signInRoutes(app, routes);
  passkeyRoutes(app, routes);
  deviceRoutes(app, routes);
  teamRoutes(app, routes);
  setupRoutes(app, routes);
  syncRoutes(app, routes);
  erasureRoutes(app, routes);
  liveRoutes(app, routes);
  assignRoutes(app, routes);
  planRoutes(app, { storage, config, now, newId, log });
  await servePages(app, pages);
  return app;
};
