// The line on which devices hear of news: over a real connection, with real sessions, and with ears for what must not be heard.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { limitsIdOf, personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { createCounty, later, staff, type Browser, type County } from '#tests/county.ts';

/** A device that listens. */
type Ear = {
  readonly status: number;
  readonly headers: Headers;
  /** The words so far, in order. */
  readonly words: string[];
  readonly bytes: () => string;
  readonly hasEnded: () => boolean;
  readonly hangUp: () => void;
};

let county: County;
let address: string;
let ears: Ear[];

beforeEach(async () => {
  county = await createCounty();
  address = await county.app.listen({ port: 0, host: '127.0.0.1' });
  ears = [];
});
afterEach(async () => {
  for (const ear of ears) ear.hangUp();
  await county.close();
});

const cookieOf = ({ cookies }: Browser): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

const listen = async (browser: Browser, device: string): Promise<Ear> => {
  const control = new AbortController();
  const answer = await fetch(`${address}/api/live?device=${device}`, {
    headers: { cookie: cookieOf(browser), 'accept-encoding': 'gzip, br' },
    signal: control.signal,
  });
  const words: string[] = [];
  let heard = '';
  let ended = false;
  const hear = async (): Promise<void> => {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      heard += part.value;
      words.splice(0, Infinity, ...[...heard.matchAll(/^event: (\S+)$/gm)].map(([, word = '']) => word));
    }
    ended = true;
  };
  hear().catch(() => undefined);
  const ear: Ear = {
    status: answer.status,
    headers: answer.headers,
    words,
    bytes: () => heard,
    hasEnded: () => ended,
    hangUp: () => control.abort(),
  };
  ears.push(ear);
  return ear;
};

type Edit = {
  readonly caseId: string | null;
  readonly kind: string;
  readonly recordId: string;
  readonly set: Readonly<Record<string, Json>>;
};
const answerSchema = z.object({ receipts: z.array(z.object({ result: z.string() })) });

/** A device that sends and asks by hand. */
type Hand = {
  readonly device: string;
  readonly browser: Browser;
  readonly sync: (...edits: readonly Edit[]) => Promise<void>;
};

const take = async (login: 'leyla' | 'jonas' | 'petra' | 'maren', device: string): Promise<Hand> => {
  const browser = await county.onDevice(login, device);
  let number = 0;
  const by = staff[login].id;
  const sync: Hand['sync'] = async (...edits) => {
    const clock = county.clock.toISOString();
    const deed = randomUUID();
    const changes = edits.map((edit) => {
      number += 1;
      return { ...edit, id: randomUUID(), deed, base: {}, by, device, number, at: clock };
    });
    const message = { protocol: PROTOCOL, device, cursor: null, clock, changes, voids: [], purged: [] };
    const { receipts } = answerSchema.parse((await browser.post('/api/sync', message)).json());
    expect(receipts.map(({ result }) => result)).toEqual(edits.map(() => 'accepted'));
  };
  await sync();
  return { device, browser, sync };
};

/** Devices that know everything so far, and listen: each one that was registered is news to all. */
const listening = async (...hands: readonly Hand[]): Promise<Ear[]> => {
  for (const hand of hands) await hand.sync();
  const all: Ear[] = [];
  for (const { browser, device } of hands) all.push(await listen(browser, device));
  return all;
};

const CASE = 'case-amira';
const opening: Edit = { caseId: CASE, kind: 'case', recordId: CASE, set: { fileNumber: 'ÜM-1' } };
const strength: Edit = {
  ...{ caseId: CASE, kind: 'person', recordId: personIdOf(CASE) },
  set: { strengths: 'geduldig' },
};
const partner: Edit = { caseId: null, kind: 'partner', recordId: 'partner-1', set: { name: 'VHS Fuhsetal' } };
const heard = (ear: Ear | undefined, ...words: readonly string[]) =>
  expect.poll(() => ear?.words).toEqual(words);

describe('the line', () => {
  it('tells the supervisor that something is new, and neither what nor whose', async () => {
    const leyla = await take('leyla', 'device-leyla');
    const petra = await listen((await take('petra', 'device-petra')).browser, 'device-petra');
    await leyla.sync(opening, strength);
    await heard(petra, 'news');
    expect(petra.bytes()).toBe(': still here\n\nevent: news\ndata:\n\n');
    expect(petra.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(petra.headers.get('content-encoding')).toBeNull();
    expect(petra.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(petra.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('S10: never tells a caseworker that the cases of others move', async () => {
    const leyla = await take('leyla', 'device-leyla');
    const [petra, jonas, maren] = await listening(
      await take('petra', 'device-petra'),
      await take('jonas', 'device-jonas'),
      await take('maren', 'device-maren'),
    );
    await leyla.sync(opening);
    await heard(petra, 'news');
    await leyla.sync(strength);
    await heard(petra, 'news', 'news');
    // What everybody may read comes last: had they heard of the case, this would not be their first word.
    await leyla.sync(partner);
    await heard(petra, 'news', 'news', 'news');
    await heard(jonas, 'news');
    await heard(maren, 'news');
  });

  it('never tells who may not read health-related limits that there are some', async () => {
    const administrator = await county.signedIn('maren');
    await administrator.post(`/api/team/${staff.leyla.id}`, { mayReadLimits: true });
    const leyla = await take('leyla', 'device-leyla');
    await leyla.sync(opening);
    const [hers, petra] = await listening(
      await take('leyla', 'device-second'),
      await take('petra', 'device-petra'),
    );
    const limits = { caseId: CASE, kind: 'limits', recordId: limitsIdOf(CASE), set: { weeklyHours: 20 } };
    await leyla.sync(limits);
    await heard(hers, 'news');
    await leyla.sync(partner);
    await heard(hers, 'news', 'news');
    await heard(petra, 'news');
  });

  it('tells the second tablet of its person, and not the one that wrote', async () => {
    const first = await take('leyla', 'device-first');
    const second = await take('leyla', 'device-second');
    const petra = await take('petra', 'device-petra');
    const [onFirst, onSecond] = await listening(first, second);
    await first.sync(opening, strength);
    await heard(onSecond, 'news');
    await second.sync(partner);
    await heard(onFirst, 'news');
    await petra.sync({ ...partner, recordId: 'partner-2' });
    await heard(onFirst, 'news', 'news');
    await heard(onSecond, 'news', 'news');
  });

  it('tells at once what came between the last sync and the line, and asks a device to look of which it knows nothing', async () => {
    const leyla = await take('leyla', 'device-leyla');
    const petra = await take('petra', 'device-petra');
    await leyla.sync(opening);
    await heard(await listen(petra.browser, 'device-petra'), 'news');
    const unknown = await county.onDevice('petra', 'device-new');
    await heard(await listen(unknown, 'device-new'), 'news');
  });

  it('says many changes of one sync in one word', async () => {
    const leyla = await take('leyla', 'device-leyla');
    await leyla.sync(opening);
    const petra = await listen((await take('petra', 'device-petra')).browser, 'device-petra');
    await leyla.sync(
      ...Array.from({ length: 100 }, (_, minutes) => ({ ...strength, set: { travelMinutes: minutes } })),
    );
    await heard(petra, 'news');
    await leyla.sync(partner);
    await heard(petra, 'news', 'news');
  });
});

describe('who may listen', () => {
  it('nobody without a session, nobody on a device that is not hers', async () => {
    const leyla = await take('leyla', 'device-leyla');
    await take('jonas', 'device-jonas');
    const stranger = await county.browser().get('/api/live?device=device-leyla');
    expect([stranger.statusCode, stranger.json()]).toEqual([401, { error: { type: 'not-signed-in' } }]);
    for (const device of ['device-jonas', 'device-nobody'])
      expect((await leyla.browser.get(`/api/live?device=${device}`)).json()).toEqual({
        error: { type: 'device-unknown' },
      });
    expect((await leyla.browser.get('/api/live')).statusCode).toBe(400);
    expect((await leyla.browser.get('/api/live?device=a&device=b')).statusCode).toBe(400);
  });

  it.each([
    ['signs out', (leyla: Browser) => leyla.post('/api/sign-out', {})],
    [
      'is deactivated',
      async () => (await county.signedIn('maren')).post(`/api/team/${staff.leyla.id}`, { active: false }),
    ],
    [
      'gets a new password',
      async () => (await county.signedIn('maren')).post(`/api/team/${staff.leyla.id}/password`, {}),
    ],
  ])('the line ends when she %s', async (_how, end) => {
    const { browser } = await take('leyla', 'device-leyla');
    const ear = await listen(browser, 'device-leyla');
    await end(browser);
    await heard(ear, 'ended');
    await expect.poll(ear.hasEnded).toBe(true);
  });

  it('the line ends when the session has run out, at the latest with the next commit', async () => {
    const { browser } = await take('leyla', 'device-leyla');
    const ear = await listen(browser, 'device-leyla');
    later(county, 13);
    await county.signedIn('jonas');
    await heard(ear, 'ended');
  });

  it('S14: a device has one line: the newer one takes the place of the older', async () => {
    const leyla = await take('leyla', 'device-leyla');
    const petra = await take('petra', 'device-petra');
    const [older, newer] = [...(await listening(leyla)), ...(await listening(leyla))];
    await heard(older, 'replaced');
    await expect.poll(() => older?.hasEnded()).toBe(true);
    await petra.sync(partner);
    await heard(newer, 'news');
    expect(older?.words).toEqual(['replaced']);
  });

  it('one session has a few lines and no more', async () => {
    const { browser } = await take('leyla', 'device-0');
    const lines = [await listen(browser, 'device-0')];
    for (let index = 1; index < 6; index += 1) {
      await browser.post('/api/devices', { device: `device-${index}`, name: 'Tablet', firstNumber: 1 });
      lines.push(await listen(browser, `device-${index}`));
    }
    await expect
      .poll(() => lines.map((ear) => ear.hasEnded()))
      .toEqual([true, true, false, false, false, false]);
  });

  it('a server that stops does not wait for those who listen', async () => {
    const { browser } = await take('leyla', 'device-leyla');
    const ear = await listen(browser, 'device-leyla');
    await county.app.close();
    await expect.poll(ear.hasEnded).toBe(true);
  });
});
