// What comes in: JSON in sound UTF-8 and nothing else, then a schema of the protocol before anybody looks inside.
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { safeParse, type $ZodType, type output } from 'zod/v4/core';
import { isSoundText } from '#domain/json.ts';
import { fail, ok, type Result } from '#domain/result.ts';

/** Deeper than any message of the protocol. */
const DEEPEST = 14;

/** Whether every text in a message survives both databases: no NUL, no lone surrogate. */
const isSound = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return isSoundText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  return Object.entries(value).every(([key, entry]) => isSoundText(key) && isSound(entry, depth + 1));
};

class BadMessage extends Error {
  readonly statusCode = 400;
}

/** Takes `application/json` and refuses every other content type. Keys that reach a prototype are refused as well. */
export const readOnlyJson = (app: FastifyInstance): void => {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
    if (bytes.length === 0) return done(null, undefined);
    if (!isUtf8(bytes)) return done(new BadMessage('not UTF-8'));
    const text = bytes.toString('utf8');
    return parseJson(request, text, (error, value: unknown) => {
      if (error !== null) return done(error);
      // Only an escape can bring in what UTF-8 itself cannot.
      if (text.includes('\\u') && !isSound(value)) return done(new BadMessage('unsound text'));
      return done(null, value);
    });
  });
};

export type BadMessageFailure = { readonly type: 'bad-message'; readonly detail?: string | undefined };

/**
 * Looks at a message by its schema. Some checks look at what is of another type as well: a forged `length` that nothing can
 * be compared with makes them stumble. Such a message is as bad as any other, and no trouble of ours.
 */
const look = <Schema extends $ZodType>(schema: Schema, message: unknown) => {
  try {
    return safeParse(schema, message);
  } catch {
    return undefined;
  }
};

/** Reads a message by its schema; `detail` names the first wrong place, as far as the protocol knows that place. */
export const readMessage = <Schema extends $ZodType>(
  schema: Schema,
  request: FastifyRequest,
): Result<output<Schema>, BadMessageFailure> => {
  const parsed = look(schema, request.body);
  if (parsed === undefined) return fail({ type: 'bad-message' });
  if (parsed.success) return ok(parsed.data);
  const place = parsed.error.issues[0]?.path.map(String).join('/') ?? '';
  return fail({ type: 'bad-message', detail: /^[\w/-]{1,200}$/.test(place) ? place : undefined });
};
