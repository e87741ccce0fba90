// One subject's run in one shape: its visits to the browser, and the works that each of them brings.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { coldStarts, firstVisit, largeVisit, slowVisit, watchedVisit, type Surroundings } from './visits.ts';
import type { Shape } from './records.ts';
import { subjects, type SubjectName } from './subjects.ts';
import { scaleOf, works, type Work } from './works.ts';

export type Sample = {
  readonly work: Work;
  readonly shape: Shape;
  readonly subject: SubjectName;
  readonly value: number;
  /** How many records the county had. */
  readonly records: number;
};

export type Run = {
  readonly subject: SubjectName;
  readonly shape: Shape;
  readonly wanted: ReadonlySet<Work>;
  /** A folder for data, and the one with the pages. */
  readonly folder: string;
  readonly pages: string;
  readonly port: number;
};

/** The works of a run that a subject is asked for. */
export const worksOf = ({ subject, wanted }: Pick<Run, 'subject' | 'wanted'>): ReadonlySet<Work> => {
  const only = subjects[subject].only ?? works;
  return new Set(only.filter((work) => wanted.has(work)));
};

/** Starts a server of a size, makes the visits that bring a wanted work, and stops it. */
const atScale = async (run: Run, scale: number, wanted: ReadonlySet<Work>): Promise<readonly Sample[]> => {
  const { subject, shape } = run;
  const folder = mkdtempSync(join(run.folder, 'run-'));
  const start = await subjects[subject].server();
  const server = await start({ shape, scale, folder, pages: run.pages, port: run.port });
  const records = await server.count();
  const samples: Sample[] = [];
  const surroundings: Surroundings = {
    server,
    records,
    address: (cold) =>
      `${server.url}/${subject}.html?shape=${shape}&scale=${scale}${cold === true ? '&visit=cold' : ''}`,
    wants: (...asked) => asked.some((work) => wanted.has(work)),
    note: (work, value) => {
      if (wanted.has(work)) samples.push({ work, shape, subject, value, records });
    },
    newProfile: () => mkdtempSync(join(folder, 'profile-')),
  };
  const { wants } = surroundings;
  try {
    if (scale > 1) await largeVisit(surroundings);
    else {
      if (wants('first-50', 'disk')) await watchedVisit(surroundings);
      if (wants('first-sync-slow')) await slowVisit(surroundings);
      const profile = await firstVisit(surroundings);
      if (wants('cold-start', 'cold-start-data')) await coldStarts(surroundings, profile);
    }
    return samples;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Everything that is wanted of one subject in one shape, once. */
export const measure = async (run: Run): Promise<readonly Sample[]> => {
  const wanted = worksOf(run);
  const samples: Sample[] = [];
  for (const scale of new Set([...wanted].map((work) => scaleOf(work, run.shape)))) {
    const here = new Set([...wanted].filter((work) => scaleOf(work, run.shape) === scale));
    samples.push(...(await atScale(run, scale, here)));
  }
  return samples;
};
