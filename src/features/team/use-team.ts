// The team as the server has it: asked for when the page opens, and again after each deed.
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#domain/result.ts';
import { usePorts, type Member } from '#features/ports.tsx';
import { inTeamOrder } from './members.ts';

export type TeamState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly members: readonly Member[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The list, and the way to ask again. */
export const useTeam = (): { readonly state: TeamState; readonly load: () => Promise<void> } => {
  const { team } = usePorts();
  const [state, setState] = useState<TeamState>({ kind: 'loading' });
  const load = useCallback(async () => {
    const answer = await team.list();
    setState(
      answer.ok
        ? { kind: 'there', members: inTeamOrder(answer.value) }
        : { kind: 'failed', failure: answer.error },
    );
  }, [team]);
  useEffect(() => {
    void load();
  }, [load]);
  return { state, load };
};
