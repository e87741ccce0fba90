// The one place that speaks to the network: JSON to the own server, every answer parsed, every failure a value.
import type * as z from 'zod/mini';
import { fail, ok, type Result } from '#domain/result.ts';
import { errorBodySchema, type ErrorType } from '#protocol/error.ts';

/** `no-connection`: no answer came. `bad-answer`: an answer came that this program does not understand. */
export type CallFailure = {
  readonly type: ErrorType | 'no-connection' | 'bad-answer';
  /** What in the message it is about, as the server named it. */
  readonly detail?: string | undefined;
};

/** Calls the server; `body` makes it a POST. The function never throws for what the network does. */
export type Call = <Schema extends z.ZodMiniType>(
  path: string,
  answer: Schema,
  body?: unknown,
) => Promise<Result<z.infer<Schema>, CallFailure>>;

/** How long an answer may take, in milliseconds. */
const PATIENCE = 60_000;

/** Chromium hands a long text over in small pieces and a blob in one: from this length on (UTF-16 units) that is quicker. */
const LONG = 50_000;
const bodyOf = (body: unknown): string | Blob => {
  const text = JSON.stringify(body);
  return text.length < LONG ? text : new Blob([text]);
};

const request = (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodyOf(body) }),
  });

/** Calls over the browser's fetch. */
export const call: Call = async (path, answer, body) => {
  let response: Response;
  let content: unknown;
  try {
    response = await request(path, body);
    content = response.status === 204 ? {} : await response.json();
  } catch {
    return fail({ type: 'no-connection' });
  }
  if (!response.ok) {
    const error = errorBodySchema.safeParse(content);
    return fail(error.success ? error.data.error : { type: 'bad-answer' });
  }
  const parsed = answer.safeParse(content);
  return parsed.success ? ok(parsed.data) : fail({ type: 'bad-answer' });
};

/** Opens the line on which the server tells a device that something is new. It stays open: who listens ends it. */
export const connectLine = (device: string, signal: AbortSignal): Promise<Response> =>
  fetch(`/api/live?device=${encodeURIComponent(device)}`, {
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    headers: { accept: 'text/event-stream' },
    signal,
  });
