// Reads and writes the part of the address after `#`: the secret, and where in the plan somebody is. It never reaches a server.
import { planSecretSchema } from '#protocol/plan-view.ts';

/** Where somebody is. A step is named by its id. */
export type Place =
  | { readonly at: 'path' | 'appointments' | 'help' | 'language' }
  | { readonly at: 'step'; readonly step: string }
  /** The plan in pictures; without a step: the one that is now. */
  | { readonly at: 'pictures'; readonly step: string | null };

const pages = ['path', 'appointments', 'help', 'language'] as const;

const placeOf = (page: string, step: string | undefined): Place => {
  const id = step === undefined ? null : decodeURIComponent(step);
  if (page === 'pictures') return { at: 'pictures', step: id };
  if (page === 'step' && id !== null) return { at: 'step', step: id };
  return { at: pages.find((known) => known === page) ?? 'path' };
};

/** `#<secret>`, `#<secret>/help`, `#<secret>/step/<id>`; the secret is null if it is not one. */
export const addressOf = (fragment: string): { readonly secret: string | null; readonly place: Place } => {
  const [head = '', page = '', step] = fragment.replace(/^#/, '').split('/');
  const secret = planSecretSchema.safeParse(head);
  return { secret: secret.success ? secret.data : null, place: placeOf(page, step) };
};

/** The link to a place; the secret stays in front, so that a bookmark or an icon keeps it. */
export const hrefTo = (secret: string, place: Place): string => {
  if (place.at === 'path') return `#${secret}`;
  const id = 'step' in place && place.step !== null ? `/${encodeURIComponent(place.step)}` : '';
  return `#${secret}/${place.at}${id}`;
};
