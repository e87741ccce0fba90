// The built pages: the staff's app at /, the person's plan at /plan/. Without a build there is only the interface.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './answers.ts';

/** Built files whose names hold a hash of their content: they never change. */
const isHashed = (path: string): boolean => /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+$/.test(path);
const isAlwaysAsked = (path: string): boolean => /(\.html|\.webmanifest|[\\/]sw\.js)$/.test(path);

const cachingOf = (path: string): string => {
  if (isHashed(path)) return 'public, max-age=31536000, immutable';
  return isAlwaysAsked(path) ? 'no-cache' : 'public, max-age=3600';
};

/** An address inside the app, such as /cases/…: the browser asks for a page, and no file bears that name. */
const isDeepLink = ({ method, url, headers }: FastifyRequest): boolean => {
  const [path = ''] = url.split('?');
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (/^\/(api|plan-api|health|assets)(\/|$)/.test(path) || /\.[A-Za-z0-9]+$/.test(path)) return false;
  return (headers.accept ?? '*/*').split(',').some((type) => /^\s*(text\/html|\*\/\*)/.test(type));
};

/**
 * Serves the pages, and answers everything unknown.
 * @param folder where the build lies
 */
export const servePages = async (app: FastifyInstance, folder: string): Promise<void> => {
  const hasPages = existsSync(join(folder, 'index.html'));
  if (hasPages) {
    await app.register(fastifyStatic, {
      root: folder,
      dotfiles: 'ignore',
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header('cache-control', cachingOf(path));
      },
    });
    app.get('/plan', (_request, reply) => reply.redirect('/plan/', 308));
  }
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    if (!hasPages || !isDeepLink(request)) return refuse(reply, { type: 'not-found' });
    return reply.sendFile(/^\/plan\//.test(request.url) ? 'plan/index.html' : 'index.html');
  });
};
