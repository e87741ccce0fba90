// The phone's only way to the network: the secret for a plan, and later the plan by the cookie.
import { planErrorSchema, planViewSchema, type PlanView } from '#protocol/plan-view.ts';
import { fail, ok, type Failure, type Result } from '#domain/result.ts';

/**
 * unknown: the tablet has not sent yet. used: another phone has it. ended: taken back or run out.
 * not-reached: no network, or no answer that can be understood.
 */
export type PlanFailure = Failure<
  'plan-link-unknown' | 'plan-link-used' | 'plan-link-ended' | 'plan-not-reached'
>;

/** What the phone asks for. Both may be asked again at any time. */
export type PlanPort = {
  /** Once for a secret; again only by the phone that made the same key. */
  readonly exchange: (secret: string, phone: string) => Promise<Result<PlanView, PlanFailure>>;
  /** Afterwards, by the cookie. */
  readonly fetchPlan: () => Promise<Result<PlanView, PlanFailure>>;
  /** Ends the cookie on the server and on this phone. Whether the server was reached. */
  readonly leave: () => Promise<boolean>;
};

const notReached = fail<PlanFailure>({ type: 'plan-not-reached' });
const known: ReadonlyMap<string, PlanFailure> = new Map(
  (['plan-link-unknown', 'plan-link-used', 'plan-link-ended'] as const).map((type) => [type, { type }]),
);

const answerOf = async (response: Response): Promise<Result<PlanView, PlanFailure>> => {
  const body: unknown = await response.json();
  if (response.ok) {
    const plan = planViewSchema.safeParse(body);
    return plan.success ? ok(plan.data) : notReached;
  }
  const error = planErrorSchema.safeParse(body);
  const failure = error.success ? known.get(error.data.error.type) : undefined;
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
