// The server, put together: the edge, the routes, the pages. Tests speak to it as they would over the network.
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { refusalBody, refuse } from './answers.ts';
import { assignRoutes } from './assign.ts';
import { deviceRoutes } from './devices.ts';
import { putOnEdge } from './edge.ts';
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
    requestTimeout: 30_000,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (_error, _request, reply) => {
      refuse(reply, { type: 'bad-message' });
    },
    clientErrorHandler: (_error, socket) => {
      const body = JSON.stringify(refusalBody({ type: 'bad-message' }));
      const head = `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\nconnection: close`;
      if (socket.writable) socket.end(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
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
