// The server's log: one line a request, with ids and never with names, bodies or addresses of a plan.
import type { FastifyInstance } from 'fastify';

export type LogLine = {
  /** wrong-pins: so many came within the hour that the county takes no new phone for a while. */
  readonly event: 'request' | 'trouble' | 'wrong-pins';
  readonly request: string;
  readonly method?: string;
  /** The route's pattern, not the address that was asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly user?: string | undefined;
  /** Where in the program something went wrong: the kind of error and its frames, without its message. */
  readonly error?: string;
};
export type Log = (line: LogLine) => void;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, as far as the route has asked; for the log. */
    userId: string | undefined;
  }
}

/** What may be told of an error: a message can carry a person's words, the frames cannot. */
export const errorForLog = (error: unknown): string => {
  if (!(error instanceof Error)) return 'not an error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames.map((frame) => frame.trim())].slice(0, 12).join(' | ');
};

/** Writes a line for every request that was answered. */
export const logRequests = (app: FastifyInstance, log: Log): void => {
  app.decorateRequest('userId', undefined);
  app.addHook('onResponse', async (request, reply) => {
    log({
      event: 'request',
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '-',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      user: request.userId,
    });
  });
};
