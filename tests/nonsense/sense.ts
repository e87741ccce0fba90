// Whether an answer makes sense: no trouble of the server's own, a refusal in the form of the protocol, no word of its insides.
import type { LightMyRequestResponse } from 'fastify';
import { errorBodySchema } from '#protocol/error.ts';

/** What only the program, its packages and its databases say. Nothing that is sent contains it. */
const insides =
  /node_modules|sync-server\/|\n\s+at |\.ts:\d|SQLITE_|SqliteError|better-sqlite|PostgreSQL|\bpg_\w+\.|invalid byte sequence|Unicode escape|duplicate key|violates|relation "|\$argon2|ECONN|TypeError|RangeError/;

const isRefusal = ({ body }: LightMyRequestResponse): boolean => {
  try {
    return errorBodySchema.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
};

/**
 * What is wrong with an answer; undefined if nothing is.
 * @param method how it was asked: what answers HEAD has no body
 */
export const wrongIn = (answer: LightMyRequestResponse, method: string): string | undefined => {
  const { statusCode, body } = answer;
  if (statusCode >= 500) return `trouble of its own: ${statusCode}`;
  if (statusCode >= 400 && method !== 'HEAD' && !isRefusal(answer)) return `no refusal: ${statusCode}`;
  const found = insides.exec(body)?.[0];
  return found === undefined ? undefined : `a word of its insides: ${found}`;
};
