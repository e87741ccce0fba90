// Handing cases over: only a supervisor does, and only with the server at hand.
import * as z from 'zod/mini';
import { ok, type Result } from '#domain/result.ts';
import { stillHeldListSchema, type AssignRequest, type StillHeld } from '#protocol/assign.ts';
import type { Call, CallFailure } from './http.ts';

type Answer<Value> = Promise<Result<Value, CallFailure>>;

export type HandOverPort = {
  readonly assign: (assignment: {
    readonly caseIds: readonly string[];
    readonly owner: string;
    readonly deputies?: readonly string[] | undefined;
  }) => Answer<unknown>;
  /** The devices that have not said yet that they purged a case. */
  readonly held: () => Answer<readonly StillHeld[]>;
};

/** Makes the port over a way to call. */
export const createHandOverPort = (call: Call): HandOverPort => ({
  assign: ({ caseIds, owner, deputies }) => {
    const request: AssignRequest = { caseIds: [...caseIds], owner };
    if (deputies !== undefined) request.deputies = [...deputies];
    return call('/api/cases/assign', z.unknown(), request);
  },
  held: async () => {
    const answer = await call('/api/cases/held', stillHeldListSchema);
    return answer.ok ? ok(answer.value.held) : answer;
  },
});
