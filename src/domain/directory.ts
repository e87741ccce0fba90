// The order of names in a German directory: ä beside a, Straße 2 before Straße 10, capitals no different.
import { once } from './once.ts';

/** A browser takes some 15 ms to make its first collator: a list that is in order already must not wait for it. */
const collator = once(() => new Intl.Collator('de', { numeric: true, sensitivity: 'base' }));

/** Compares two texts as a German directory sorts them; 0 if it makes no difference between them. */
export const compareInDirectory = (a: string, b: string): number => collator().compare(a, b);
