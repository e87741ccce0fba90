// The phone's only way to the network: the secret for a plan, and later the plan by the cookie.
import {
  pinTriesOf,
  planErrorSchema,
  planViewSchema,
  type PinTries,
  type PlanView,
} from '#protocol/plan-view.ts';
import { fail, ok, type Failure, type Result } from '#domain/result.ts';

/**
 * unknown: the tablet has not sent yet. used: another phone has it. ended: taken back or run out. too-many-tries: the
 * server tries no PIN just now. not-reached: no network, or no answer that can be understood.
 */
export type PlanFailure =
  | Failure<
      'plan-link-unknown' | 'plan-link-used' | 'plan-link-ended' | 'too-many-tries' | 'plan-not-reached'
    >
  | PinFailure;

/** The link wants a PIN, or another one. */
export type PinFailure = {
  readonly type: 'plan-pin-needed' | 'plan-pin-wrong';
  readonly tries: PinTries;
};

/** What the phone asks for. Both may be asked again at any time. */
export type PlanPort = {
  /** Once for a secret; again only by the phone that made the same key. */
  readonly exchange: (secret: string, phone: string) => Promise<Result<PlanView, PlanFailure>>;
  /** The same for a link that wants a PIN, at each opening; `proof` is what PIN and secret make together. */
  readonly open: (secret: string, phone: string, proof: string) => Promise<Result<PlanView, PlanFailure>>;
  /** Afterwards, by the cookie. */
  readonly fetchPlan: () => Promise<Result<PlanView, PlanFailure>>;
  /** Ends the cookie on the server and on this phone. Whether the server was reached. */
  readonly leave: () => Promise<boolean>;
};

const notReached = fail<PlanFailure>({ type: 'plan-not-reached' });
const known: ReadonlyMap<string, PlanFailure> = new Map(
  (['plan-link-unknown', 'plan-link-used', 'plan-link-ended', 'too-many-tries'] as const).map((type) => [
    type,
    { type },
  ]),
);

const failureOf = (type: string, detail: string | undefined): PlanFailure | undefined => {
  if (type !== 'plan-pin-needed' && type !== 'plan-pin-wrong') return known.get(type);
  const tries = pinTriesOf(detail);
  return tries === undefined ? undefined : { type, tries };
};

const answerOf = async (response: Response): Promise<Result<PlanView, PlanFailure>> => {
  const body: unknown = await response.json();
  if (response.ok) {
    const plan = planViewSchema.safeParse(body);
    return plan.success ? ok(plan.data) : notReached;
  }
  const error = planErrorSchema.safeParse(body);
  const failure = error.success ? failureOf(error.data.error.type, error.data.error.detail) : undefined;
  return failure === undefined ? notReached : fail(failure);
};

/** The port over the network; tests hand in a network of their own. */
export const createPlanPort = (network: typeof fetch = (input, init) => fetch(input, init)): PlanPort => {
  const ask = async (path: string, request: RequestInit): Promise<Result<PlanView, PlanFailure>> => {
    try {
      return await answerOf(
        await network(path, { ...request, cache: 'no-store', credentials: 'same-origin' }),
      );
    } catch {
      return notReached; // no network, or half an answer
    }
  };
  const post = (message: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  return {
    exchange: (secret, phone) => ask('/plan-api/exchange', post({ secret, phone })),
    open: (secret, phone, proof) => ask('/plan-api/open', post({ secret, phone, proof })),
    fetchPlan: () => ask('/plan-api/plan', {}),
    leave: async () => {
      try {
        return (await network('/plan-api/leave', { ...post({}), credentials: 'same-origin' })).ok;
      } catch {
        return false;
      }
    },
  };
};
