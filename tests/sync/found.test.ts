// What the simulation found, each as a case of its own: it took thousands of steps to happen by chance.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { limitsIdOf, personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { headsOf, type VersionedRecord } from '#domain/record.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { createTwoSides, type Tablet, type TwoSides } from './two-sides.ts';

let county: TwoSides;
beforeEach(async () => {
  county = await createTwoSides();
});
afterEach(() => county.close());

const caseId = 'case-0001';
const recordId = personIdOf(caseId);

const openCase = async (tablet: Tablet): Promise<void> => {
  await tablet.store.write([
    { caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'DEMO-1' } },
    { caseId, kind: 'person', recordId, set: { nameCalled: 'Semhar', needs: 'Kurs' } },
  ]);
  await tablet.round();
  await tablet.store.open(caseId);
};
const write = ({ store }: Tablet, set: Record<string, Json>, seen?: Record<string, string[]>) =>
  store.write([{ caseId, kind: 'person', recordId, set, ...(seen === undefined ? {} : { seen }) }]);
const person = async ({ store }: Tablet): Promise<VersionedRecord | undefined> => {
  const file = await store.open(caseId);
  store.close(caseId);
  return file.records.get(recordId);
};
const kept = (): Promise<VersionedRecord | undefined> =>
  county.storage.read((reading) => reading.record(recordId));
const another = async (): Promise<Tablet> => {
  const tablet = await county.tablet('b', county.henrike);
  await tablet.round();
  await tablet.store.open(caseId);
  return tablet;
};

test('[S14] what one tab has sent does not grow, however little another tab knows and sends', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  await write(tablet, { strengths: 'geduldig' });
  const slower = await county.tablet('a', county.wiebke, { like: tablet });
  await write(tablet, { goalOwnWords: 'Pflege' });
  await tablet.store.takeOutgoing(1000, 1_000_000);
  await slower.store.takeOutgoing(1000, 1_000_000);
  const later = await county.tablet('a', county.wiebke, { like: tablet });
  const before = await later.database.changes.count();
  await write(later, { goalOwnWords: 'Altenpflege' });
  expect(await later.database.changes.count()).toBe(before + 1);
});

test('[S6] a tab that has not heard of the other one overrules nothing that it never showed', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  const sleeper = await county.tablet('a', county.wiebke, { like: tablet });
  await sleeper.store.open(caseId);
  const colleague = await another();
  await write(colleague, { needs: 'Kinderbetreuung' });
  await colleague.round();
  await tablet.round();
  await write(tablet, { strengths: 'geduldig' });
  await write(sleeper, { needs: 'Abendkurs' });
  await sleeper.round();
  const values = (await kept())?.versions['needs']?.map(({ value }) => value);
  expect(values).toEqual(['Kinderbetreuung', 'Abendkurs']);
});

test('[S6] words begun before a deletion arrived keep the item on the screen', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  const path = 'spellings/a1/text';
  await write(tablet, { [path]: 'Semhar' });
  await tablet.round();
  const colleague = await another();
  const seen = { [path]: [...headsOf(await person(tablet), path)] };
  await write(colleague, { 'spellings/a1/gone': true });
  await colleague.round();
  await tablet.round();
  await write(tablet, { [path]: 'Semhar T.' }, seen);
  await tablet.round();
  expect((await kept())?.values['spellings/a1/gone']).toBe(false);
});

test('[S3] what a tablet under a new name sends again is not shown on top of what came after it', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  const colleague = await another();
  await write(tablet, { strengths: 'geduldig' });
  await tablet.round();
  await colleague.round();
  await write(colleague, { strengths: 'geduldig und genau' });
  await colleague.round();
  await tablet.round();
  await tablet.store.renewDevice('device-renewed');
  expect(await tablet.round()).toMatchObject({ ok: true });
  expect(tablet.letters.at(-1)?.request).toMatchObject({
    device: 'device-renewed',
    changes: [{ number: 1 }, {}, {}],
  });
  expect(await person(tablet)).toEqual(await kept());
});

test('[S7] a field that was written again after every attempt in vain goes out at last, without a false conflict', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  for (let attempt = 1; attempt <= 60; attempt += 1) {
    await write(tablet, { strengths: `Fassung ${attempt}` });
    await tablet.store.takeOutgoing(1000, 1_000_000);
  }
  expect(await tablet.round()).toMatchObject({ ok: true });
  expect(tablet.store.transfer().waiting).toEqual([]);
  expect(await kept()).toMatchObject({ values: { strengths: 'Fassung 60' }, versions: {} });
});

test('[S6] a choice made after a deletion is not seen by it, though both still wait', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  await tablet.round();
  const colleague = await another();
  await write(colleague, { 'spellings/a1/text': 'Semhar' });
  await colleague.round();
  const { device, cursor } = await tablet.store.takeOutgoing(1000, 1_000_000);
  await write(tablet, { 'spellings/a1/text': 'Semhar T.' });
  await write(tablet, { 'spellings/a1/gone': true });
  const clock = county.clock.toISOString();
  const asked = { protocol: PROTOCOL, device, cursor, clock, changes: [], voids: [], purged: [] };
  const answer = await county.serve(county.wiebke, asked);
  if (answer.ok) await tablet.store.receive(cursor, answer.value);
  expect((await person(tablet))?.values['spellings/a1/gone']).toBe(false);
  await write(tablet, { 'spellings/a1/text': 'Semhar' });
  await tablet.round();
  expect((await kept())?.values).toMatchObject({ 'spellings/a1/text': 'Semhar', 'spellings/a1/gone': false });
});

test('[S6] what is written where one has deleted herself is no objection to it, though all of it still waits', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  await write(tablet, { 'spellings/a1/text': 'Semhar' });
  await write(tablet, { 'spellings/a1/gone': true });
  await write(tablet, { 'spellings/a1/text': 'Semhar T.' });
  const before = await person(tablet);
  await tablet.round();
  const after = await kept();
  for (const record of [before, after]) {
    expect(record?.values).toMatchObject({ 'spellings/a1/gone': true });
    expect(record?.versions).toEqual({});
  }
});

test('[S9] an answer that knows less than the server has taken hides nothing of one’s own', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  const colleague = await another();
  await write(tablet, { strengths: 'geduldig' });
  const slower = await county.tablet('a', county.wiebke, { like: tablet });
  await write(tablet, { goalOwnWords: 'Pflege' });
  const { device, cursor, batches } = await tablet.store.takeOutgoing(1000, 1_000_000);
  const changes = batches.flatMap((batch) => batch.changes);
  const clock = county.clock.toISOString();
  const rest = { voids: [], purged: [] };
  await county.serve(county.wiebke, {
    ...{ protocol: PROTOCOL, device, cursor, clock, changes: [...changes], ...rest },
  });
  await write(colleague, { unpaidWork: 'Chor' });
  await colleague.round();
  await slower.round();
  await tablet.round();
  const again = await county.tablet('a', county.wiebke, { like: tablet });
  await again.round();
  expect(await person(again)).toEqual(await kept());
});

test('[S9] [S14] what was asked from an answer that was taken in part is not taken: it may be older than what is here', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  await write(tablet, { strengths: 'geduldig' });
  const slower = await county.tablet('a', county.wiebke, { like: tablet });
  await write(tablet, { goalOwnWords: 'Pflege' });
  const send = async ({ store }: Tablet) => {
    const { device, cursor, batches } = await store.takeOutgoing(1000, 1_000_000);
    const changes = batches.flatMap((batch) => batch.changes);
    const clock = county.clock.toISOString();
    const asked = { protocol: PROTOCOL, device, cursor, clock, changes, voids: [], purged: [] };
    const answer = await county.serve(county.wiebke, asked);
    if (!answer.ok) throw new Error(answer.error.type);
    return { cursor, answer: answer.value };
  };
  await send(tablet);
  // It knows of one change and hears that two were taken: of the other it must first learn how it ended.
  const { cursor, answer } = await send(slower);
  expect(await slower.store.receive(cursor, answer)).toBe(false);
  expect(await slower.round()).toMatchObject({ ok: true });
  expect(await person(slower)).toEqual(await kept());
});

test('[S10] letting go of limits leaves what the same answer tells of the case', async () => {
  await county.change(county.henrike, { mayReadLimits: true });
  const lead = { ...county.henrike, mayReadLimits: true };
  const tablet = await county.tablet('a', lead);
  await openCase(tablet);
  await tablet.store.write([
    { caseId, kind: 'limits', recordId: limitsIdOf(caseId), set: { basis: 'SELF' } },
  ]);
  await tablet.round();
  await county.handOver(caseId, county.wiebke);
  await tablet.round();
  const file = await tablet.store.open(caseId);
  expect(file.records.get(limitsIdOf(caseId))).toBeUndefined();
  expect(file.records.get(caseId)?.values['owner']).toBe(county.wiebke.id);
});

test('[S3] a deletion that rests on what others wrote is the same on the tablet that wrote it', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  await write(tablet, { 'spellings/a1/text': 'Semhar' });
  await tablet.round();
  const colleague = await another();
  await write(colleague, { 'spellings/a1/note': 'vom Pass' });
  await colleague.round();
  await write(tablet, { 'spellings/a1/gone': true });
  await tablet.store.takeOutgoing(1000, 1_000_000);
  await write(tablet, { 'spellings/a1/gone': false });
  await tablet.round();
  await tablet.round();
  expect(await person(tablet)).toEqual(await kept());
});

test('[S7] a tablet that lost a row the server had taken reads everything once more', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  await write(tablet, { strengths: 'geduldig' });
  const { device, cursor, batches } = await tablet.store.takeOutgoing(1000, 1_000_000);
  const changes = batches.flatMap((batch) => batch.changes);
  const clock = county.clock.toISOString();
  await county.serve(county.wiebke, {
    ...{ protocol: PROTOCOL, device, cursor, clock, changes: [...changes], voids: [], purged: [] },
  });
  await tablet.database.changes.delete(changes[0]?.number ?? 0);
  const mended = await county.tablet('a', county.wiebke, { like: tablet });
  await mended.round();
  await mended.round();
  expect(await person(mended)).toEqual(await kept());
});

test('[S7] numbers lost in many places hold nothing up: one round declares all of them and sends all the rest', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  const values = Array.from({ length: 30 }, (_, index) => `Tugend ${index}`);
  // Each is a deed of two, so that none of them grows into the next.
  for (const [index, strengths] of values.entries())
    await tablet.store.write([
      { caseId, kind: 'person', recordId, set: { strengths } },
      { caseId, kind: 'consultation', recordId: `talk-${index}-0001`, set: { minutes: 30 } },
    ]);
  const numbers = tablet.store.transfer().waiting.map(({ number }) => number);
  // As after a restore, when what was handed over has left no rows: gaps before, between, and none at the end.
  await tablet.database.changes.bulkDelete(numbers.filter((_, index) => index % 7 === 0));
  const again = await county.tablet('a', county.wiebke, { like: tablet });
  const sent = again.letters.length;
  expect(await again.round()).toMatchObject({ ok: true });
  expect(again.store.transfer().waiting).toEqual([]);
  expect(again.letters.length - sent).toBe(1);
  expect((await kept())?.values['strengths']).toBe('Tugend 29');
});

test('[S10] what one tab has saved of a case is not forgotten by another tab that lets the case go', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  const sleeper = await county.tablet('a', county.wiebke, { like: tablet });
  await write(tablet, { strengths: 'geduldig' });
  await county.handOver(caseId, county.cem);
  // This one has not heard of it, and is told that the case has left.
  await sleeper.round();
  const gaining = await county.tablet('c', county.cem);
  await gaining.round();
  const contributions = await county.storage.read((reading) => reading.recordsOfCase(caseId));
  expect(contributions.filter(({ kind }) => kind === 'contribution')).toHaveLength(1);
  expect(sleeper.store.transfer()).toMatchObject({ waiting: [], handed: [{}] });
  expect(await sleeper.database.changes.toArray()).toEqual([]);
});

test('[S2] [S10] a copied profile lets go of a case that left before the copy got a name of its own', async () => {
  const tablet = await county.tablet('a', county.wiebke);
  await openCase(tablet);
  const woken = await county.copyOf(tablet);
  await tablet.store.write([{ caseId: null, kind: 'partner', recordId: 'partner-1', set: { note: 'eins' } }]);
  await tablet.round();
  await county.handOver(caseId, county.cem);
  await tablet.round();
  await woken.store.write([{ caseId: null, kind: 'partner', recordId: 'partner-1', set: { note: 'zwei' } }]);
  await woken.round();
  expect(woken.store.transfer().device).not.toBe(tablet.store.transfer().device);
  expect(woken.store.caseById(caseId)).toBeUndefined();
  expect(woken.store.county().records.get('partner-1')?.versions['note']).toHaveLength(2);
});
