// Ids that belong to something: nobody registers a device under one, or lays a record there before its owner does.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitsIdOf, personIdOf, planIdOf } from '#domain/id.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { createCounty, staff, type Browser, type County } from '#tests/county.ts';

const CASE = 'case-jonas-01';

describe('an id that belongs to something', () => {
  let county: County;
  let jonas: Browser;
  let leyla: Browser;
  let numbers: Record<'jonas' | 'leyla', number>;
  beforeEach(async () => {
    county = await createCounty();
    numbers = { jonas: 0, leyla: 0 };
    jonas = await county.onDevice('jonas', 'device-jonas');
    leyla = await county.onDevice('leyla', 'device-leyla');
    await write('jonas', CASE, 'case', CASE, { phase: 'P1' });
    await write('jonas', CASE, 'person', personIdOf(CASE), { needs: 'Kurs' });
    await write('jonas', null, 'partner', 'partner-0001', { name: 'VHS Fuhsetal' });
  });
  afterEach(() => county.close());

  /** How a change ends that somebody's tablet sends. */
  const write = async (
    login: 'jonas' | 'leyla',
    caseId: string | null,
    kind: string,
    recordId: string,
    set: object,
  ): Promise<unknown> => {
    numbers[login] += 1;
    const [number, device, at] = [numbers[login], `device-${login}`, county.clock.toISOString()];
    const change = {
      ...{ id: `change-${login}-${number}`, deed: `deed-${login}-${number}`, caseId, kind, recordId, set },
      ...{ base: {}, by: staff[login].id, device, number, at },
    };
    const message = { protocol: PROTOCOL, device, cursor: null, clock: at, voids: [], purged: [] };
    const browser = login === 'jonas' ? jonas : leyla;
    const answer = await browser.post('/api/sync', { ...message, changes: [change] });
    const { receipts } = answer.json<{ receipts: { result: string; reason?: { type: string } }[] }>();
    return receipts[0]?.reason?.type ?? receipts[0]?.result;
  };

  it.each([CASE, personIdOf(CASE), planIdOf(CASE), limitsIdOf(CASE), 'partner-0001', staff.petra.id])(
    '[V17] is no device’s: %s',
    async (id) => {
      const before = county.everything();
      const answer = await leyla.post('/api/devices', { device: id, name: 'Neu', firstNumber: 1 });
      expect([answer.statusCode, answer.json()]).toEqual([403, { error: { type: 'not-allowed' } }]);
      expect(county.everything() === before).toBe(true);
    },
  );

  it('[V17] is not taken by another record before its own is there', async () => {
    expect(await write('leyla', null, 'partner', planIdOf(CASE), { name: 'x' })).toBe('wrong-case');
    expect(await write('leyla', limitsIdOf(CASE), 'case', limitsIdOf(CASE), { phase: 'P1' })).toBe(
      'wrong-case',
    );
    expect(await write('jonas', CASE, 'plan', planIdOf(CASE), { 'steps/a/title': 'Kurs' })).toBe('accepted');
  });

  it('is its own owner’s, and a device is registered again under its own', async () => {
    expect(await write('leyla', null, 'partner', 'plan-of-nothing', { name: 'x' })).toBe('accepted');
    const again = await leyla.post('/api/devices', { device: 'device-leyla', name: 'Küche', firstNumber: 1 });
    expect([again.statusCode, again.json()]).toEqual([200, { expect: 2 }]);
  });
});
