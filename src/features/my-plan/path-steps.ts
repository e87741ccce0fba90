// Sorts the steps of a plan into done, now and later, and says which seven of them are shown.
import type { PlanStep } from '#protocol/plan-view.ts';

/** over: ended without being a success; said in words, without a tick. */
export type StationKind = 'done' | 'over' | 'now' | 'later';
export type Station = { readonly step: PlanStep; readonly kind: StationKind };

const over = new Set(['OHNE_ZIEL', 'ABBRUCH', 'NICHT_ANGETR', 'ABGELEHNT', 'ENTFALLEN']);

const isEnded = ({ state }: PlanStep): boolean => state === 'ERFOLG' || over.has(state ?? '');

/** Every step with its kind. Now is the first one that has not ended: there is one, or none. */
export const stationsOf = (steps: readonly PlanStep[]): readonly Station[] => {
  const now = steps.findIndex((step) => !isEnded(step));
  return steps.map((step, index) => {
    if (index === now) return { step, kind: 'now' };
    if (!isEnded(step)) return { step, kind: 'later' };
    return { step, kind: step.state === 'ERFOLG' ? 'done' : 'over' };
  });
};

/** More than seven stations are no longer a path but a list. */
export const mostStations = 7;

/** Where the seven begin: two steps behind, and the way ahead. */
export const firstShown = (stations: readonly Station[]): number => {
  const now = stations.findIndex(({ kind }) => kind === 'now');
  const behind = now === -1 ? stations.length : Math.max(0, now - 2);
  return Math.max(0, Math.min(behind, stations.length - mostStations));
};

/** The next dates: what begins today or later, soonest first; a contested one has none and comes last. */
export const nextAppointments = (steps: readonly PlanStep[], today: string): readonly PlanStep[] => {
  const ahead = steps.filter((step) => !isEnded(step));
  const dated = ahead
    .filter(({ contested, from }) => !contested && from !== null && from >= today)
    .sort((one, other) =>
      `${one.from ?? ''} ${one.time ?? ''}`.localeCompare(`${other.from ?? ''} ${other.time ?? ''}`),
    );
  return [...dated, ...ahead.filter(({ contested }) => contested)].slice(0, 3);
};
