// The visits of a run: what is done in the browser, in which order, and what must be true afterwards.
import { setTimeout as pause } from 'node:timers/promises';
import { bytesOnDisk, countInAnotherTab, slowDown, visit, type Visit } from './browser.ts';
import { median } from './median.ts';
import type { BenchServer } from './servers/server.ts';
import type { Work } from './works.ts';

export type Surroundings = {
  readonly server: BenchServer;
  /** How many records the county has before anybody saves. */
  readonly records: number;
  readonly address: (cold?: boolean) => string;
  readonly wants: (...works: readonly Work[]) => boolean;
  readonly note: (work: Work, value: number) => void;
  readonly newProfile: () => string;
};

const REST = 3000;
const SLOWER = 4;
const searched = ['khalaf1', 'marchenko', 'ost', 'nur99', 'gebru'];

const same = (what: string, found: number, wanted: number): void => {
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`);
};
const times = (count: number): readonly number[] => Array.from({ length: count }, (_, turn) => turn);

const fresh = async ({
  newProfile,
  address,
}: Surroundings): Promise<Visit & { readonly profile: string }> => {
  const profile = newProfile();
  const visited = await visit(profile, address());
  await visited.page.evaluate(() => window.bench.open());
  return { profile, ...visited };
};

/** A first sync that somebody watches, and what it leaves on the disk. */
export const watchedVisit = async (surroundings: Surroundings): Promise<void> => {
  const { note, records } = surroundings;
  const { context, page, profile } = await fresh(surroundings);
  const shown = await page.evaluate(() => window.bench.watchedFirstSync());
  if (shown !== undefined) note('first-50', shown);
  same('records after a watched first sync', await page.evaluate(() => window.bench.count()), records);
  await page.evaluate(() => window.bench.rest());
  await pause(REST);
  await context.close();
  note('disk', bytesOnDisk(profile));
};

/** A first sync on a slow device. */
export const slowVisit = async (surroundings: Surroundings): Promise<void> => {
  const visited = await fresh(surroundings);
  await slowDown(visited, SLOWER);
  surroundings.note('first-sync-slow', await visited.page.evaluate(() => window.bench.firstSync()));
  await slowDown(visited, 1);
  same(
    'records after a slow first sync',
    await visited.page.evaluate(() => window.bench.count()),
    surroundings.records,
  );
  await visited.context.close();
};

/** A county that is many times as large. */
export const largeVisit = async (surroundings: Surroundings): Promise<void> => {
  const { note, wants, records } = surroundings;
  const { context, page } = await fresh(surroundings);
  note('first-sync-50k', await page.evaluate(() => window.bench.firstSync()));
  same('records after a large first sync', await page.evaluate(() => window.bench.count()), records);
  if (wants('nothing-to-do-100k')) note('nothing-to-do-100k', median(await idle({ context, page })));
  await context.close();
};

const idle = async ({ page }: Visit): Promise<readonly number[]> => {
  const found: number[] = [];
  for (const _ of times(5)) found.push(await page.evaluate(() => window.bench.sync()));
  return found;
};

/** Somebody else edits ten persons, three times; every edit must arrive. */
const remoteEdits = async ({ server, note }: Surroundings, { page }: Visit): Promise<void> => {
  const took: number[] = [];
  const travelled: number[] = [];
  for (const turn of times(3)) {
    const edits = await server.edit(times(10).map((index) => turn * 100 + index * 7));
    const before = server.bytes();
    took.push(await page.evaluate(() => window.bench.sync()));
    travelled.push(server.bytes() - before);
    const ids = edits.map(({ caseId }) => caseId);
    const needs = await page.evaluate((caseIds) => window.bench.needsOf(caseIds), ids);
    same(
      'edits that arrived',
      edits.filter((edit, index) => edit.needs === needs[index]).length,
      edits.length,
    );
  }
  note('remote-10', median(took));
  note('remote-10-bytes', median(travelled));
};

/** A thousand new records at once, three times; the server must hold them all. */
const pushes = async ({ server, note, records }: Surroundings, { page }: Visit): Promise<void> => {
  await page.evaluate(() => window.bench.sync());
  const took: number[] = [];
  for (const turn of times(3)) {
    await page.evaluate((from) => window.bench.saveMany(1000, from), turn * 500);
    took.push(await page.evaluate(() => window.bench.sync()));
  }
  note('push-1000', median(took));
  same('records on the server', await server.count(), records + 3000);
};

/** The first sync of a fresh device, and a day's work after it. Answers its profile. */
export const firstVisit = async (surroundings: Surroundings): Promise<string> => {
  const { server, note, wants, records } = surroundings;
  const visited = await fresh(surroundings);
  const { context, page, profile } = visited;
  const before = server.bytes();
  const firstSync = await page.evaluate(() => window.bench.firstSync());
  note('first-sync', firstSync);
  note('first-sync-bytes', server.bytes() - before);
  note('first-list', firstSync + (await page.evaluate(() => window.bench.list())));
  same('records another tab finds after the first sync', await countInAnotherTab(visited), records);
  if (wants('nothing-to-do')) note('nothing-to-do', median(await idle(visited)));
  if (wants('remote-10', 'remote-10-bytes')) await remoteEdits(surroundings, visited);
  const numbers = times(30).map((number) => number * 5);
  if (wants('save-one'))
    note('save-one', median(await page.evaluate((asked) => window.bench.saves(asked), numbers)));
  if (wants('push-1000')) await pushes(surroundings, visited);
  if (wants('search'))
    note('search', median(await page.evaluate((words) => window.bench.searches(words), searched)));
  await page.evaluate(() => window.bench.rest());
  await context.close();
  return profile;
};

/** The browser is started anew three times on what the day left. */
export const coldStarts = async ({ address, note }: Surroundings, profile: string): Promise<void> => {
  for (const _ of times(3)) {
    const { context, page } = await visit(profile, address(true));
    const cold = await page.evaluate(() => window.bench.coldStart());
    same('names after a cold start', cold.names, 50);
    note('cold-start', cold.whole);
    note('cold-start-data', cold.data);
    await context.close();
  }
};
