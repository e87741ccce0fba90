// Erasing a case reaches every record, change, device and restored backup (S11).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { putBack } from '#server/backup/put-back.ts';
import { ERASURES, readErasures } from '#server/erasure.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { createTwoSides, type Tablet, type TwoSides } from './two-sides.ts';
import { everythingOn } from './unsealed.ts';

let county: TwoSides;
beforeEach(async () => {
  county = await createTwoSides();
});
afterEach(() => county.close());

const caseId = 'case-0001';
const recordId = personIdOf(caseId);
/** Every text that was ever written about her begins with this word. */
const word = 'Zarghuna';

const openCase = async ({ store }: Tablet, id: string, name: string): Promise<void> => {
  const result = await store.write([
    { caseId: id, kind: 'case', recordId: id, set: { fileNumber: `${name}-1` } },
    { caseId: id, kind: 'person', recordId: personIdOf(id), set: { nameCalled: name } },
  ]);
  expect(result.ok).toBe(true);
};
const write = ({ store }: Tablet, set: Record<string, Json>) =>
  store.write([{ caseId, kind: 'person', recordId, set }]);

/** The bytes of the database and its log, as they lie in the folder. */
const bytesOfServer = (): string =>
  readdirSync(county.folder)
    .filter((name) => name.startsWith('county.sqlite') || name.endsWith('.json') || name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(county.folder, name)).toString('latin1'))
    .join('\n');

/** Two tablets that hold everything one can hold of a case: pages, journal, waiting, refused, a draft, the index. */
const twoTablets = async (): Promise<{ a: Tablet; b: Tablet }> => {
  const a = await county.tablet('a', county.wiebke);
  await openCase(a, caseId, word);
  await openCase(a, 'case-0002', 'Semhar');
  await a.round();
  const b = await county.tablet('b', county.henrike);
  await b.round();
  await write(b, { strengths: `${word} ist geduldig` });
  await b.round();
  await write(a, { goalOwnWords: `${word} will kochen` });
  await a.round();
  await write(a, { travelMinutes: 100_000, needs: `${word} braucht` });
  await a.round();
  expect(a.store.transfer().refused).toHaveLength(1);
  await write(a, { unpaidWork: `${word} hilft` });
  await a.store.drafts.put(`${recordId}|birth`, `31.02.1989 ${word}`, caseId);
  return { a, b };
};

test('[S11] nothing of an erased case is left on any device or in the files of the server', async () => {
  const { a, b } = await twoTablets();
  for (const tablet of [a, b]) expect(await everythingOn(tablet)).toContain(word);
  expect(bytesOfServer()).toContain(word);
  await county.erase(caseId);
  expect(bytesOfServer()).not.toContain(word);
  expect(bytesOfServer()).toContain('Semhar');
  for (const tablet of [a, b]) expect(await tablet.round()).toMatchObject({ ok: true });
  for (const tablet of [a, b]) {
    await tablet.store.lock();
    const again = await county.tablet(tablet.name, tablet === a ? county.wiebke : county.henrike, {
      like: tablet,
    });
    const left = await everythingOn(again);
    expect(left).not.toContain(word);
    expect(left).toContain('Semhar');
    expect(again.store.cases().map(({ name }) => name)).toEqual(['Semhar']);
    expect(again.store.transfer()).toMatchObject({ waiting: [], refused: [], drafts: 0 });
    expect(await again.round()).toMatchObject({ ok: true });
    const last = again.letters.at(-1)?.answer;
    expect(last?.ok && last.value.gone).toEqual([]);
  }
});

test('[S11] of a late change the device keeps number and date, and goes on with everything else', async () => {
  const { a } = await twoTablets();
  await county.erase(caseId);
  const waiting = a.store.transfer().waiting.map(({ number, at }) => ({ number, at }));
  const refused = a.store.transfer().refused.map(({ number, at }) => ({ number, at }));
  await a.round();
  expect(a.store.transfer().erased).toEqual([...waiting, ...refused]);
  const receipts = a.letters.flatMap(({ answer }) => (answer.ok ? answer.value.receipts : []));
  const late = receipts.find(({ number }) => number === waiting[0]?.number);
  expect(late).toMatchObject({ result: 'refused', reason: { type: 'erased' } });
  await write(a, { strengths: `${word} noch einmal` });
  await a.store.write([
    { caseId: 'case-0002', kind: 'person', recordId: personIdOf('case-0002'), set: { needs: 'Kurs' } },
  ]);
  expect(await a.round()).toMatchObject({ ok: true });
  expect(a.store.transfer()).toMatchObject({ waiting: [], refused: [] });
  expect(await everythingOn(a)).not.toContain(word);
  const other = await county.storage.read((reading) => reading.record(personIdOf('case-0002')));
  expect(other?.values['needs']).toBe('Kurs');
  expect(bytesOfServer()).not.toContain(word);
});

test('[S11] [S2] of two that count under one name both let go of an erased case, though one has said so for both', async () => {
  const { a } = await twoTablets();
  await a.round();
  const copy = await county.copyOf(a);
  await county.erase(caseId);
  expect(await copy.round()).toMatchObject({ ok: true });
  await write(a, { needs: `${word} wartet` });
  expect(await a.round()).toMatchObject({ ok: true });
  expect(a.letters.at(-1)?.answer).toMatchObject({ value: { gone: [] } });
  for (const tablet of [a, copy]) expect(await everythingOn(tablet)).not.toContain(word);
  expect(a.store.cases().map(({ name }) => name)).toEqual(['Semhar']);
});

/** Two tablets under one name that have both begun to read anew what is erased before the reading ends. */
const twoReadingAnew = async (): Promise<{ original: Tablet; copy: Tablet }> => {
  const { a } = await twoTablets();
  await a.round();
  const backup = await county.backUp();
  await county.restart(async () => {
    expect(await putBack(backup, county.folder, county.clock, () => 'epoch-2')).toMatchObject({ ok: true });
  });
  county.pageBytes = 400;
  const cut = await county.tablet('a', county.wiebke, { like: a, answers: 3 });
  expect(await cut.round()).toMatchObject({ ok: false });
  const copy = await county.copyOf(cut);
  await county.erase(caseId);
  return { original: await county.tablet('a', county.wiebke, { like: cut }), copy };
};

test('[S11] [S2] two under one name let go of what was erased while they read anew, though one has said so for both', async () => {
  const { original, copy } = await twoReadingAnew();
  for (const tablet of [original, copy]) expect(await tablet.round()).toMatchObject({ ok: true });
  for (const tablet of [original, copy]) {
    expect(await everythingOn(tablet)).not.toContain(word);
    expect(tablet.store.cases().map(({ name }) => name)).toEqual(['Semhar']);
  }
});

test('[S11] [S2] what such a reading brought leaves later, if an open form cannot be saved when it ends', async () => {
  const { original, copy } = await twoReadingAnew();
  expect(await original.round()).toMatchObject({ ok: true });
  copy.flush = () => Promise.resolve(false);
  expect(await copy.round()).toMatchObject({ ok: true });
  expect(copy.store.cases()).toHaveLength(2);
  copy.flush = () => Promise.resolve(true);
  expect(await copy.round()).toMatchObject({ ok: true });
  expect(await everythingOn(copy)).not.toContain(word);
  expect(copy.store.cases().map(({ name }) => name)).toEqual(['Semhar']);
});

test('[S11] a backup from before it, restored, does not bring an erased case back', async () => {
  const { a, b } = await twoTablets();
  const backup = await county.backUp();
  await write(b, { needs: `${word} nach der Sicherung` });
  await b.round();
  await county.erase(caseId);
  await county.restart(async () => {
    expect(await putBack(backup, county.folder, county.clock, () => 'epoch-2')).toMatchObject({ ok: true });
    expect(bytesOfServer()).toContain(word);
  });
  expect(bytesOfServer()).not.toContain(word);
  for (const tablet of [a, b, a]) expect(await tablet.round()).toMatchObject({ ok: true });
  for (const tablet of [a, b]) {
    expect(await everythingOn(tablet)).not.toContain(word);
    expect(tablet.store.cases().map(({ name }) => name)).toEqual(['Semhar']);
  }
  expect(bytesOfServer()).not.toContain(word);
});

test('[S11] a tablet that the restored server does not know drops the case as well', async () => {
  const backup = await county.backUp();
  const { a } = await twoTablets();
  await county.erase(caseId);
  await county.putInPlace(backup);
  expect(await a.round()).toMatchObject({ ok: true });
  expect(await a.round()).toMatchObject({ ok: true });
  expect(await everythingOn(a)).not.toContain(word);
  expect(a.store.cases().map(({ name }) => name)).toEqual(['Semhar']);
});

test('[S11] the ledger stands before the deed, survives a torn line, and goes along with the backups', async () => {
  const { a } = await twoTablets();
  await county.erase(caseId);
  const ledger = join(county.folder, ERASURES);
  expect(readErasures(ledger)).toEqual([{ caseId, at: county.clock.toISOString() }]);
  expect(readFileSync(ledger, 'utf8')).not.toContain(word);
  writeFileSync(ledger, '{"caseId":"case-00', { flag: 'a' });
  expect(readErasures(ledger)).toHaveLength(1);
  await county.erase('case-0002');
  expect(readErasures(ledger).map((erasure) => erasure.caseId)).toEqual([caseId, 'case-0002']);
  await county.backUp();
  expect(readErasures(join(county.folder, 'backups', ERASURES))).toEqual(readErasures(ledger));
  expect(await a.round()).toMatchObject({ ok: true });
  writeFileSync(ledger, '{"caseId":"case-0003","at":"gestern"}\n', { flag: 'a' });
  expect(() => readErasures(ledger)).toThrow(/damaged .*line 4/);
});

test('[S11] a case that its tablet has just made, and whose receipt was lost, does not come back with the late receipt', async () => {
  const a = await county.tablet('a', county.wiebke);
  await a.round();
  await openCase(a, caseId, word);
  const { device, cursor, batches } = await a.store.takeOutgoing(1000, 1_000_000);
  const changes = batches.flatMap((batch) => batch.changes);
  const clock = county.clock.toISOString();
  await county.serve(county.wiebke, {
    ...{ protocol: PROTOCOL, device, cursor, clock, changes, voids: [], purged: [] },
  });
  await county.erase(caseId);
  const again = await county.tablet('a', county.wiebke, { like: a });
  expect(await again.round()).toMatchObject({ ok: true });
  expect(again.store.cases()).toEqual([]);
  expect(await everythingOn(again)).not.toContain(word);
});
