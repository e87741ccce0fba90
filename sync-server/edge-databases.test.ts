// What one of the two databases could not keep is refused alike on both; everything else comes back as it went in.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syncResponseSchema } from '#protocol/sync.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { createCounty, staff, type Browser, type County } from '#tests/county.ts';
import { crookedTexts, unsoundTexts } from '#tests/nonsense/crooked.ts';
import { startPostgres, type Postgres } from '#tests/postgres.ts';

const DEVICE = 'device-leyla';

describe('on SQLite and on PostgreSQL', () => {
  let postgres: Postgres;
  let counties: readonly County[];
  beforeAll(async () => {
    postgres = await startPostgres({ fsync: false });
    counties = [await createCounty(), await createCounty({ DATABASE_URL: postgres.url })];
  });
  afterAll(async () => {
    for (const county of counties) await county.close();
    await postgres.stop();
  });

  /** Asks both the same, each with a browser of the same person. */
  const askBoth = async <Answer>(
    login: string,
    ask: (browser: Browser, county: County) => Promise<Answer>,
  ): Promise<readonly Answer[]> => {
    const answers: Answer[] = [];
    for (const county of counties)
      answers.push(await ask(await county.onDevice(login, `device-${login}`), county));
    return answers;
  };
  const partner = (recordId: string, number: number, set: object, more: object = {}) => ({
    ...{ protocol: PROTOCOL, device: DEVICE, cursor: null, clock: '2026-11-22T09:00:00.000Z' },
    ...{ voids: [], purged: [] },
    changes: [
      {
        ...{ id: randomUUID(), deed: randomUUID(), caseId: null, kind: 'partner', recordId, set, base: {} },
        ...{ by: staff.leyla.id, device: DEVICE, number, at: '2026-11-22T09:00:00.000Z', ...more },
      },
    ],
  });

  /** Every place of a message where somebody could put a text, and who may send it. */
  const places: readonly (readonly [
    place: string,
    login: string,
    url: string,
    message: (text: string) => object,
  ])[] = [
    ['the name that signs in', 'leyla', '/api/sign-in', (text) => ({ login: `ley${text}`, password: 'x' })],
    ['a password', 'leyla', '/api/sign-in', (text) => ({ login: 'leyla', password: `x${text}` })],
    ['a new password', 'leyla', '/api/password', (text) => ({ before: 'falsch', after: `x${text}` })],
    [
      'the name of a device',
      'leyla',
      '/api/devices',
      (text) => ({ device: DEVICE, name: `x${text}`, firstNumber: 1 }),
    ],
    [
      'the name of a member',
      'maren',
      '/api/team',
      (text) => ({ login: 'neu', name: `x${text}`, role: 'caseworker', mayReadLimits: false }),
    ],
    ['another name', 'maren', '/api/team/user-jonas', (text) => ({ name: `x${text}` })],
    ['a value', 'leyla', '/api/sync', (text) => partner('partner-0001', 1, { name: `x${text}` })],
    ['a value of another type', 'leyla', '/api/sync', (text) => partner('partner-0001', 1, { type: [text] })],
    ['a path', 'leyla', '/api/sync', (text) => partner('partner-0001', 1, { [`name${text}`]: 'x' })],
    ['a kind', 'leyla', '/api/sync', (text) => partner('partner-0001', 1, { name: 'x' }, { kind: text })],
    ['the name of a record', 'leyla', '/api/sync', (text) => partner(`partner-${text}`, 1, { name: 'x' })],
    [
      'a cursor',
      'leyla',
      '/api/sync',
      (text) => ({ ...partner('partner-0001', 1, { name: 'x' }), cursor: text }),
    ],
    ['a case', 'maren', '/api/erasures', (text) => ({ caseId: `case-0001${text}` })],
    ['an owner', 'petra', '/api/cases/assign', (text) => ({ caseIds: ['case-0001'], owner: `user${text}` })],
    ['a code', 'leyla', '/api/setup', (text) => ({ code: text, login: 'neu', name: 'Neu', password: 'x' })],
    ['a secret', 'leyla', '/plan-api/exchange', (text) => ({ secret: text, phone: text })],
  ];
  it.each(places)(
    '[V17] NUL and half a sign are refused alike in %s, and nothing is written',
    async (_place, login, url, message) => {
      for (const text of unsoundTexts) {
        const body = message(text);
        const answers = await askBoth(login, async (browser, county) => {
          const head = () => county.storage.read((reading) => reading.head());
          const before = await head();
          const { statusCode, body: said } = await browser.post(url, body);
          return { statusCode, said, written: (await head()) - before };
        });
        const refused = { statusCode: 400, said: '{"error":{"type":"bad-message"}}', written: 0 };
        expect(answers).toEqual([refused, refused]);
      }
    },
  );

  it('[V17] NUL and half a sign are refused alike in an address', async () => {
    for (const url of ['/api/team/user%00jonas', '/api/team/%ED%A0%80', '/api/live?device=device%00leyla']) {
      const answers = await askBoth('maren', async (browser) => {
        const { statusCode, body } = url.includes('live')
          ? await browser.get(url)
          : await browser.post(url, {});
        return [statusCode, body];
      });
      expect(answers[0]?.[0]).toBeGreaterThanOrEqual(400);
      expect(answers[0]?.[0]).toBeLessThan(500);
      expect(answers[1]).toEqual(answers[0]);
    }
  });

  it('[V17] whatever else somebody writes comes back from both as it was written', async () => {
    const sound = crookedTexts.filter((text) => text.trim() !== '');
    const answers = await askBoth('leyla', async (browser) => {
      let expected = 1;
      for (const [index, note] of sound.entries()) {
        const answer = await browser.post('/api/sync', partner(`partner-note-${index}`, expected, { note }));
        expect(answer.json()).toMatchObject({ receipts: [{ number: expected, result: 'accepted' }] });
        expected += 1;
      }
      const all = await browser.post('/api/sync', { ...partner('x', 1, {}), changes: [] });
      const { records } = syncResponseSchema.parse(all.json());
      return records
        .filter(({ kind }) => kind === 'partner')
        .toSorted((one, other) => Number(one.id.slice(13)) - Number(other.id.slice(13)))
        .map(({ values }) => values['note']);
    });
    expect(answers).toEqual([sound, sound]);
  });
});
