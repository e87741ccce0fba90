// S10, case by case: a case goes to somebody else, and nothing of it is lost, nothing stays, nothing comes twice.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contributionToChange, decisionOf, isContributionKind } from '#domain/contribution.ts';
import { limitsIdOf, personIdOf } from '#domain/id.ts';
import { PROTOCOL } from '#protocol/version.ts';
import type { Json } from '#domain/json.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { requestOf1, syncRequest1Schema, syncResponse1Schema } from '#protocol/older.ts';
import { sync } from '#server/sync.ts';
import { createTwoSides, type Tablet, type TwoSides } from './two-sides.ts';
import { everythingOn } from './unsealed.ts';

let county: TwoSides;
let losing: Tablet;
let gaining: Tablet;

const caseId = 'case-0001';
const recordId = personIdOf(caseId);

const write = async (tablet: Tablet, set: Record<string, Json>, kind = 'person', id = recordId) => {
  const result = await tablet.store.write([{ caseId, kind, recordId: id, set }]);
  expect(result.ok).toBe(true);
};
const recordsOn = async ({ store }: Tablet): Promise<ReadonlyMap<string, VersionedRecord>> => {
  const file = await store.open(caseId);
  store.close(caseId);
  return file.records;
};
const shown = async (tablet: Tablet, path: string, id = recordId): Promise<Json | undefined> =>
  (await recordsOn(tablet)).get(id)?.values[path];
const contributionsOn = async (tablet: Tablet): Promise<readonly VersionedRecord[]> =>
  [...(await recordsOn(tablet)).values()].filter(({ kind }) => isContributionKind(kind));
const onlyOne = <Value>(values: readonly Value[]): Value => {
  const [value] = values;
  if (value === undefined || values.length > 1) throw new Error(`there are ${values.length}, not one`);
  return value;
};
const decide = async (tablet: Tablet, decision: Json): Promise<void> => {
  for (const { id, kind } of await contributionsOn(tablet)) await write(tablet, { decision }, kind, id);
};
const rounds = async (...tablets: readonly Tablet[]): Promise<void> => {
  for (const tablet of tablets) expect(await tablet.round()).toMatchObject({ ok: true });
};
const leaving = (tablet: Tablet) =>
  county.storage.read((reading) => reading.leaving(tablet.store.transfer().device));
/** Tells whether anything of the case is left on a tablet: its ids and every word somebody wrote in it. */
const isHeldOn = async (tablet: Tablet): Promise<boolean> => {
  await tablet.store.lock();
  const text = await everythingOn(await county.tablet(tablet.name, county.wiebke, { like: tablet }));
  return [caseId, 'Semhar', 'geduldig', 'Kurs'].some((word) => text.includes(word));
};

beforeEach(async () => {
  county = await createTwoSides();
  losing = await county.tablet('losing', county.wiebke);
  gaining = await county.tablet('gaining', county.cem);
  await losing.store.write([
    { caseId, kind: 'case', recordId: caseId, set: { fileNumber: 'DEMO-1' } },
    { caseId, kind: 'person', recordId, set: { nameCalled: 'Semhar', needs: 'Kurs' } },
  ]);
  await rounds(losing, gaining);
});
afterEach(() => county.close());

describe('a case goes to somebody else', () => {
  test('[S10] [S2] a copied profile that gets a name of its own keeps nothing of what left it meanwhile', async () => {
    await write(losing, { strengths: 'geduldig' });
    await rounds(losing);
    await losing.store.drafts.put(`${recordId}|bornOn`, 'im Kurs geboren', caseId);
    const copy = await county.copyOf(losing);
    await losing.store.write([
      { caseId: null, kind: 'partner', recordId: 'partner-1', set: { name: 'VHS' } },
    ]);
    await county.handOver(caseId, county.cem);
    await rounds(losing);
    await copy.store.write([{ caseId: null, kind: 'partner', recordId: 'partner-2', set: { name: 'BBS' } }]);
    await rounds(copy, copy);
    expect(copy.store.transfer().device).not.toBe(losing.store.transfer().device);
    expect(copy.store.cases()).toEqual([]);
    expect(await isHeldOn(copy)).toBe(false);
  });

  test('[S10] [S2] of two that count under one name, the one that keeps it reads anew as well', async () => {
    await write(losing, { strengths: 'geduldig' });
    await rounds(losing);
    const copy = await county.copyOf(losing);
    await county.handOver(caseId, county.cem);
    await rounds(losing);
    await copy.store.write([{ caseId: null, kind: 'partner', recordId: 'partner-1', set: { name: 'VHS' } }]);
    await rounds(copy);
    const left = [{ caseId: null, kind: 'partner', recordId: 'partner-2', set: { name: 'BBS' } }];
    await losing.store.write(left);
    await rounds(losing, copy);
    expect(losing.store.transfer().device).not.toBe(copy.store.transfer().device);
    expect(copy.store.cases()).toEqual([]);
    expect(await isHeldOn(copy)).toBe(false);
  });

  test('[S10] [S2] of two that count under one name, one that only reads lets go of what the other has purged', async () => {
    const copy = await county.copyOf(losing);
    await county.handOver(caseId, county.cem);
    await rounds(losing);
    expect(await leaving(losing)).toEqual([]);
    await rounds(copy);
    expect(copy.store.transfer().device).toBe(losing.store.transfer().device);
    expect(copy.store.cases()).toEqual([]);
    expect(await isHeldOn(copy)).toBe(false);
    // Whoever knows it is not told again.
    const sent = losing.letters.length;
    await rounds(losing);
    expect(losing.letters.slice(sent)).toMatchObject([{ answer: { value: { gone: [] } } }]);
  });

  test('[S10] [S2] of two that count under one name, one that held a case back lets go of it later, whatever the other has said', async () => {
    const copy = await county.copyOf(losing);
    await county.handOver(caseId, county.cem);
    await rounds(losing);
    // What an open form saves just then goes out with the next letter, and that one does not arrive.
    const cut = await county.tablet('copy', county.wiebke, { like: copy, answers: 1 });
    cut.flush = async () => {
      await write(cut, { strengths: 'geduldig' });
      return true;
    };
    expect(await cut.round()).toMatchObject({ ok: false });
    expect(cut.store.cases()).toHaveLength(1);

    const again = await county.tablet('copy', county.wiebke, { like: cut });
    await rounds(again);
    expect(again.letters).toMatchObject([{ answer: { value: { gone: [] } } }, {}]);
    expect(again.store.cases()).toEqual([]);
    expect(await isHeldOn(again)).toBe(false);
    await rounds(gaining);
    expect(await contributionsOn(gaining)).toHaveLength(1);
  });

  test('[S10] a case that came back before it was let go of stays', async () => {
    const cut = await county.tablet('losing', county.wiebke, { like: losing, answers: 1 });
    await county.handOver(caseId, county.cem);
    cut.flush = async () => {
      await write(cut, { strengths: 'geduldig' });
      return true;
    };
    expect(await cut.round()).toMatchObject({ ok: false });
    await county.handOver(caseId, county.wiebke);
    const again = await county.tablet('losing', county.wiebke, { like: cut });
    await rounds(again, again);
    expect(await shown(again, 'strengths')).toBe('geduldig');
    expect(await shown(again, 'nameCalled')).toBe('Semhar');
  });

  test('[S10] rights that were narrowed take away what she had written herself, the journal too', async () => {
    await county.change(county.wiebke, { mayReadLimits: true });
    const wide = await county.tablet('losing', { ...county.wiebke, mayReadLimits: true }, { like: losing });
    await wide.store.write([
      { caseId, kind: 'limits', recordId: limitsIdOf(caseId), set: { basis: 'SELF' } },
    ]);
    await rounds(wide);
    await county.change(county.wiebke, { mayReadLimits: false });
    const narrowed = await county.tablet('losing', county.wiebke, { like: wide });
    await rounds(narrowed);
    await narrowed.store.lock();
    expect(
      await everythingOn(await county.tablet('losing', county.wiebke, { like: narrowed })),
    ).not.toContain('SELF');
  });

  test('[S10] rights that came and went between two answers leave nothing of what she wrote with them', async () => {
    const wide = { ...county.wiebke, mayReadLimits: true };
    await county.change(county.wiebke, { mayReadLimits: true });
    await losing.store.write([
      { caseId, kind: 'limits', recordId: limitsIdOf(caseId), set: { basis: 'SELF' } },
    ]);
    const { device, cursor, batches } = await losing.store.takeOutgoing(1000, 1_000_000);
    const changes = batches.flatMap((batch) => batch.changes);
    const clock = county.clock.toISOString();
    const asked = { protocol: PROTOCOL, device, cursor, clock, changes, voids: [], purged: [] };
    expect(await county.serve(wide, asked)).toMatchObject({ value: { receipts: [{ result: 'accepted' }] } });
    await county.change(wide, { mayReadLimits: false });
    await rounds(losing);
    await losing.store.lock();
    const again = await county.tablet('losing', county.wiebke, { like: losing });
    expect(await everythingOn(again)).not.toContain('SELF');
    expect(await shown(again, 'needs')).toBe('Kurs');
  });

  test('[S10] rights that were narrowed take away what she had written herself, whatever is sent again', async () => {
    const limits = { caseId, kind: 'limits', recordId: limitsIdOf(caseId), set: { basis: 'SELF' } };
    await county.change(county.wiebke, { mayReadLimits: true });
    losing = await county.tablet('losing', { ...county.wiebke, mayReadLimits: true }, { like: losing });
    await losing.store.write([limits]);
    await rounds(losing);
    const copy = await county.copyOf(losing);
    await write(losing, { needs: 'Abendkurs' });
    await rounds(losing);
    await county.change(county.wiebke, { mayReadLimits: false });
    const narrowed = await county.tablet('copy', county.wiebke, { like: copy });
    await write(narrowed, { strengths: 'geduldig' });
    // It took another name and died: a server that does not know it is sent the whole journal.
    await narrowed.store.renewDevice('device-copy');
    await rounds(narrowed, narrowed);
    expect(narrowed.letters.flatMap(({ request }) => request.changes).map(({ number }) => number)).toContain(
      3,
    );
    expect(narrowed.store.transfer().device).not.toBe(losing.store.transfer().device);
    expect(await shown(narrowed, 'strengths')).toBe('geduldig');
    expect(await shown(narrowed, 'basis', limitsIdOf(caseId))).toBeUndefined();
    await narrowed.store.lock();
    const again = await county.tablet('copy', county.wiebke, { like: narrowed });
    expect(await everythingOn(again)).not.toContain('SELF');
  });

  test('[S10] who gains it gets all its records, who loses it holds nothing of it, and the server knows', async () => {
    await write(losing, { strengths: 'geduldig' });
    await rounds(losing);
    expect(await isHeldOn(losing)).toBe(true);
    losing = await county.tablet('losing', county.wiebke, { like: losing });
    await county.handOver(caseId, county.cem);
    expect(await leaving(losing)).toMatchObject([{ caseId, reason: 'lost' }]);
    await rounds(losing, gaining);
    expect(await leaving(losing)).toEqual([]);
    expect(losing.store.cases()).toEqual([]);
    expect(await isHeldOn(losing)).toBe(false);
    expect(await shown(gaining, 'strengths')).toBe('geduldig');
    expect(gaining.store.cases()).toMatchObject([{ caseId, owner: county.cem.id }]);
  });

  test('[S10] it is named until the tablet has purged it, though answers are lost on the way', async () => {
    await county.handOver(caseId, county.cem);
    const { device, cursor } = await losing.store.takeOutgoing(1000, 1_000_000);
    const look = { protocol: 2, device, clock: county.clock.toISOString(), changes: [], voids: [] };
    for (const purged of [[], [], [{ caseId, seq: 1 }]]) {
      const answer = await county.serve(county.wiebke, { ...look, cursor, purged });
      expect(answer).toMatchObject({
        ok: true,
        value: { gone: [{ caseId, reason: 'lost', owner: county.cem.id }] },
      });
    }
    await rounds(losing);
    const settled = losing.letters.at(-1);
    expect(settled?.request.purged).toMatchObject([{ caseId }]);
    expect(settled?.answer).toMatchObject({ ok: true, value: { gone: [] } });
  });

  test('[S10] a late word of an earlier purge does not make the server forget a later loss', async () => {
    await county.handOver(caseId, county.cem);
    await rounds(losing);
    const late = losing.letters.find(({ request }) => request.purged.length > 0)?.request;
    if (late === undefined) throw new Error('nothing was purged');
    await county.handOver(caseId, county.wiebke);
    await rounds(losing);
    expect(await shown(losing, 'needs')).toBe('Kurs');
    await county.handOver(caseId, county.cem);
    await county.serve(county.wiebke, late);
    expect(await leaving(losing)).toHaveLength(1);
    await rounds(losing);
    expect(await isHeldOn(losing)).toBe(false);
  });

  test('[S10] who gets a case back gets all of it back', async () => {
    await county.handOver(caseId, county.cem);
    await rounds(losing, gaining);
    await write(gaining, { strengths: 'geduldig' });
    await rounds(gaining);
    await county.handOver(caseId, county.wiebke);
    await rounds(losing, gaining);
    expect(await shown(losing, 'strengths')).toBe('geduldig');
    expect(await shown(losing, 'needs')).toBe('Kurs');
    expect(gaining.store.cases()).toEqual([]);
  });

  test('[S10] what was noted aside goes with the case, and nothing of other cases', async () => {
    const other = 'case-0002';
    await losing.store.write([
      { caseId: other, kind: 'case', recordId: other, set: { fileNumber: 'DEMO-2' } },
    ]);
    await losing.store.drafts.put(`${recordId}|birthDate`, '31.02.1990', caseId);
    await losing.store.drafts.put(`${personIdOf(other)}|birthDate`, '30.02.1991', other);
    await county.handOver(caseId, county.cem);
    await rounds(losing);
    expect(losing.store.transfer().drafts).toBe(1);
    const text = await everythingOn(losing);
    expect(text).not.toContain('31.02.1990');
    expect(text).toContain('30.02.1991');
  });

  test('[S10] an open file closes, and says who has the case now', async () => {
    await losing.store.open(caseId);
    await county.handOver(caseId, county.cem);
    await rounds(losing);
    expect(losing.store.read(caseId)).toBeUndefined();
    expect(losing.store.leftCase(caseId)).toMatchObject({ owner: county.cem.id });
  });

  test('[S10] what a hand has touched in an open form is saved and sent before the case is let go of', async () => {
    await county.handOver(caseId, county.cem);
    let isTouched = true;
    losing.flush = async () => {
      if (isTouched) await write(losing, { strengths: 'geduldig' });
      isTouched = false;
      return true;
    };
    await rounds(losing, gaining);
    expect(onlyOne(await contributionsOn(gaining)).values['set']).toEqual({ strengths: 'geduldig' });
    expect(await isHeldOn(losing)).toBe(false);
  });

  test('[S10] a change that was not sent holds the case back', async () => {
    await county.handOver(caseId, county.cem);
    const { device, cursor } = await losing.store.takeOutgoing(1000, 1_000_000);
    const look = { protocol: 2, device, cursor, clock: county.clock.toISOString(), changes: [], voids: [] };
    const answer = await county.serve(county.wiebke, { ...look, purged: [] });
    await write(losing, { strengths: 'geduldig' });
    if (!answer.ok) throw new Error('the server did not answer');
    await losing.store.receive(cursor, answer.value);
    expect(losing.store.purged()).toEqual([]);
    expect(losing.store.cases()).toHaveLength(1);
    expect(await shown(losing, 'strengths')).toBe('geduldig');
  });

  test('[S10] a form that cannot be saved keeps the case', async () => {
    await county.handOver(caseId, county.cem);
    losing.flush = () => Promise.resolve(false);
    await rounds(losing);
    expect(await leaving(losing)).toHaveLength(1);
    expect(await isHeldOn(losing)).toBe(true);
  });

  test('[S7] a refused change stays for its author to look at; the receipt waits until she has', async () => {
    await write(losing, { travelMinutes: 100_000 });
    await rounds(losing);
    await county.handOver(caseId, county.cem);
    await rounds(losing);
    expect(losing.store.cases()).toEqual([]);
    const refused = onlyOne(losing.store.transfer().refused);
    expect(refused.set).toEqual({ travelMinutes: 100_000 });
    expect(await leaving(losing)).toHaveLength(1);
    await losing.store.discard(refused.number);
    await rounds(losing);
    expect(await leaving(losing)).toEqual([]);
    expect(await isHeldOn(losing)).toBe(false);
  });
});

describe('what was not sent when the case went', () => {
  test('[S10] arrives as a contribution, with author and base; number and date stay, and nothing else', async () => {
    await write(losing, { strengths: 'geduldig', needs: 'Kurs am Abend' });
    await county.handOver(caseId, county.cem);
    await rounds(losing, gaining);
    const contribution = onlyOne(await contributionsOn(gaining));
    expect(contribution.kind).toBe('contribution');
    expect(contribution.values).toMatchObject({
      ...{ by: county.wiebke.id, ofKind: 'person', record: recordId, decision: 'open' },
      set: { strengths: 'geduldig', needs: 'Kurs am Abend' },
    });
    expect(Object.keys(contributionToChange(contribution)?.base ?? {})).toEqual(['needs']);
    expect(await shown(gaining, 'strengths')).toBeUndefined();
    expect(losing.store.transfer()).toMatchObject({ waiting: [], refused: [], handed: [{ number: 3 }] });
    expect(await isHeldOn(losing)).toBe(false);
  });

  test('[S10] accepted, it is applied as it was made: id, author, device, time, and what she had seen', async () => {
    await write(losing, { needs: 'Kurs am Abend' });
    const made = onlyOne(
      (await losing.store.takeOutgoing(1000, 1_000_000)).batches.flatMap((batch) => batch.changes),
    );
    await county.handOver(caseId, county.cem);
    county.clock = new Date('2026-11-23T08:00:00.000Z');
    await rounds(losing, gaining);
    await decide(gaining, 'accepted');
    await rounds(gaining);
    expect(await shown(gaining, 'needs')).toBe('Kurs am Abend');
    expect(gaining.store.caseById(caseId)?.contested).toBe(0);
    expect(decisionOf(onlyOne(await contributionsOn(gaining)))).toBe('accepted');
    const kept = await county.storage.read(async (reading) => ({
      change: await reading.changeById(made.id),
      author: (await reading.authorsOf([made.id])).get(made.id),
    }));
    const { device, number, set, base } = made;
    expect(kept.change).toEqual({ by: county.wiebke.id, device, number, content: { set, base } });
    expect(kept.author?.at).toBe(made.at);
  });

  test('[S10] declined, it is not applied, stays in the history, and may still be taken up', async () => {
    await write(losing, { needs: 'Kurs am Abend' });
    await county.handOver(caseId, county.cem);
    await rounds(losing, gaining);
    await decide(gaining, 'declined');
    await rounds(gaining);
    expect(await shown(gaining, 'needs')).toBe('Kurs');
    expect(onlyOne(await contributionsOn(gaining)).values).toMatchObject({
      decision: 'declined',
      set: { needs: 'Kurs am Abend' },
    });
    await decide(gaining, 'accepted');
    await rounds(gaining);
    expect(await shown(gaining, 'needs')).toBe('Kurs am Abend');
  });

  test('[S6] [S10] two values, each written without seeing the other, are both kept', async () => {
    await write(losing, { needs: 'Kurs am Abend' });
    await county.handOver(caseId, county.cem);
    await rounds(gaining);
    await write(gaining, { needs: 'Kurs mit Kinderbetreuung' });
    await rounds(gaining, losing, gaining);
    await decide(gaining, 'accepted');
    await rounds(gaining);
    const person = (await recordsOn(gaining)).get(recordId);
    expect(person?.versions['needs']).toMatchObject([
      { value: 'Kurs mit Kinderbetreuung', by: county.cem.id },
      { value: 'Kurs am Abend', by: county.wiebke.id },
    ]);
  });

  test('[S10] a deed is kept together', async () => {
    await losing.store.write([
      { caseId, kind: 'consultation', recordId: 'talk-0001', set: { minutes: 30 } },
      { caseId, kind: 'person', recordId, set: { strengths: 'geduldig' } },
      { caseId: null, kind: 'partner', recordId: 'partner-0001', set: { name: 'Volkshochschule' } },
    ]);
    await county.handOver(caseId, county.cem);
    await rounds(losing, gaining);
    const deeds = (await contributionsOn(gaining)).map(({ values }) => values['deed']);
    expect(deeds).toHaveLength(2);
    expect(new Set(deeds).size).toBe(1);
    expect(gaining.store.county().records.get('partner-0001')?.values['name']).toBe('Volkshochschule');
    await decide(gaining, 'accepted');
    await rounds(gaining);
    expect(await shown(gaining, 'minutes', 'talk-0001')).toBe(30);
    expect(await shown(gaining, 'strengths')).toBe('geduldig');
  });

  test('[S7] [S10] what would be wrong from anybody is refused from her as well', async () => {
    await write(losing, { travelMinutes: 100_000 });
    await county.handOver(caseId, county.cem);
    await rounds(losing, gaining);
    expect(losing.store.transfer().refused).toMatchObject([{ refusal: { type: 'invalid-value' } }]);
    expect(await contributionsOn(gaining)).toEqual([]);
  });

  test('[S10] who never had the case contributes nothing', async () => {
    await write(gaining, { strengths: 'fremd' });
    await rounds(gaining, losing);
    expect(gaining.store.transfer().refused).toMatchObject([{ refusal: { type: 'not-allowed' } }]);
    expect(await contributionsOn(losing)).toEqual([]);
  });

  test('[S2] [S10] sent again after a lost answer, it is kept once and answered alike', async () => {
    await write(losing, { strengths: 'geduldig' });
    await county.handOver(caseId, county.cem);
    const { device, cursor, batches } = await losing.store.takeOutgoing(1000, 1_000_000);
    const changes = batches.flatMap((batch) => batch.changes);
    const clock = county.clock.toISOString();
    const request = { protocol: 2, device, cursor, clock, changes: [...changes], voids: [], purged: [] };
    await county.serve(county.wiebke, request);
    await rounds(losing, gaining);
    expect(losing.store.transfer().handed).toHaveLength(1);
    expect(await contributionsOn(gaining)).toHaveLength(1);
  });

  test('[S2] [S10] a device that counts anew after a fork does not contribute twice', async () => {
    await write(losing, { strengths: 'geduldig' });
    await county.handOver(caseId, county.cem);
    const { device, cursor, batches } = await losing.store.takeOutgoing(1000, 1_000_000);
    const changes = batches.flatMap((batch) => batch.changes);
    const clock = county.clock.toISOString();
    const request = { protocol: 2, device, cursor, clock, changes: [...changes], voids: [], purged: [] };
    await county.serve(county.wiebke, request);
    await losing.store.renewDevice('device-renewed');
    await rounds(losing, gaining);
    expect(losing.store.transfer()).toMatchObject({ waiting: [], handed: [{}] });
    expect(await contributionsOn(gaining)).toHaveLength(1);
  });

  test('[S10] its author gets it back with the case, though her own tablet wrote it', async () => {
    await write(losing, { strengths: 'geduldig' });
    await county.handOver(caseId, county.cem);
    await rounds(losing, gaining);
    await county.handOver(caseId, county.wiebke, [county.cem]);
    await rounds(losing, gaining);
    await decide(gaining, 'accepted');
    await rounds(gaining, losing);
    expect(await shown(losing, 'strengths')).toBe('geduldig');
  });
});

describe('two people decide without seeing each other', () => {
  let deputy: Tablet;
  beforeEach(async () => {
    deputy = await county.tablet('deputy', county.henrike);
    await write(losing, { needs: 'Kurs am Abend' });
    await county.handOver(caseId, county.cem);
    await rounds(losing, gaining, deputy);
  });

  test('[S10] alike: it is applied once', async () => {
    await decide(gaining, 'accepted');
    await decide(deputy, 'accepted');
    await rounds(gaining);
    const head = await county.storage.read((reading) => reading.head());
    await rounds(deputy, gaining);
    expect(await county.storage.read((reading) => reading.head())).toBe(head + 1);
    expect(deputy.store.transfer().refused).toEqual([]);
    expect(await shown(deputy, 'needs')).toBe('Kurs am Abend');
    expect(deputy.store.caseById(caseId)?.contested).toBe(0);
    expect(gaining.store.caseById(caseId)?.contested).toBe(0);
  });

  test.each([
    ['accepted', 'declined', 'Kurs am Abend'],
    ['declined', 'accepted', 'Kurs'],
  ])('[S10] first %s, then %s: the first counts, the second is told so', async (first, second, stands) => {
    await decide(gaining, first);
    await decide(deputy, second);
    await rounds(gaining, deputy, gaining);
    expect(deputy.store.transfer().refused).toMatchObject([{ refusal: { type: 'already-decided' } }]);
    for (const tablet of [gaining, deputy]) {
      expect(decisionOf(onlyOne(await contributionsOn(tablet)))).toBe(first);
      expect(await shown(tablet, 'needs')).toBe(stands);
      expect(tablet.store.caseById(caseId)?.contested).toBe(0);
    }
  });

  test('[S10] what was applied is not taken back by a later word', async () => {
    await decide(gaining, 'accepted');
    await rounds(gaining, deputy);
    await decide(deputy, 'declined');
    await rounds(deputy);
    expect(deputy.store.transfer().refused).toMatchObject([{ refusal: { type: 'already-decided' } }]);
    expect(await shown(deputy, 'needs')).toBe('Kurs am Abend');
  });

  test('nobody makes a contribution, or rewrites what one says', async () => {
    const contribution = onlyOne(await contributionsOn(gaining));
    await write(gaining, { decision: 'accepted' }, 'contribution', 'made-up-0001');
    await write(gaining, { set: { needs: 'anders' } }, 'contribution', contribution.id);
    await write(gaining, { decision: null }, 'contribution', contribution.id);
    await rounds(gaining);
    expect(gaining.store.transfer().refused.map(({ refusal }) => refusal?.type)).toEqual([
      ...['not-allowed', 'not-allowed', 'invalid-value'],
    ]);
  });
});

describe('rights that end otherwise', () => {
  const limitsId = limitsIdOf(caseId);

  test('what she wrote about limits is read by who may read limits, and by nobody else', async () => {
    const [wiebke, cem] = [
      await county.change(county.wiebke, { mayReadLimits: true }),
      await county.change(county.cem, { mayReadLimits: true }),
    ];
    losing = await county.tablet('with-limits', wiebke);
    gaining = await county.tablet('with-limits', cem);
    const supervisor = await county.tablet('supervisor', { ...county.henrike, mayReadLimits: true });
    await rounds(losing, gaining, supervisor);
    await write(losing, { weeklyHours: 20 }, 'limits', limitsId);
    await county.handOver(caseId, cem);
    await rounds(losing, gaining, supervisor);
    expect(onlyOne(await contributionsOn(gaining)).kind).toBe('limits-contribution');
    expect(await contributionsOn(supervisor)).toEqual([]);
    expect(await everythingOn(supervisor)).not.toContain('weeklyHours');
    await decide(gaining, 'accepted');
    await rounds(gaining, supervisor);
    expect(await shown(gaining, 'weeklyHours', limitsId)).toBe(20);
    expect(await everythingOn(supervisor)).not.toContain('weeklyHours');
  });

  test('a supervisor who stands in gets the older limits, and lets go of them alone when she no longer does', async () => {
    const wiebke = await county.change(county.wiebke, { mayReadLimits: true });
    const henrike = await county.change(county.henrike, { mayReadLimits: true });
    losing = await county.tablet('with-limits', wiebke);
    const supervisor = await county.tablet('supervisor', henrike);
    await rounds(losing);
    await write(losing, { weeklyHours: 20 }, 'limits', limitsId);
    await rounds(losing, supervisor);
    expect(await shown(supervisor, 'weeklyHours', limitsId)).toBeUndefined();
    await county.handOver(caseId, wiebke, [henrike]);
    await rounds(supervisor);
    expect(await shown(supervisor, 'weeklyHours', limitsId)).toBe(20);
    await county.handOver(caseId, wiebke, []);
    await rounds(supervisor);
    expect(await leaving(supervisor)).toEqual([]);
    expect(await everythingOn(supervisor)).not.toContain('weeklyHours');
    expect(supervisor.store.caseById(caseId)?.name).toBe('Semhar');
    expect(await shown(supervisor, 'needs')).toBe('Kurs');
  });

  test('[S15] what a supervisor had not sent when she became a caseworker is contributed', async () => {
    const supervisor = await county.tablet('supervisor', county.henrike);
    await rounds(supervisor);
    await write(supervisor, { strengths: 'geduldig' });
    const caseworker = await county.change(county.henrike, { role: 'caseworker' });
    await rounds(await county.tablet('supervisor', caseworker, { like: supervisor }), losing);
    expect(onlyOne(await contributionsOn(losing)).values['by']).toBe(county.henrike.id);
  });
});

test('[S13] a tablet with the first program keeps what it contributed waiting, and ends well with the new one', async () => {
  await write(losing, { strengths: 'geduldig' });
  await county.handOver(caseId, county.cem);
  const { device, cursor, batches } = await losing.store.takeOutgoing(1000, 1_000_000);
  const changes = batches.flatMap((batch) => batch.changes);
  const clock = county.clock.toISOString();
  const asked = syncRequest1Schema.parse({ protocol: 1, device, cursor, clock, changes, voids: [] });
  const row = await county.storage.read((reading) => reading.device(device));
  if (row === undefined) throw new Error('the tablet is unknown');
  const who = { account: county.wiebke, device: row };
  const world = { now: clock, newId: () => 'id-from-outside' };
  const answer = await sync(county.storage, who, requestOf1(asked), world);
  const told = syncResponse1Schema.parse(answer.ok ? JSON.parse(answer.value) : answer);
  expect(told.receipts).toEqual([{ number: 3, result: 'void' }]);
  expect(told.gone).toEqual([caseId]);
  await rounds(losing, gaining);
  expect(losing.store.transfer()).toMatchObject({ waiting: [], handed: [{ number: 3 }] });
  expect(await contributionsOn(gaining)).toHaveLength(1);
});
