// One person, one tablet, two tabs; and a desk that hears of it: nobody asks, and everything is seen at once (S14).
import { expect, type Page, type Request } from '@playwright/test';
import { z } from 'zod';
import { goTo, signIn, unlock, untilKept } from './county.ts';
import { beginCase, caseOf, untilSaved } from './deeds.ts';
import { test } from './tablets.ts';

const called = (page: Page) => page.getByLabel('Wie möchte die Person angesprochen werden?');
/** Writes and leaves the field: one in which a hand still stands is not overwritten. */
const write = async (page: Page, text: string): Promise<void> => {
  await called(page).fill(text);
  await called(page).blur();
};
const untilSent = (page: Page) =>
  expect(page.getByRole('main').getByText('Übertragen', { exact: true })).toBeVisible();

const sentSchema = z.object({ changes: z.array(z.object({ id: z.string(), number: z.number() })) });

/** Notes what a page asks of the server. */
const noteRequests = (page: Page) => {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) requests.push(request);
  });
  const to = (path: string) => requests.filter((request) => new URL(request.url()).pathname === path);
  return {
    count: (path: string): number => to(path).length,
    all: (): number => requests.length,
    /** Every change that left this page, as often as it left. */
    sent: () => to('/api/sync').flatMap((request) => sentSchema.parse(request.postDataJSON()).changes),
  };
};

/** Stops a tab where it stands, as the system does with one that nobody has seen for long; the answer wakes it. */
const freeze = async (page: Page): Promise<() => Promise<void>> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Debugger.enable');
  await session.send('Debugger.pause');
  return async () => {
    await session.send('Debugger.resume');
    await session.detach();
  };
};

test('S14: Leyla writes in one tab and reads it in the other; one leads, the other takes its place when it freezes or closes', async ({
  openTablet,
}) => {
  const { page: first, context } = await openTablet();
  const fromFirst = noteRequests(first);
  await signIn(first, 'leyla');
  await untilKept(first);
  await beginCase(first, { given: 'Hêvîn', family: 'Aydoğan' });
  const profile = `/faelle/${caseOf(first)}/profil?abschnitt=person`;
  await goTo(first, profile);

  const second = await context.newPage();
  const fromSecond = noteRequests(second);
  await second.goto('/');
  await unlock(second);
  await goTo(second, profile);
  await write(first, 'Frau Aydoğan');
  await expect(called(second)).toHaveValue('Frau Aydoğan');
  await untilSent(first);
  expect([fromFirst.count('/api/live'), fromSecond.count('/api/live')]).toEqual([1, 0]);
  await write(second, 'Hêvîn');
  await expect(called(first)).toHaveValue('Hêvîn');
  await untilSent(second);
  expect(fromSecond.count('/api/sync')).toBe(0);

  const wake = await freeze(first);
  await write(second, 'Schwester Hêvîn');
  await untilSaved(second);
  await untilSent(second);
  await expect.poll(() => fromSecond.count('/api/live')).toBe(1);
  await wake();
  await expect(called(first)).toHaveValue('Schwester Hêvîn');
  await write(first, 'Frau Aydoğan');
  await expect(called(second)).toHaveValue('Frau Aydoğan');

  await second.close();
  await write(first, 'Hêvîn Aydoğan');
  await untilSent(first);
  await expect.poll(() => fromFirst.count('/api/live')).toBeGreaterThan(1);
  const ids = new Map<number, Set<string>>();
  for (const { number, id } of [...fromFirst.sent(), ...fromSecond.sent()])
    ids.set(number, (ids.get(number) ?? new Set()).add(id));
  expect([...ids.keys()].sort((a, b) => a - b)).toEqual([...ids.keys()].map((_, index) => index + 1));
  expect([...ids.values()].every(({ size }) => size === 1)).toBe(true);
});

test('the supervisor sees at her desk what Leyla has just transferred, and her desk has not asked for it', async ({
  openTablet,
}) => {
  const leyla = await openTablet();
  const petra = await openTablet();
  await signIn(petra.page, 'petra');
  await goTo(petra.page, '/faelle');
  const fromPetra = noteRequests(petra.page);
  await signIn(leyla.page, 'leyla');
  const fromLeyla = noteRequests(leyla.page);
  await beginCase(leyla.page, { given: 'Zarghuna' });
  await expect(petra.page.getByRole('link', { name: /Zarghuna/ })).toBeVisible();
  await untilSent(leyla.page);

  // Now nothing happens: no tablet asks anything. Asking every few seconds would show within this time.
  await petra.page.waitForTimeout(1_000);
  const before = [fromLeyla.all(), fromPetra.all()];
  await petra.page.waitForTimeout(20_000);
  expect([fromLeyla.all(), fromPetra.all()]).toEqual(before);
});
