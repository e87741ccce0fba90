// Having a case erased: who may, what is left, and what the phone is told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personIdOf } from '#domain/id.ts';
import { createCounty, type County } from '#tests/county.ts';
import { ERASURES } from './erasure.ts';
import { writeAsServer } from './server-changes.ts';

let county: County;
let ids = 0;
beforeEach(async () => {
  county = await createCounty();
  await county.storage.write((writing) =>
    writeAsServer(
      writing,
      [
        { caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'Z-1', owner: 'user-leyla' } },
        { caseId, kind: 'person', recordId: personIdOf(caseId), set: { nameCalled: 'Zarghuna' } },
      ],
      county.clock.toISOString(),
      () => `server-change-${(ids += 1)}`,
    ),
  );
});
afterEach(() => county.close());
const caseId = 'case-0001';

it('[S11] is done by an administrator alone, and for good', async () => {
  const before = county.everything();
  expect((await county.browser().post('/api/erasures', { caseId })).statusCode).toBe(401);
  for (const login of ['leyla', 'petra']) {
    const answer = await (await county.signedIn(login)).post('/api/erasures', { caseId });
    expect([answer.statusCode, answer.json()]).toEqual([403, { error: { type: 'not-allowed' } }]);
  }
  expect(before).toContain('Zarghuna');
  expect(county.everything()).toContain('Zarghuna');
  const maren = await county.signedIn('maren');
  expect((await maren.post('/api/erasures', { caseId })).statusCode).toBe(200);
  expect(county.everything()).not.toContain('Zarghuna');
  expect(readFileSync(join(county.folder, ERASURES), 'utf8')).toMatch(
    /^{"caseId":"case-0001","at":"[^"]+"}\n$/,
  );
  expect(county.log.map((line) => JSON.stringify(line)).join()).not.toContain('Zarghuna');
});

it('says that there is no such case, and writes nothing into the ledger', async () => {
  const maren = await county.signedIn('maren');
  for (const unknown of ['case-9999', personIdOf(caseId)]) {
    const answer = await maren.post('/api/erasures', { caseId: unknown });
    expect([answer.statusCode, answer.json()]).toEqual([404, { error: { type: 'not-found' } }]);
  }
  expect((await maren.post('/api/erasures', { caseId: 'x', all: true })).statusCode).toBe(400);
  expect(() => readFileSync(join(county.folder, ERASURES))).toThrow();
});
