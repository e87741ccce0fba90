// Reads and writes the part of the address after `#`: the secret, and where in the plan somebody is. It never reaches a server.
import { planSecretSchema } from '#protocol/plan-view.ts';

/** Where somebody is. A step is named by its id. */
export type Place =
  | { readonly at: 'path' | 'appointments' | 'help' | 'language' }
  | { readonly at: 'step'; readonly step: string };

const pages = ['path', 'appointments', 'help', 'language'] as const;

/** `#<secret>`, `#<secret>/help`, `#<secret>/step/<id>`; the secret is null if it is not one. */
export const addressOf = (fragment: string): { readonly secret: string | null; readonly place: Place } => {
  const [head = '', page = '', step] = fragment.replace(/^#/, '').split('/');
  const secret = planSecretSchema.safeParse(head);
  const place: Place =
    page === 'step' && step !== undefined
      ? { at: 'step', step: decodeURIComponent(step) }
      : { at: pages.find((known) => known === page) ?? 'path' };
  return { secret: secret.success ? secret.data : null, place };
};

/** The link to a place; the secret stays in front, so that a bookmark or an icon keeps it. */
export const hrefTo = (secret: string, place: Place): string => {
  if (place.at === 'path') return `#${secret}`;
  return place.at === 'step' ? `#${secret}/step/${encodeURIComponent(place.step)}` : `#${secret}/${place.at}`;
};
