// A server restored from an older backup notices it by itself and gets back what its devices still have (S12).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { keepBackupMark } from '#server/backup-mark.ts';
import { putBack } from '#server/backup/put-back.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { EPOCH, epochOf } from '#server/epoch.ts';
import { createTwoSides, type Tablet, type TwoSides } from './two-sides.ts';

let county: TwoSides;
beforeEach(async () => {
  county = await createTwoSides();
});
afterEach(() => county.close());

const caseId = 'case-0001';
const recordId = personIdOf(caseId);

const openCase = async ({ store }: Tablet, id = caseId): Promise<void> => {
  const result = await store.write([
    { caseId: id, kind: 'case', recordId: id, set: { fileNumber: 'DEMO-1' } },
    { caseId: id, kind: 'person', recordId: personIdOf(id), set: { nameCalled: 'Semhar' } },
  ]);
  expect(result.ok).toBe(true);
};
const write = ({ store }: Tablet, set: Record<string, Json>) =>
  store.write([{ caseId, kind: 'person', recordId, set }]);
const seen = async ({ store }: Tablet, id = caseId): Promise<unknown> => {
  const file = await store.open(id);
  store.close(id);
  return [...file.records]
    .map(([record, { values, heads, versions }]) => ({ record, values, heads, versions }))
    .sort();
};
const kept = (path: string): Promise<Json | undefined> =>
  county.storage.read(async (reading) => (await reading.record(recordId))?.values[path]);
const epoch = (): Promise<string> => county.storage.read(epochOf);
const inTheTable = async ({ database }: Tablet): Promise<readonly number[]> =>
  (await database.changes.toArray()).map(({ number }) => number);
const told = ({ letters }: Tablet) => {
  const answer = letters.at(-1)?.answer;
  if (answer?.ok !== true) throw new Error('no answer');
  return answer.value;
};

/** Two tablets at work, a backup, and then an afternoon that the backup does not know. */
const afternoon = async (): Promise<{ a: Tablet; b: Tablet; backup: string }> => {
  const a = await county.tablet('a', county.wiebke);
  await openCase(a);
  await a.round();
  const b = await county.tablet('b', county.henrike);
  await b.round();
  const backup = await county.backUp();
  await write(a, { strengths: 'geduldig' });
  await a.round();
  await b.round();
  await write(b, { needs: 'Kurs mit Kinderbetreuung', strengths: 'geduldig und genau' });
  await openCase(b, 'case-0002');
  await b.round();
  await a.round();
  return { a, b, backup };
};
const comesBack = async (a: Tablet, b: Tablet): Promise<void> => {
  for (const tablet of [a, b, a, b]) expect(await tablet.round()).toMatchObject({ ok: true });
  expect(await kept('strengths')).toBe('geduldig und genau');
  expect(await kept('needs')).toBe('Kurs mit Kinderbetreuung');
  expect(await seen(a)).toEqual(await seen(b));
  expect(await county.storage.read(async (reading) => (await reading.record('case-0002'))?.id)).toBe(
    'case-0002',
  );
  expect(b.store.caseById('case-0002')?.name).toBe('Semhar');
  for (const { store } of [a, b]) expect(store.transfer()).toMatchObject({ waiting: [], refused: [] });
};

describe('after a restore', () => {
  test('[S12] everything comes back that its author’s device still has, and all devices hold the same', async () => {
    const { a, b, backup } = await afternoon();
    const before = await epoch();
    await county.restart(async () => {
      expect(await putBack(backup, county.folder, county.clock, () => 'epoch-2')).toMatchObject({ ok: true });
    });
    expect(before).not.toBe(await epoch());
    expect(await epoch()).toBe('epoch-2');
    expect(await kept('strengths')).toBeUndefined();
    await comesBack(a, b);
  });

  test('[S12] the mark outside the database is enough: nobody says that a file was exchanged', async () => {
    const { a, b, backup } = await afternoon();
    await county.putInPlace(backup);
    expect(await epoch()).not.toBe('epoch-1');
    await comesBack(a, b);
  });

  test('[S12] a device that has read further than the database has come is enough as well', async () => {
    const { a, b, backup } = await afternoon();
    await county.putInPlace(backup, 'unseen');
    expect(await epoch()).toBe('epoch-1');
    expect(await a.round()).toMatchObject({ ok: true });
    expect(await epoch()).not.toBe('epoch-1');
    await comesBack(a, b);
  });
});

describe('while it comes back', () => {
  test('[S12] a case that somebody looks at is open again when it has come back', async () => {
    const a = await county.tablet('a', county.wiebke);
    await a.round();
    const b = await county.tablet('b', county.henrike);
    await b.round();
    const backup = await county.backUp();
    await openCase(a);
    await a.round();
    await b.round();
    await b.store.open(caseId);
    await county.putInPlace(backup);
    await b.round();
    expect(b.store.read(caseId)).toBeUndefined();
    await a.round();
    await b.round();
    expect(b.store.read(caseId)?.records.get(recordId)?.values).toMatchObject({ nameCalled: 'Semhar' });
  });

  /** One tablet opens a case that the backup does not know, and another one writes in it. */
  const writtenSince = async (): Promise<{ opener: Tablet; a: Tablet; backup: string }> => {
    const opener = await county.tablet('opener', county.wiebke);
    const a = await county.tablet('a', county.wiebke);
    await opener.round();
    await a.round();
    const backup = await county.backUp();
    await openCase(opener);
    await opener.round();
    await a.round();
    await write(a, { strengths: 'geduldig' });
    await a.round();
    return { opener, a, backup };
  };

  test('[S12] a letter from before the restore that comes late is not taken: its author would not hear how it ends now', async () => {
    const { opener, a, backup } = await writtenSince();
    const late = a.letters.find(({ request }) => request.changes.length > 0);
    if (late === undefined) throw new Error('nothing was sent');
    await county.putInPlace(backup);
    expect(await county.serve(county.wiebke, late.request)).toMatchObject({
      value: { receipts: [], anew: true },
    });
    expect(await opener.round()).toMatchObject({ ok: true });
    expect(await a.round()).toMatchObject({ ok: true });
    expect(await kept('strengths')).toBe('geduldig');
    expect(a.store.transfer()).toMatchObject({ waiting: [], refused: [] });
  });

  test('[S12] [S2] what a copy of a profile has sent again may have ended otherwise: the original hears of it, too', async () => {
    const { opener, a, backup } = await writtenSince();
    const copy = await county.copyOf(a);
    await county.putInPlace(backup);
    // The case has not come back yet: nobody may write in it.
    expect(await copy.round()).toMatchObject({ ok: true });
    expect(copy.store.transfer().refused).toHaveLength(1);
    expect(await opener.round()).toMatchObject({ ok: true });
    expect(await a.round()).toMatchObject({ ok: true });
    expect(a.store.transfer()).toMatchObject({ waiting: [], refused: [{ set: { strengths: 'geduldig' } }] });
  });

  test('[S10] [S12] what was typed and cannot be leaves with its case, though something else holds that back at first', async () => {
    const opener = await county.tablet('c', county.cem);
    await openCase(opener);
    await opener.round();
    const a = await county.tablet('a', county.wiebke);
    await a.round();
    // The backup does not know that she ever had the case: nobody will name it to her.
    const backup = await county.backUp();
    await county.handOver(caseId, county.wiebke);
    await a.round();
    await a.store.drafts.put(`${recordId}|bornOn`, '31. Februar', caseId);
    await county.putInPlace(backup);
    const { device, cursor } = await a.store.takeOutgoing(1000, 1_000_000);
    const asked = { protocol: PROTOCOL, device, cursor, clock: county.clock.toISOString() };
    const answer = await county.serve(county.wiebke, { ...asked, changes: [], voids: [], purged: [] });
    if (!answer.ok) throw new Error(answer.error.type);
    await write(a, { strengths: 'geduldig' });
    await a.store.receive(cursor, answer.value);
    expect(a.store.transfer().drafts).toBe(1);
    await a.round();
    for (const { number } of a.store.transfer().refused) await a.store.discard(number);
    await openCase(opener, 'case-0002');
    await opener.round();
    await county.handOver('case-0002', county.wiebke);
    await a.round();
    expect(a.store.cases().map((one) => one.caseId)).toEqual(['case-0002']);
    expect(a.store.transfer()).toMatchObject({ waiting: [], refused: [], drafts: 0 });
    expect(await a.database.drafts.count()).toBe(0);
  });

  test('[S10] [S12] what left a tablet after its first answer of a restored server is named to it', async () => {
    const opener = await county.tablet('c', county.cem);
    await openCase(opener);
    await opener.round();
    await county.handOver(caseId, county.wiebke);
    const backup = await county.backUp();
    const a = await county.tablet('a', county.wiebke);
    await write(opener, { strengths: 'geduldig' });
    for (const tablet of [opener, a]) await tablet.round();
    await county.putInPlace(backup);
    // It registers anew, is answered once, and the line is cut.
    const cut = await county.tablet('a', county.wiebke, { like: a, answers: 2 });
    await cut.round();
    expect(cut.store.cases()).toHaveLength(1);
    await county.handOver(caseId, county.cem);
    const again = await county.tablet('a', county.wiebke, { like: cut });
    expect(await again.round()).toMatchObject({ ok: true });
    expect(again.store.cases()).toEqual([]);
  });

  test('[S12] what a backup holds and its author was never answered for holds up nothing', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await a.round();
    await write(a, { strengths: 'geduldig' });
    const { device, cursor, batches } = await a.store.takeOutgoing(1000, 1_000_000);
    const changes = batches.flatMap((batch) => batch.changes);
    const asked = { protocol: PROTOCOL, device, cursor, clock: county.clock.toISOString(), changes };
    await county.serve(county.wiebke, { ...asked, voids: [], purged: [] });
    const backup = await county.backUp();
    await write(a, { needs: 'Kurs' });
    await county.putInPlace(backup);
    // Nothing says that it was restored but the epoch: the database holds all that anybody was told.
    await county.storage.write((writing) => writing.putFact(EPOCH, 'epoch-2'));
    expect(await a.round()).toMatchObject({ ok: true });
    expect(a.store.transfer()).toMatchObject({ waiting: [], refused: [] });
    expect([await kept('strengths'), await kept('needs')]).toEqual(['geduldig', 'Kurs']);
  });

  test('[S12] [S10] a case that is handed over before its author has come back: what she wrote arrives all the same', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await a.round();
    const backup = await county.backUp();
    await write(a, { strengths: 'geduldig' });
    await a.round();
    await county.putInPlace(backup);
    await county.handOver(caseId, county.cem);
    expect(await a.round()).toMatchObject({ ok: true });
    const records = await county.storage.read((reading) => reading.recordsOfCase(caseId));
    expect(records.filter(({ kind }) => kind === 'contribution')).toHaveLength(1);
    expect(a.store.transfer()).toMatchObject({ waiting: [], handed: [{}] });
    expect(a.store.caseById(caseId)).toBeUndefined();
    expect(await inTheTable(a)).toEqual([]);
  });

  test('[S12] [S3] a deletion that is sent again on older ground is the same here and there', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await write(a, { 'spellings/s1/text': 'Samhar' });
    await a.round();
    const b = await county.tablet('b', county.henrike);
    await b.round();
    const backup = await county.backUp();
    await write(b, { 'spellings/s1/text': 'Semhár' });
    await b.round();
    await a.round();
    await write(a, { 'spellings/s1/gone': true });
    await a.round();
    await county.putInPlace(backup);
    // It reads what the backup holds; then the other one is quicker with what the deletion rests on.
    const cut = await county.tablet('a', county.wiebke, { like: a, answers: 1 });
    await cut.round();
    await b.round();
    const again = await county.tablet('a', county.wiebke, { like: a });
    for (const tablet of [again, b]) expect(await tablet.round()).toMatchObject({ ok: true });
    expect(await kept('spellings/s1/gone')).toBe(true);
    expect(await seen(again)).toEqual(await seen(b));
  });

  test('[S12] what the server has lost is shown as waiting until it is there again', async () => {
    const { b, backup } = await afternoon();
    await county.putInPlace(backup);
    const cut = await county.tablet('b', county.henrike, { like: b, answers: 1 });
    expect(await cut.round()).toMatchObject({ ok: false });
    expect(cut.store.transfer().waiting.map(({ set }) => set)).toContainEqual({
      needs: 'Kurs mit Kinderbetreuung',
      strengths: 'geduldig und genau',
    });
    expect(cut.store.caseById('case-0002')?.name).toBe('Semhar');
    expect(await cut.round()).toMatchObject({ ok: false });
    const again = await county.tablet('b', county.henrike, { like: b });
    expect(again.store.transfer().waiting).not.toEqual([]);
    expect(await again.round()).toMatchObject({ ok: true });
    expect(again.store.transfer().waiting).toEqual([]);
    expect(await kept('needs')).toBe('Kurs mit Kinderbetreuung');
  });

  test('[S12] a refused change is tried again as well, and what a person discarded is not missed', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await a.round();
    const backup = await county.backUp();
    for (const travelMinutes of [100_000, 200_000]) {
      await write(a, { travelMinutes });
      await a.round();
    }
    await write(a, { strengths: 'geduldig' });
    await a.round();
    const [first, second] = a.store.transfer().refused;
    await a.store.discard(first?.number ?? 0);
    await county.putInPlace(backup);
    const again = await county.tablet('a', county.wiebke, { like: a });
    expect(again.store.transfer().refused).toEqual([second]);
    expect(await again.round()).toMatchObject({ ok: true });
    expect(await kept('strengths')).toBe('geduldig');
    expect(again.store.transfer()).toMatchObject({ waiting: [], refused: [second] });
    const receipts = again.letters.flatMap(({ answer }) => (answer.ok ? answer.value.receipts : []));
    expect(receipts).toContainEqual({ number: first?.number, result: 'void' });
  });

  test('[S12] a tablet that the backup does not know at all brings everything it has', async () => {
    const backup = await county.backUp();
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await write(a, { strengths: 'geduldig' });
    await a.round();
    await county.putInPlace(backup);
    expect(await a.round()).toMatchObject({ ok: true });
    expect(await kept('strengths')).toBe('geduldig');
    expect(a.store.transfer().waiting).toEqual([]);
  });

  test('[S12] an older backup is restored again before everybody has come back from the first restore', async () => {
    const { a, b, backup } = await afternoon();
    await county.putInPlace(backup);
    await a.round();
    await county.putInPlace(backup);
    await comesBack(a, b);
  });
});

describe('the journal', () => {
  test('[S12] is kept until a verified backup holds it, and then cut, but for what was refused', async () => {
    const { a } = await afternoon();
    expect(told(a).safe).toBe(2);
    expect(await inTheTable(a)).toEqual([3]);
    await write(a, { travelMinutes: 100_000 });
    await write(a, { goalOwnWords: 'Pflege' });
    await a.round();
    expect(await inTheTable(a)).toEqual([3, 4, 5]);
    await county.backUp();
    await a.round();
    expect(told(a).safe).toBe(5);
    expect(await inTheTable(a)).toEqual([4]);
    expect(a.store.transfer().refused).toMatchObject([{ number: 4 }]);
    const again = await county.tablet('a', county.wiebke, { like: a });
    expect(again.store.transfer().refused).toMatchObject([{ number: 4 }]);
    await write(again, { strengths: 'geht weiter' });
    await again.round();
    expect(await inTheTable(a)).toEqual([4, 6]);
  });

  test('[S12] is written by nobody: a receipt for what is folded at once touches no row', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    const before = await a.database.changes.toArray();
    await a.round();
    expect(await a.database.changes.toArray()).toEqual(before);
    expect(a.store.transfer().waiting).toEqual([]);
  });

  test('[S12] stays whole after a restore, whatever a backup of the former epoch held', async () => {
    const { a, backup } = await afternoon();
    await county.putInPlace(backup);
    const devices = { 'device-a': 1000 };
    const at = county.clock.toISOString();
    await keepBackupMark(county.storage, { epoch: 'epoch-1', seq: 1000, file: 'geleit.sqlite', at, devices });
    await a.round();
    expect(told(a).safe).toBe(0);
    expect(await inTheTable(a)).toEqual([3]);
    await county.backUp();
    await a.round();
    expect(told(a).safe).toBe(3);
    expect(await inTheTable(a)).toEqual([]);
  });

  test('[S12] what only a newer backup had made safe cannot come back, and blocks nobody', async () => {
    const { a, b, backup } = await afternoon();
    await county.backUp();
    await a.round();
    await b.round();
    expect(await inTheTable(a)).toEqual([]);
    await write(a, { goalOwnWords: 'Pflege' });
    await a.round();
    await county.putInPlace(backup);
    for (const tablet of [a, b, a]) expect(await tablet.round()).toMatchObject({ ok: true });
    expect(await kept('goalOwnWords')).toBe('Pflege');
    expect(await seen(a)).toEqual(await seen(b));
  });
});

describe('a reading that begins anew', () => {
  /** Enough to fill more than one page of an answer. */
  const many = 12;
  const fill = async (tablet: Tablet): Promise<void> => {
    for (let index = 0; index < many; index += 1) {
      const id = `case-1${String(index).padStart(3, '0')}`;
      await openCase(tablet, id);
      for (let talk = 0; talk < 15; talk += 1) {
        const note = `${'Beratung '.repeat(1000)}${String(index)}`;
        await tablet.store.write([
          { caseId: id, kind: 'consultation', recordId: `talk-${id}-${String(talk)}`, set: { note } },
        ]);
      }
    }
  };

  test('[S12] shows what it had until it is complete, whatever cuts it, and then nothing else', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await fill(a);
    await a.round();
    expect(a.store.transfer().refused).toEqual([]);
    const b = await county.tablet('b', county.henrike);
    await b.round();
    const backup = await county.backUp();
    await openCase(a, 'case-lost');
    await a.round();
    await b.round();
    expect(b.store.cases()).toHaveLength(many + 2);
    await county.putInPlace(backup);
    const cut = await county.tablet('b', county.henrike, { like: b, answers: 1 });
    expect(await cut.round()).toMatchObject({ ok: false });
    expect(cut.letters[0]?.answer).toMatchObject({ ok: true, value: { anew: true, more: true } });
    for (const tablet of [cut, await county.tablet('b', county.henrike, { like: b })]) {
      expect(tablet.store.cases()).toHaveLength(many + 2);
      expect(tablet.store.caseById('case-lost')?.name).toBe('Semhar');
    }
    const [one, two] = [
      await county.tablet('b', county.henrike, { like: b, channel: new BroadcastChannel('anew') }),
      await county.tablet('b', county.henrike, { like: b, channel: new BroadcastChannel('anew') }),
    ];
    expect(await one.round()).toMatchObject({ ok: true });
    expect(one.letters.flatMap(({ answer }) => (answer.ok ? [answer.value.anew] : []))).not.toContain(true);
    await expect.poll(() => two.store.caseById('case-lost')).toBeUndefined();
    for (const tablet of [one, two, await county.tablet('b', county.henrike, { like: b })]) {
      expect(tablet.store.cases()).toHaveLength(many + 1);
      expect(await seen(tablet, 'case-1011')).toEqual(await seen(a, 'case-1011'));
      expect(await seen(tablet)).toEqual(await seen(a));
    }
    const names = (await b.database.pages.toCollection().primaryKeys()).map((page) => page.split('-')[0]);
    expect(new Set(names).size).toBe(1);
    await one.store.lock();
    await two.store.lock();
  });

  test('[S12] is begun once more if the server was restored again meanwhile, and leaves nothing behind', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await fill(a);
    await a.round();
    expect(a.store.transfer().refused).toEqual([]);
    const backup = await county.backUp();
    const b = await county.tablet('b', county.henrike);
    await b.round();
    await county.putInPlace(backup);
    await write(a, { strengths: 'zwischen zwei Fassungen' });
    await a.round();
    const cut = await county.tablet('b', county.henrike, { like: b, answers: 1 });
    await cut.round();
    await county.putInPlace(backup);
    const again = await county.tablet('b', county.henrike, { like: b });
    expect(await again.round()).toMatchObject({ ok: true });
    const names = (await b.database.pages.toCollection().primaryKeys()).map((page) => page.split('-')[0]);
    expect(new Set(names).size).toBe(1);
    expect(again.store.cases()).toHaveLength(many + 1);
  });

  test('[S12] [S1] shows what was accepted meanwhile, also when the server is restored once more', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await a.round();
    const first = await county.backUp();
    await write(a, { unpaidWork: 'Chor' });
    await a.round();
    await county.putInPlace(first);
    county.pageBytes = 1;
    await write(a, { strengths: 'geduldig' });
    // The first answer tells of the restore, the second takes both changes; the pages after it are cut off.
    const cut = await county.tablet('a', county.wiebke, { like: a, answers: 2 });
    expect(await cut.round()).toMatchObject({ ok: false });
    expect(await kept('strengths')).toBe('geduldig');
    const second = await county.backUp();
    await write(cut, { needs: 'Kurs' });
    const again = await county.tablet('a', county.wiebke, { like: cut, answers: 1 });
    expect(await again.round()).toMatchObject({ ok: false });
    expect(await kept('needs')).toBe('Kurs');
    await county.putInPlace(second);
    const last = await county.tablet('a', county.wiebke, { like: again, answers: 1 });
    expect(await last.round()).toMatchObject({ ok: false });
    const shown = (await last.store.open(caseId)).records.get(recordId)?.values;
    expect(shown).toMatchObject({ strengths: 'geduldig', needs: 'Kurs' });
  });

  test('[S12] [S2] a copied profile that is cut there and gets a name of its own sends everything once more', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await a.round();
    const backup = await county.backUp();
    await write(a, { unpaidWork: 'Chor' });
    await a.round();
    await county.putInPlace(backup);
    const colleague = await county.tablet('b', county.henrike);
    for (const id of ['partner-1', 'partner-2', 'partner-3', 'partner-4', 'partner-5', 'partner-6'])
      await colleague.store.write([{ caseId: null, kind: 'partner', recordId: id, set: { name: 'VHS' } }]);
    await colleague.round();
    county.pageBytes = 1;
    await write(a, { strengths: 'geduldig' });
    const cut = await county.tablet('a', county.wiebke, { like: a, answers: 2 });
    expect(await cut.round()).toMatchObject({ ok: false });
    const woken = await county.copyOf(cut);
    // Under its former name the server has lost what it had accepted from it; the other side counts on under that name.
    await county.putInPlace(backup);
    county.pageBytes = 1_000_000;
    const original = await county.tablet('a', county.wiebke, { like: cut });
    await write(original, { needs: 'Kurs' });
    expect(await original.round()).toMatchObject({ ok: true });
    await write(woken, { goalOwnWords: 'Pflege' });
    for (const tablet of [woken, original, woken]) expect(await tablet.round()).toMatchObject({ ok: true });
    expect(woken.store.transfer().device).not.toBe(original.store.transfer().device);
    for (const path of ['unpaidWork', 'strengths', 'needs', 'goalOwnWords'])
      expect(await kept(path)).toBeDefined();
    expect(await seen(woken)).toEqual(await seen(original));
    // What is folded in is settled: nothing of it is opened any more.
    expect((await woken.database.meta.get('settled'))?.value).toBe(Math.max(...(await inTheTable(woken))));
  });

  test('[S12] [S14] a tab that slept comes to rest with a server that has forgotten its device', async () => {
    const backup = await county.backUp();
    const awake = await county.tablet('a', county.wiebke);
    await openCase(awake);
    await awake.round();
    const asleep = await county.tablet('a', county.wiebke, { like: awake });
    await write(awake, { strengths: 'geduldig' });
    await awake.round();
    await county.putInPlace(backup);
    // It is not known there, has not heard of the other tab, and holds nothing that waits for an answer.
    expect(await asleep.round()).toMatchObject({ ok: true });
    expect(await kept('strengths')).toBe('geduldig');
  });

  test('rights that were narrowed take away what the device holds', async () => {
    const a = await county.tablet('a', county.wiebke);
    await openCase(a);
    await a.round();
    const b = await county.tablet('b', county.henrike);
    await b.round();
    expect(b.store.cases()).toHaveLength(1);
    const { role: caseworker } = county.wiebke;
    const narrowed = { ...county.henrike, role: caseworker };
    await county.storage.write((writing) => writing.putAccount(narrowed));
    const after = await county.tablet('b', narrowed, { like: b });
    expect(await after.round()).toMatchObject({ ok: true });
    expect(after.store.cases()).toEqual([]);
    expect(await seen(after)).toEqual([]);
  });
});
