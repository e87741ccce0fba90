// The team: who works here. Only an administrator changes it, and only with the server at hand.
import * as z from 'zod/mini';
import type { Result } from '#domain/result.ts';
import { madePasswordSchema, teamSchema, type NewMemberRequest, type TeamMember } from '#protocol/session.ts';
import type { memberChangeRequestSchema } from '#protocol/session.ts';
import { ok } from '#domain/result.ts';
import type { Call, CallFailure } from './http.ts';

type Answer<Value> = Promise<Result<Value, CallFailure>>;
type MadePassword = z.infer<typeof madePasswordSchema>;

export type TeamPort = {
  readonly list: () => Answer<readonly TeamMember[]>;
  readonly create: (member: NewMemberRequest) => Answer<MadePassword>;
  readonly change: (id: string, change: z.infer<typeof memberChangeRequestSchema>) => Answer<unknown>;
  readonly resetPassword: (id: string) => Answer<MadePassword>;
};

/** Makes the port over a way to call. */
export const createTeamPort = (call: Call): TeamPort => ({
  list: async () => {
    const answer = await call('/api/team', teamSchema);
    return answer.ok ? ok(answer.value.members) : answer;
  },
  create: (member) => call('/api/team', madePasswordSchema, member),
  change: (id, change) => call(`/api/team/${encodeURIComponent(id)}`, z.unknown(), change),
  resetPassword: (id) => call(`/api/team/${encodeURIComponent(id)}/password`, madePasswordSchema, {}),
});
