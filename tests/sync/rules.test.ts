// The rules of sync, each with a case of its own. The simulation tries them all together; here each can be read.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contributionToChange } from '#domain/contribution.ts';
import { decisionOf, reopeningOf } from '#domain/dispute.ts';
import { personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { headsOf } from '#domain/record.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { writeAsServer } from '#server/server-changes.ts';
import { openRow, sealBody } from '#store/waiting.ts';
import { createTwoSides, type Tablet, type TwoSides } from './two-sides.ts';
import { everythingOn } from './unsealed.ts';

let county: TwoSides;
beforeEach(async () => {
  county = await createTwoSides();
});
afterEach(() => county.close());

const caseId = 'case-0001';
const recordId = personIdOf(caseId);

const openCase = async ({ store }: Tablet): Promise<void> => {
  const result = await store.write([
    { caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'DEMO-1' } },
    { caseId, kind: 'person', recordId, set: { nameCalled: 'Semhar', needs: 'Kurs' } },
  ]);
  expect(result.ok).toBe(true);
};
const write = ({ store }: Tablet, set: Record<string, Json>) =>
  store.write([{ caseId, kind: 'person', recordId, set }]);
const shown = async ({ store }: Tablet, path: string): Promise<Json | undefined> => {
  const file = await store.open(caseId);
  store.close(caseId);
  return file.records.get(recordId)?.values[path];
};
/** All that is kept of a field, in the order of the words. */
const versions = async ({ store }: Tablet, path: string): Promise<readonly Json[]> => {
  const record = (await store.open(caseId)).records.get(recordId);
  store.close(caseId);
  const open = record?.versions[path]?.map(({ value }) => value) ?? [record?.values[path] ?? null];
  return open.toSorted();
};
/** The id of the last change on a tablet. */
const lastId = async ({ database }: Tablet): Promise<string> =>
  (await database.changes.orderBy(':id').last())?.id ?? '';
/** The last change of a tablet as the programs before decision 0022 left it: it grew under its id. */
const grownUnder = async (tablet: Tablet, id: string): Promise<Tablet> => {
  const { changes } = tablet.database;
  const row = await changes.orderBy(':id').last();
  if (row === undefined) throw new Error('nothing was written');
  const { body } = await openRow(tablet.key, row);
  await changes.put({ ...row, id, box: await sealBody(tablet.key, { ...body, id }) });
  return county.tablet(tablet.name, county.wiebke, { like: tablet });
};
/** A change waited when the profile was copied, and grew on both sides, in a program before decision 0022. */
const grownTwice = async (): Promise<{ readonly original: Tablet; readonly copy: Tablet }> => {
  const original = await county.tablet('a', county.wiebke);
  await openCase(original);
  await original.round();
  await write(original, { strengths: 'ge' });
  const id = await lastId(original);
  const copy = await county.copyOf(original);
  await write(original, { strengths: 'geduldig' });
  await write(copy, { strengths: 'gelassen' });
  return { original: await grownUnder(original, id), copy: await grownUnder(copy, id) };
};
const kept = (path: string): Promise<Json | undefined> =>
  county.storage.read(async (reading) => (await reading.record(recordId))?.values[path]);

describe('on the device', () => {
  test('[S1] a save is one row, and is there when the tablet dies the next moment', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    const before = await tablet.database.changes.count();
    await write(tablet, { strengths: 'geduldig' });
    expect(await tablet.database.changes.count()).toBe(before + 1);
    const again = await county.tablet('a', county.wiebke, { like: tablet });
    expect(await shown(again, 'strengths')).toBe('geduldig');
    expect(again.store.caseById(caseId)?.name).toBe('Semhar');
  });

  test('[S1] an answer takes the change from what waits and into what was pulled, the cursor with it', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    expect(tablet.store.transfer().waiting).toEqual([]);
    expect(await tablet.database.pages.count()).toBeGreaterThan(0);
    const again = await county.tablet('a', county.wiebke, { like: tablet });
    expect(again.store.transfer().waiting).toEqual([]);
    expect(await shown(again, 'needs')).toBe('Kurs');
    await again.round();
    expect(again.letters).toHaveLength(1);
    expect(again.letters[0]?.answer).toMatchObject({ ok: true, value: { records: [], deltas: [] } });
  });

  test('typing for twenty minutes is one change, until it is under way', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    for (const text of ['g', 'ge', 'geduldig']) await write(tablet, { strengths: text });
    expect(tablet.store.transfer().waiting).toHaveLength(3);
    await tablet.store.takeOutgoing(1000, 1_000_000);
    await write(tablet, { strengths: 'geduldig und genau' });
    expect(tablet.store.transfer().waiting).toHaveLength(4);
  });

  test('[S14] two tabs are one device: numbers have no gap and no double, and both show all', async () => {
    const first = await county.tablet('a', county.wiebke, { channel: new BroadcastChannel('tabs') });
    await openCase(first);
    const second = await county.tablet('a', county.wiebke, {
      like: first,
      channel: new BroadcastChannel('tabs'),
    });
    await Promise.all([
      ...['1', '2', '3'].map((text) => write(first, { strengths: `erster ${text}` })),
      ...['1', '2', '3'].map((text) => write(second, { goalOwnWords: `zweiter ${text}` })),
    ]);
    const numbers = (await first.database.changes.toArray()).map((row) => row.number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    await Promise.all([first.round(), second.round()]);
    await first.round();
    expect(await kept('strengths')).toBe('erster 3');
    expect(await kept('goalOwnWords')).toBe('zweiter 3');
    await expect.poll(() => shown(second, 'strengths')).toBe('erster 3');
    await expect.poll(() => shown(first, 'goalOwnWords')).toBe('zweiter 3');
    await first.store.lock();
    await second.store.lock();
  });

  test('[S14] a tab that slept and was told nothing reads what the other one wrote', async () => {
    const asleep = await county.tablet('a', county.wiebke);
    await openCase(asleep);
    const awake = await county.tablet('a', county.wiebke, { like: asleep });
    await asleep.store.open(caseId);
    await write(awake, { strengths: 'geduldig' });
    await awake.round();
    await write(awake, { goalOwnWords: 'noch nicht gesendet' });
    await asleep.store.catchUp();
    expect(await shown(asleep, 'strengths')).toBe('geduldig');
    expect(await shown(asleep, 'goalOwnWords')).toBe('noch nicht gesendet');
    expect(asleep.store.transfer().waiting).toHaveLength(1);
  });

  test('[S14] a tab that slept sends what the other one let grow, not what it remembers', async () => {
    const asleep = await county.tablet('a', county.wiebke);
    await openCase(asleep);
    await asleep.round();
    await write(asleep, { strengths: 'gedul' });
    const awake = await county.tablet('a', county.wiebke, { like: asleep });
    await write(awake, { strengths: 'geduldig' });
    await asleep.round();
    const desk = await county.tablet('b', county.henrike);
    await desk.round();
    expect(await shown(desk, 'strengths')).toBe('geduldig');
    expect(asleep.store.transfer().waiting).toHaveLength(0);
  });

  test('[S14] a tab that slept does not send what the other one let grow, sent and handed over', async () => {
    const sleeper = await county.tablet('a', county.wiebke);
    await openCase(sleeper);
    await sleeper.round();
    await write(sleeper, { strengths: 'geduldig' });
    const awake = await county.tablet('a', county.wiebke, { like: sleeper });
    await write(awake, { strengths: 'geduldig und genau' });
    await county.handOver(caseId, county.cem);
    await awake.round();
    expect(await sleeper.round()).toMatchObject({ ok: true });
    expect(sleeper.letters.slice(1).flatMap(({ request }) => request.changes)).toEqual([]);
    expect(sleeper.store.transfer()).toMatchObject({ waiting: [], device: awake.store.transfer().device });
  });

  test('[S14] [S10] a tab that slept forgets what the other one let go of, alone on its page or beside others', async () => {
    const awake = await county.tablet('a', county.wiebke);
    await openCase(awake);
    await awake.store.write([
      { caseId: 'case-0002', kind: 'case', recordId: 'case-0002', set: { fileNumber: 'DEMO-2' } },
    ]);
    await awake.round();
    const sleeper = await county.tablet('a', county.wiebke, { like: awake });
    for (const [left, rest] of [
      ['case-0002', ['case-0001']],
      ['case-0001', []],
    ] as const) {
      await county.handOver(left, county.cem);
      await awake.round();
      await sleeper.round();
      expect(sleeper.store.cases().map((summary) => summary.caseId)).toEqual(rest);
      expect((await sleeper.store.open(left)).records.size).toBe(0);
      sleeper.store.close(left);
    }
  });

  test('[S14] [S10] a tab that sleeps while another one lets go of a case does not write down its old list when it locks', async () => {
    const awake = await county.tablet('a', county.wiebke);
    await openCase(awake);
    await awake.round();
    const sleeper = await county.tablet('a', county.wiebke, { like: awake });
    await county.handOver(caseId, county.cem);
    await awake.round();
    await awake.store.lock();
    await sleeper.store.lock();
    const again = await county.tablet('a', county.wiebke, { like: awake });
    expect(again.store.cases()).toEqual([]);
    expect(await everythingOn(again)).not.toContain('Semhar');
  });

  test('[S14] two leading tabs for a moment: the one that comes late does no harm', async () => {
    const late = await county.tablet('a', county.wiebke);
    await openCase(late);
    await late.round();
    const other = await county.tablet('b', county.henrike);
    await other.round();
    await write(other, { goalOwnWords: 'vom Schreibtisch' });
    await other.round();
    const early = await county.tablet('a', county.wiebke, { like: late });
    await write(late, { strengths: 'geduldig' });
    // The late one has taken its letter and stands still; the other one sends, hears the answer, and goes on writing.
    const outgoing = await late.store.takeOutgoing(1000, 1_000_000);
    await early.round();
    await write(early, { strengths: 'geduldig und genau' });
    await early.round();
    const head = await county.storage.read((reading) => reading.head());
    const answer = await county.serve(county.wiebke, {
      ...{ protocol: PROTOCOL, device: outgoing.device, cursor: outgoing.cursor },
      ...{
        clock: county.clock.toISOString(),
        changes: outgoing.batches.flatMap(({ changes }) => changes),
        voids: outgoing.batches.flatMap(({ voids }) => voids),
        purged: [],
      },
    });
    if (!answer.ok) throw new Error(answer.error.type);
    expect(answer.value.receipts).toMatchObject([{ result: 'accepted' }]);
    expect(await county.storage.read((reading) => reading.head())).toBe(head);
    expect(await late.store.receive(outgoing.cursor, answer.value)).toBe(false);
    expect(await shown(late, 'strengths')).toBe('geduldig und genau');
    expect(await shown(late, 'goalOwnWords')).toBe('vom Schreibtisch');
    expect(await late.round()).toMatchObject({ ok: true });
    for (const tab of [late, early]) {
      expect(tab.store.transfer().waiting).toEqual([]);
      expect(tab.store.caseById(caseId)?.contested).toBe(0);
    }
    expect(await kept('strengths')).toBe('geduldig und genau');
  });
});

describe('between device and server', () => {
  test('[S2] a request that arrives twice is taken once and answered alike', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    const sent = tablet.letters.find(({ request, answer }) => request.changes.length > 0 && answer.ok);
    if (sent === undefined) throw new Error('nothing was sent');
    const head = await county.storage.read((reading) => reading.head());
    const again = await county.serve(county.wiebke, sent.request);
    expect(again.ok && again.value.receipts).toEqual(sent.answer.ok && sent.answer.value.receipts);
    expect(await county.storage.read((reading) => reading.head())).toBe(head);
  });

  test('[S2] a new tablet registers before it sends: its first letter is not turned away', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    expect(tablet.letters.map(({ answer }) => answer.ok)).toEqual([true]);
  });

  test('[S2] a cloned profile is noticed: one goes on under a new name, and nothing of either is lost', async () => {
    const original = await county.tablet('a', county.wiebke);
    await openCase(original);
    await original.round();
    const awake = await county.copyOf(original);
    await write(original, { strengths: 'vom ersten' });
    await write(awake, { goalOwnWords: 'vom zweiten' });
    expect(await original.round()).toMatchObject({ ok: true });
    expect(await awake.round()).toMatchObject({ ok: true });
    expect(awake.store.transfer().device).not.toBe(original.store.transfer().device);
    expect(await kept('strengths')).toBe('vom ersten');
    expect(await kept('goalOwnWords')).toBe('vom zweiten');
  });

  test('[S2, S6] a waiting change that grew on both sides of a copy is two changes: both texts are kept and asked about', async () => {
    const { original, copy } = await grownTwice();
    await copy.store.takeOutgoing(1000, 1_000_000);
    await write(copy, { strengths: 'gelassen und froh' });
    for (const tablet of [original, copy, original]) expect(await tablet.round()).toMatchObject({ ok: true });
    for (const tablet of [original, copy]) {
      expect(tablet.store.transfer()).toMatchObject({ waiting: [], refused: [] });
      expect(await versions(tablet, 'strengths')).toEqual(['geduldig', 'gelassen und froh']);
    }
  });

  test('[S2, S6] what a form showed before its change got another id still counts as seen', async () => {
    const { original, copy } = await grownTwice();
    const opened = (await copy.store.open(caseId)).records.get(recordId);
    const seen = { strengths: opened === undefined ? [] : headsOf(opened, 'strengths') };
    for (const tablet of [original, copy]) expect(await tablet.round()).toMatchObject({ ok: true });
    await copy.store.write([
      { caseId, kind: 'person', recordId, set: { strengths: 'gelassen und froh' }, seen },
    ]);
    for (const tablet of [copy, original]) expect(await tablet.round()).toMatchObject({ ok: true });
    expect(await versions(original, 'strengths')).toEqual(['geduldig', 'gelassen und froh']);
  });

  test('[S2, S6] one that chose among two values on one side of a copy alone is two changes: the choice counts', async () => {
    const original = await county.tablet('a', county.wiebke);
    await openCase(original);
    await original.round();
    const other = await county.tablet('b', county.henrike);
    await other.round();
    await write(other, { strengths: 'froh' });
    for (const tablet of [other, original]) await tablet.round();
    const words = { caseId, kind: 'person', recordId, set: { strengths: 'geduldig' } };
    await original.store.write([{ ...words, seen: { strengths: [] } }]);
    const id = await lastId(original);
    const copy = await county.copyOf(original);
    await original.store.write([words]);
    const chosen = await grownUnder(original, id);
    await copy.round();
    expect(await versions(copy, 'strengths')).toEqual(['froh', 'geduldig']);
    for (const tablet of [chosen, copy]) {
      expect(await tablet.round()).toMatchObject({ ok: true });
      expect(tablet.store.transfer()).toMatchObject({ waiting: [], refused: [] });
      expect(await versions(tablet, 'strengths')).toEqual(['geduldig']);
    }
  });

  test('[S2] a change that grows bears another id: what others have read under the former one, nobody overwrites', async () => {
    const original = await county.tablet('a', county.wiebke);
    await openCase(original);
    await original.round();
    const colleague = await county.tablet('b', county.henrike);
    await write(original, { strengths: 'ge' });
    const former = await lastId(original);
    const copy = await county.copyOf(original);
    const backup = await county.backUp();
    for (const tablet of [copy, colleague]) expect(await tablet.round()).toMatchObject({ ok: true });
    await write(colleague, { strengths: 'gern bei den Kindern' });
    expect(await colleague.round()).toMatchObject({ ok: true });
    await county.putInPlace(backup);
    // The server has lost it all; the original comes first, with words that nobody has read.
    await write(original, { strengths: 'geduldig' });
    expect(await lastId(original)).not.toBe(former);
    for (const tablet of [original, copy, colleague, original, copy, colleague])
      expect(await tablet.round()).toMatchObject({ ok: true });
    for (const tablet of [original, colleague])
      expect(await versions(tablet, 'strengths')).toEqual(['geduldig', 'gern bei den Kindern']);
  });

  test('[S2, S10] one that grew on both sides of a copy and came too late is two contributions', async () => {
    const { original, copy } = await grownTwice();
    await county.handOver(caseId, county.cem);
    for (const tablet of [original, copy, copy, original]) {
      expect(await tablet.round()).toMatchObject({ ok: true });
      expect(tablet.store.transfer()).toMatchObject({ waiting: [], refused: [] });
    }
    const records = await county.storage.read((reading) => reading.recordsOfCase(caseId));
    const offered = records.flatMap((record) => contributionToChange(record)?.set['strengths'] ?? []);
    expect(offered.toSorted()).toEqual(['geduldig', 'gelassen']);
  });

  test('[S4] who saw the other value replaces it, though her clock is a year behind', async () => {
    const early = await county.tablet('early', county.wiebke);
    await openCase(early);
    await early.round();
    const late = await county.tablet('late', county.henrike, { skew: -365 * 86_400_000 });
    await late.round();
    await write(late, { needs: 'Kurs mit Kinderbetreuung' });
    await late.round();
    await early.round();
    expect(await shown(early, 'needs')).toBe('Kurs mit Kinderbetreuung');
    expect(early.store.caseById(caseId)?.contested).toBe(0);
  });

  test('[S5] a wrong clock is noticed and corrected for; nothing is refused', async () => {
    const tablet = await county.tablet('a', county.wiebke, { skew: 3 * 3_600_000 });
    await openCase(tablet);
    expect(await tablet.round()).toMatchObject({ ok: true });
    expect(tablet.store.transfer().clockOffset).toBe(-3 * 3_600_000);
    const receipts = tablet.letters.flatMap(({ answer }) => (answer.ok ? answer.value.receipts : []));
    expect(receipts).toMatchObject([{ result: 'accepted', at: county.clock.toISOString() }, {}]);
  });

  test('[S7] a change that cannot be right is refused with its reason, stays readable, and holds nothing up', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    await tablet.store.open(caseId);
    await write(tablet, { travelMinutes: 100_000 });
    await write(tablet, { strengths: 'geduldig' });
    await tablet.round();
    expect(await kept('strengths')).toBe('geduldig');
    expect(await kept('travelMinutes')).toBeUndefined();
    expect(await shown(tablet, 'travelMinutes')).toBeUndefined();
    expect(tablet.store.transfer().waiting).toEqual([]);
    expect(tablet.store.transfer().refused).toMatchObject([
      { set: { travelMinutes: 100_000 }, refusal: { type: 'invalid-value', path: 'travelMinutes' } },
    ]);
  });

  test('[S7] a deed is refused as a whole', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    await tablet.store.write([
      { caseId, kind: 'person', recordId, set: { strengths: 'geduldig' } },
      { caseId, kind: 'consultation', recordId: 'talk-0001', set: { minutes: -5 } },
    ]);
    await tablet.round();
    expect(await kept('strengths')).toBeUndefined();
    expect(tablet.store.transfer().refused.map((entry) => entry.refusal?.type)).toEqual([
      'deed-refused',
      'invalid-value',
    ]);
  });

  test('[S7] a refused change that is mended is a new change, is accepted, and the refused one is done with', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    await write(tablet, { travelMinutes: 100_000 });
    await tablet.round();
    const [refused] = tablet.store.transfer().refused;
    const number = refused?.number ?? 0;
    const mended = await tablet.store.resend(number, { [number]: { travelMinutes: 100 } });
    expect(mended).toMatchObject({ ok: true });
    expect(tablet.store.transfer().refused).toEqual([]);
    expect(tablet.store.transfer().waiting).toMatchObject([{ set: { travelMinutes: 100 } }]);
    expect(await shown(tablet, 'travelMinutes')).toBe(100);
    await tablet.round();
    expect(await kept('travelMinutes')).toBe(100);
    const sent = tablet.letters
      .flatMap(({ request }) => request.changes)
      .filter(({ set }) => Object.hasOwn(set, 'travelMinutes'));
    expect(sent.map(({ set }) => set['travelMinutes'])).toEqual([100_000, 100]);
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
    const again = await county.tablet('a', county.wiebke, { like: tablet });
    expect(again.store.transfer()).toMatchObject({ waiting: [], refused: [] });
  });

  test('[S7] a refused deed is sent anew as a whole, and what cannot be mended is left out of it', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    await tablet.store.write([
      { caseId, kind: 'person', recordId, set: { strengths: 'geduldig' } },
      { caseId, kind: 'consultation', recordId: 'talk-0001', set: { minutes: -5 } },
    ]);
    await tablet.round();
    const [whole, wrong] = tablet.store.transfer().refused;
    expect(whole?.deed).toBe(wrong?.deed);
    await tablet.store.resend(whole?.number ?? 0);
    await tablet.round();
    expect(tablet.store.transfer().refused.map((entry) => entry.refusal?.type)).toEqual([
      'deed-refused',
      'invalid-value',
    ]);
    const [, again] = tablet.store.transfer().refused;
    await tablet.store.resend(again?.number ?? 0, { [again?.number ?? 0]: {} });
    await tablet.round();
    expect(tablet.store.transfer()).toMatchObject({ waiting: [], refused: [] });
    expect(await kept('strengths')).toBe('geduldig');
  });

  test('[S6, S7] a refused change that is sent again after a colleague wrote overrules nobody: there are two versions', async () => {
    const tablet = await county.tablet('a', county.henrike);
    await openCase(tablet);
    await tablet.round();
    const stranger = await county.tablet('b', county.wiebke);
    await stranger.round();
    await write(stranger, { strengths: 'von Wiebke' });
    await stranger.round();
    await write(tablet, { strengths: 'von Henrike' });
    await tablet.round();
    // From now on she stands in for the owner, and sends the same once more.
    await county.storage.write((writing) =>
      writeAsServer(
        writing,
        [{ caseId, kind: 'case', recordId: caseId, set: { 'deputies/d/user': county.wiebke.id } }],
        county.clock.toISOString(),
        () => crypto.randomUUID(),
      ),
    );
    const [refused] = stranger.store.transfer().refused;
    expect(refused?.refusal).toEqual({ type: 'not-allowed' });
    await stranger.store.resend(refused?.number ?? 0);
    await stranger.round();
    await tablet.round();
    for (const { store } of [stranger, tablet]) {
      const file = await store.open(caseId);
      expect(file.records.get(recordId)?.versions['strengths']).toMatchObject([
        { value: 'von Henrike', by: county.henrike.id, device: 'device-a' },
        { value: 'von Wiebke', by: county.wiebke.id, device: 'device-b' },
      ]);
      expect(store.caseById(caseId)?.disputes).toEqual([
        { kind: 'person', recordId, path: 'strengths', by: [county.henrike.id, county.wiebke.id] },
      ]);
    }
  });

  test('[S7] what was given up is gone from the disk, and comes back as it was when she thinks again', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    await write(tablet, { travelMinutes: 100_000 });
    await tablet.round();
    const before = tablet.store.transfer().refused;
    const number = before[0]?.number ?? 0;
    await tablet.store.discard(number);
    expect(tablet.store.transfer().refused).toEqual([]);
    expect(await tablet.database.changes.get(number)).toBeUndefined();
    await tablet.store.takeBack(number);
    expect(tablet.store.transfer().refused).toEqual(before);
    expect(await tablet.database.changes.get(number)).toBeDefined();
    await write(tablet, { strengths: 'geduldig' });
    await tablet.round();
    expect(await kept('strengths')).toBe('geduldig');
  });

  test('[S6] a decision travels like any change, works without network, and both ends hold it', async () => {
    const wiebke = await county.tablet('a', county.wiebke);
    await openCase(wiebke);
    await wiebke.round();
    const henrike = await county.tablet('b', county.henrike);
    await henrike.round();
    await write(wiebke, { needs: 'Kita-Platz bis 12 Uhr' });
    await write(henrike, { needs: 'Kita-Platz bis 14 Uhr' });
    await wiebke.round();
    await henrike.round();
    await wiebke.round();
    expect(wiebke.store.caseById(caseId)?.disputes).toEqual(henrike.store.caseById(caseId)?.disputes);
    const file = await wiebke.store.open(caseId);
    const before = file.records.get(recordId);
    if (before === undefined) throw new Error('no person');
    await wiebke.store.write([decisionOf(before, 'needs', 'Kita-Platz bis 14 Uhr')]);
    expect(wiebke.store.caseById(caseId)?.contested).toBe(0);
    await wiebke.round();
    await henrike.round();
    expect(henrike.store.caseById(caseId)?.contested).toBe(0);
    expect(await shown(henrike, 'needs')).toBe('Kita-Platz bis 14 Uhr');

    const after = (await wiebke.store.open(caseId)).records.get(recordId);
    if (after === undefined) throw new Error('no person');
    await wiebke.store.write(reopeningOf(before, after, 'needs'));
    expect(wiebke.store.caseById(caseId)?.contested).toBe(1);
    await wiebke.round();
    await henrike.round();
    expect(henrike.store.caseById(caseId)?.contested).toBe(1);
  });

  test('[S7] numbers that a damaged tablet lost are declared void and do not block it', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    await write(tablet, { strengths: 'geht verloren' });
    await write(tablet, { goalOwnWords: 'bleibt' });
    const [lost] = tablet.store.transfer().waiting;
    await tablet.database.changes.delete(lost?.number ?? 0);
    const mended = await county.tablet('a', county.wiebke, { like: tablet });
    expect(await mended.round()).toMatchObject({ ok: true });
    expect(await kept('goalOwnWords')).toBe('bleibt');
    const receipts = mended.letters.flatMap(({ answer }) => (answer.ok ? answer.value.receipts : []));
    expect(receipts).toContainEqual({ number: lost?.number, result: 'void' });
  });

  test('[S7] a change that was accepted and lost before it found its place is read once more', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    const other = await county.tablet('b', county.henrike);
    await other.round();
    await other.store.write([{ caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'DEMO-2' } }]);
    await other.round();
    county.pageBytes = 1;
    const cut = await county.tablet('a', county.wiebke, { like: tablet, answers: 1 });
    await write(cut, { strengths: 'geduldig' });
    const [lost] = cut.store.transfer().waiting;
    expect((await cut.round()).ok).toBe(false);
    expect(cut.letters[0]?.answer).toMatchObject({ ok: true, value: { more: true } });
    await tablet.database.changes.delete(lost?.number ?? 0);
    const mended = await county.tablet('a', county.wiebke, { like: tablet });
    expect(await mended.round()).toMatchObject({ ok: true });
    expect(await shown(mended, 'strengths')).toBe('geduldig');
    const asked = mended.letters.length;
    expect(await mended.round()).toMatchObject({ ok: true });
    expect(mended.letters.length).toBe(asked + 1);
  });

  test('[S7] a gap ends a push: the server says which number it expects, and takes nothing behind it', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    const [sent] = tablet.letters.filter(({ request }) => request.changes.length > 0);
    const [change] = sent?.request.changes.filter(({ kind }) => kind === 'person') ?? [];
    if (sent === undefined || change === undefined) throw new Error('nothing was sent');
    const beyond = { ...change, id: 'change-beyond', deed: 'deed-beyond', number: change.number + 2 };
    const answer = await county.serve(county.wiebke, { ...sent.request, changes: [beyond] });
    expect(answer).toMatchObject({ ok: true, value: { receipts: [], expect: change.number + 1 } });
    expect(await kept('needs')).toBe('Kurs');
  });

  test('[S8] a reader gets what was accepted while she turned the pages, and whole what was made before', async () => {
    const author = await county.tablet('a', county.wiebke);
    await openCase(author);
    await author.round();
    await author.store.write([{ caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'DEMO-2' } }]);
    await author.round();
    county.pageBytes = 1;
    const reader = await county.tablet('b', county.henrike, { answers: 1 });
    expect((await reader.round()).ok).toBe(false);
    expect(reader.letters[0]?.answer).toMatchObject({ ok: true, value: { more: true } });
    await write(author, { strengths: 'neu' });
    await author.round();
    const again = await county.tablet('b', county.henrike, { like: reader });
    await again.round();
    expect(again.letters.length).toBeGreaterThan(1);
    expect(await shown(again, 'strengths')).toBe('neu');
    expect(await shown(again, 'nameCalled')).toBe('Semhar');
    expect((await again.store.open(caseId)).records.get(caseId)?.values['fileNumber']).toBe('DEMO-2');
  });

  test('[S9] who holds a record is told the written paths alone, and nobody is told her own', async () => {
    const author = await county.tablet('a', county.wiebke);
    await openCase(author);
    await author.round();
    const reader = await county.tablet('b', county.henrike);
    await reader.round();
    await write(author, { strengths: 'neu' });
    await author.round();
    expect(author.letters.at(-1)?.answer).toMatchObject({ ok: true, value: { records: [], deltas: [] } });
    await reader.round();
    const told = reader.letters.at(-1)?.answer;
    expect(told?.ok && told.value.records).toEqual([]);
    expect(told?.ok && told.value.deltas.map((delta) => Object.keys(delta.paths))).toEqual([['strengths']]);
  });

  test('[S9] who writes beside somebody else is told the other’s leaf, and not her own once more', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await openCase(tablet);
    await tablet.round();
    const other = await county.tablet('b', county.henrike);
    await other.round();
    await write(other, { strengths: 'geduldig' });
    await other.round();
    await write(tablet, { goalOwnWords: 'Pflegerin' });
    await tablet.round();
    const told = tablet.letters.flatMap(({ answer }) => (answer.ok ? answer.value.deltas : []));
    expect(told.flatMap(({ paths }) => Object.keys(paths))).toEqual(['strengths']);
    expect(await shown(tablet, 'goalOwnWords')).toBe('Pflegerin');
  });

  test('[S9] a round with nothing to do is one request with an empty answer', async () => {
    const tablet = await county.tablet('a', county.wiebke);
    await tablet.round();
    const before = tablet.letters.length;
    await tablet.round();
    expect(tablet.letters).toHaveLength(before + 1);
    const { request, answer } = tablet.letters.at(-1) ?? {};
    expect(request).toMatchObject({ changes: [], voids: [] });
    expect(answer).toMatchObject({ ok: true, value: { records: [], deltas: [], gone: [], more: false } });
  });

  test("another person's record is refused, and never told", async () => {
    const tablet = await county.tablet('a', county.henrike);
    await openCase(tablet);
    await tablet.round();
    const stranger = await county.tablet('b', county.wiebke);
    await stranger.round();
    expect(stranger.store.cases()).toEqual([]);
    await write(stranger, { strengths: 'fremd' });
    await stranger.round();
    expect(stranger.store.transfer().refused).toMatchObject([{ refusal: { type: 'not-allowed' } }]);
    expect(await kept('strengths')).toBeUndefined();
  });
});
