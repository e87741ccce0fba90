// Whatever arrives at the server: it answers with sense, never with trouble of its own, and keeps nothing of a stranger.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Names } from '#tests/nonsense/crooked.ts';
import { createCounty, staff, type Browser, type County } from '#tests/county.ts';
import { nonsense } from '#tests/nonsense/nonsense.ts';
import { wrongIn } from '#tests/nonsense/sense.ts';

const DEVICE = 'device-leyla';
const names: Names = {
  own: { user: staff.leyla.id, device: DEVICE, next: 1 },
  users: [staff.leyla.id, staff.jonas.id, 'server-0', 'user-nobody'],
  logins: ['leyla', 'jonas', 'neu'],
  devices: [DEVICE, 'device-jonas', 'server-0'],
  cases: ['case-leyla-01', 'case-nobody-1'],
  records: ['partner-0001', 'person-case-leyla-01'],
};

describe('whatever arrives', () => {
  let county: County;
  beforeAll(async () => {
    county = await createCounty();
    await county.onDevice('leyla', DEVICE);
  });
  afterAll(() => county.close());

  /** Sends as many requests as it is told, each from another address; whoever was signed out comes in again. */
  const isAnsweredWithSense = async (numRuns: number, comeIn: () => Promise<Browser>): Promise<void> => {
    let [browser, count] = [await comeIn(), 0];
    await fc.assert(
      fc.asyncProperty(nonsense(names), async (request) => {
        count += 1;
        const remoteAddress = `192.0.2.${count % 250}`;
        const answer = await county.app.inject({ ...request, cookies: browser.cookies, remoteAddress });
        expect(wrongIn(answer, request.method)).toBeUndefined();
        if (answer.cookies.some(({ value }) => value === '')) browser = await comeIn();
      }),
      { numRuns },
    );
    expect(county.log.filter(({ event }) => event === 'trouble')).toEqual([]);
  };

  it('[V17] is answered with sense, and nothing of a stranger is kept', async () => {
    const before = county.everything();
    await isAnsweredWithSense(700, () => Promise.resolve(county.browser()));
    expect(county.everything() === before).toBe(true);
  });

  it('[V17] is answered with sense where somebody has signed in, too', () =>
    isAnsweredWithSense(1000, () => county.signedIn('leyla')));

  it('[V17] is answered with sense at strange addresses, too', async () => {
    const { cookies } = await county.signedIn('leyla');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('/', '/api/', '/api/team/', '/plan/'),
        async (tail, start) => {
          const url = start + encodeURI(tail.toWellFormed());
          const answer = await county.app.inject({ url, cookies });
          expect(wrongIn(answer, 'GET')).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
    expect(county.log.filter(({ event }) => event === 'trouble')).toEqual([]);
  });
});
