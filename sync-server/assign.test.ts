// Handing cases over, as the supervisor's browser asks for it; and how a device of a version long past is answered.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '#domain/change.ts';
import { createCounty, staff, type Browser, type County } from '#tests/county.ts';
import { onCase, type OnCase } from './case-access.ts';

let county: County;
let petra: Browser;
beforeEach(async () => {
  county = await createCounty();
  petra = await county.signedIn('petra');
});
afterEach(() => county.close());

const DEVICE = 'device-leyla';
const opening = (caseId: string, number: number): Change => ({
  ...{ id: randomUUID(), deed: randomUUID(), caseId, kind: 'case', recordId: caseId, base: {}, number },
  ...{ set: { fileNumber: 'DEMO-1' }, by: staff.leyla.id, device: DEVICE, at: county.clock.toISOString() },
});
const openCases = async (...caseIds: readonly string[]): Promise<Browser> => {
  const leyla = await county.onDevice('leyla', DEVICE);
  const changes = caseIds.map((caseId, index) => opening(caseId, index + 1));
  const message = { protocol: 2, device: DEVICE, cursor: null, changes, voids: [], purged: [] };
  const answer = await leyla.post('/api/sync', { ...message, clock: county.clock.toISOString() });
  expect(answer.statusCode).toBe(200);
  return leyla;
};
const peopleOn = async (caseId: string): Promise<OnCase | undefined> => {
  const record = await county.storage.read((reading) => reading.record(caseId));
  return record === undefined ? undefined : onCase(record);
};
const assign = (browser: Browser, message: object) => browser.post('/api/cases/assign', message);

describe('handing over', () => {
  test('moves the cases, says who stands in, and tells which tablets still hold them', async () => {
    await openCases('case-0001', 'case-0002');
    const [caseIds, owner] = [['case-0001', 'case-0002'], staff.jonas.id];
    expect((await assign(petra, { caseIds, owner, deputies: [staff.leyla.id] })).statusCode).toBe(200);
    for (const caseId of caseIds)
      expect(await peopleOn(caseId)).toEqual({ owner, deputies: [staff.leyla.id] });
    expect((await petra.get('/api/cases/held')).json()).toEqual({ held: [] });
    expect((await assign(petra, { caseIds: ['case-0002'], owner, deputies: [] })).statusCode).toBe(200);
    expect(await peopleOn('case-0002')).toEqual({ owner, deputies: [] });
    expect((await petra.get('/api/cases/held')).json()).toMatchObject({
      held: [{ caseId: 'case-0002', device: 'Tablet', user: staff.leyla.id }],
    });
  });

  test('keeps who stands in where nobody says otherwise, and brings somebody back who did before', async () => {
    await openCases('case-0001');
    const caseIds = ['case-0001'];
    const leyla = staff.leyla.id;
    await assign(petra, { caseIds, owner: staff.jonas.id, deputies: [leyla] });
    await assign(petra, { caseIds, owner: staff.petra.id });
    expect(await peopleOn('case-0001')).toEqual({ owner: staff.petra.id, deputies: [leyla] });
    await assign(petra, { caseIds, owner: staff.petra.id, deputies: [] });
    await assign(petra, { caseIds, owner: staff.petra.id, deputies: [leyla, leyla] });
    expect(await peopleOn('case-0001')).toEqual({ owner: staff.petra.id, deputies: [leyla] });
  });

  test('does nothing where everything stands so already', async () => {
    await openCases('case-0001');
    const message = { caseIds: ['case-0001'], owner: staff.jonas.id, deputies: [staff.jonas.id] };
    await assign(petra, message);
    expect(await peopleOn('case-0001')).toEqual({ owner: staff.jonas.id, deputies: [] });
    const head = await county.storage.read((reading) => reading.head());
    await assign(petra, message);
    expect(await county.storage.read((reading) => reading.head())).toBe(head);
  });

  test('is the supervisor’s alone', async () => {
    const leyla = await openCases('case-0001');
    const message = { caseIds: ['case-0001'], owner: staff.jonas.id };
    for (const browser of [leyla, await county.signedIn('maren')]) {
      expect((await assign(browser, message)).statusCode).toBe(403);
      expect((await browser.get('/api/cases/held')).statusCode).toBe(403);
    }
    expect((await assign(county.browser(), message)).statusCode).toBe(401);
    expect(await peopleOn('case-0001')).toMatchObject({ owner: staff.leyla.id });
  });

  test('hands nothing over if one case is unknown, or the person cannot lead', async () => {
    await openCases('case-0001');
    const wrong = [
      { caseIds: ['case-0001', 'case-unknown'], owner: staff.jonas.id },
      { caseIds: ['case-0001'], owner: staff.maren.id },
      { caseIds: ['case-0001'], owner: 'user-nobody' },
      { caseIds: ['case-0001'], owner: staff.jonas.id, deputies: ['user-nobody'] },
    ];
    for (const message of wrong) expect((await assign(petra, message)).statusCode).toBe(404);
    expect((await assign(petra, { caseIds: [], owner: staff.jonas.id })).statusCode).toBe(400);
    expect(await peopleOn('case-0001')).toMatchObject({ owner: staff.leyla.id });
  });
});

test('[S13] a device older than the oldest version may still push, and is told kindly', async () => {
  const leyla = await county.onDevice('leyla', DEVICE);
  const message = { protocol: 0, device: DEVICE, clock: county.clock.toISOString(), oldWord: true };
  const answer = await leyla.post('/api/sync', { ...message, changes: [opening('case-0001', 1)] });
  expect(answer.statusCode).toBe(426);
  expect(answer.json()).toEqual({ error: { type: 'client-too-old' } });
  expect(await peopleOn('case-0001')).toMatchObject({ owner: staff.leyla.id });
});
