// What kind of device this is, and how it is called until somebody calls it otherwise: two versions say where they were written.

export type DeviceKind = 'tablet' | 'phone' | 'computer';

/** The longest name of a device (`deviceRequestSchema`). */
const LONGEST = 60;

/** By what the browser says of itself. An iPad says that it is a Macintosh, and has a screen for fingers. */
export const deviceKindOf = (agent: string, touchPoints: number): DeviceKind => {
  if (/iPhone|Android.*Mobile/.test(agent)) return 'phone';
  if (/iPad|Android/.test(agent)) return 'tablet';
  return agent.includes('Macintosh') && touchPoints > 1 ? 'tablet' : 'computer';
};

/** The first name of a device. */
export const deviceNameOf = (kind: string, person: string): string =>
  [kind, person.trim()]
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, LONGEST)
    .trim();
