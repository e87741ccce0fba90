// What is measured: the names of the works, their units, and in which visit to the browser each is taken.
import type { Shape } from './records.ts';

/** What a subject is asked to do. The names are fixed: results of different days are compared by them. */
export const works = [
  'first-sync',
  'first-list',
  'first-50',
  'first-sync-slow',
  'first-sync-50k',
  'first-sync-bytes',
  'push-1000',
  'nothing-to-do',
  'nothing-to-do-100k',
  'remote-10',
  'remote-10-bytes',
  'save-one',
  'cold-start',
  'cold-start-data',
  'search',
  'disk',
] as const;
export type Work = (typeof works)[number];
export const isWork = (text: string): text is Work => works.some((work) => work === text);

/** Works with far more records than the others: they are run only when they are asked for. */
export const largeWorks: readonly Work[] = ['first-sync-50k', 'nothing-to-do-100k'];

/** How many times as large a work's county is: so that it comes to about 50,000 or 100,000 records in either shape. */
export const scaleOf = (work: Work, shape: Shape): number => {
  const scale = work === 'first-sync-50k' ? 5 : work === 'nothing-to-do-100k' ? 10 : 1;
  return scale > 1 && shape === 'persons' ? scale / 2 : scale;
};

export type Unit = 'ms' | 'bytes';
export const unitOf = (work: Work): Unit => (work === 'disk' || work.endsWith('-bytes') ? 'bytes' : 'ms');
