// How the server says no: always `{ error: { type, detail? } }` with a fitting status, never a stack or a name.
import type { FastifyReply } from 'fastify';
import type { ErrorBody, ErrorType } from '#protocol/error.ts';

/** A refusal on its way out. `retryAfter` is in milliseconds. */
export type Refused = {
  readonly type: ErrorType;
  readonly detail?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly status?: number | undefined;
};

const statusByType: Readonly<Record<ErrorType, number>> = {
  'bad-message': 400,
  'too-large': 413,
  'not-signed-in': 401,
  'wrong-password': 401,
  'too-many-tries': 429,
  'not-allowed': 403,
  'not-found': 404,
  'device-unknown': 403,
  fork: 409,
  'client-too-old': 426,
  'server-trouble': 500,
  'name-taken': 409,
  'password-too-short': 400,
  'password-guessable': 400,
  'last-administrator': 409,
  'code-wrong': 403,
  'plan-link-unknown': 404,
  'plan-link-used': 409,
  'plan-link-ended': 410,
  'passkey-refused': 401,
  'proof-needed': 403,
  'plan-pin-needed': 401,
  'plan-pin-wrong': 403,
  'device-revoked': 410,
};

/** The body of a refusal, as src/protocol/error.ts has it. */
export const refusalBody = ({ type, detail }: Refused): ErrorBody => ({
  error: detail === undefined ? { type } : { type, detail: detail.slice(0, 200) },
});

/** Sends a refusal. */
export const refuse = (reply: FastifyReply, refused: Refused): FastifyReply => {
  if (refused.retryAfter !== undefined) reply.header('retry-after', Math.ceil(refused.retryAfter / 1000));
  return reply.code(refused.status ?? statusByType[refused.type]).send(refusalBody(refused));
};

/** What an error of the framework means to whoever asked; undefined for trouble of our own. */
export const statusToRefusal = (status: number): Refused | undefined => {
  if (!(status >= 400 && status < 500)) return undefined;
  const typeByStatus: Readonly<Record<number, ErrorType>> = {
    404: 'not-found',
    413: 'too-large',
    429: 'too-many-tries',
  };
  return { type: typeByStatus[status] ?? 'bad-message', status };
};
