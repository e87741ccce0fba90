// Proof `network-cut`: the line is cut at every place of a round, in both directions; nothing is lost, doubled, or told from zero.
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { personIdOf } from '#domain/id.ts';
import type { Change } from '#domain/change.ts';
import { createCaller, createReader, type Caller } from './caller.ts';
import { openProxy, type CuttingProxy, type Direction } from './cutting-proxy.ts';
import { isCaughtBy } from './house-copy.ts';
import { openServer } from './killable-server.ts';
import type { Asked, Proof, Tally } from './proof.ts';
import { createProofTablet, type ProofTablet } from './proof-tablet.ts';

/** Every so many bytes of a small round it is cut. */
const [EVERY, SELDOM] = [16, 512];
/** At so many places of a round of several pages. */
const [PLACES, FEW_PLACES] = [24, 3];
/** What a round may be longer by than another one with the same content: ids, heads, lines of HTTP. */
const SLACK = 8_000;
/** A case file stays small, so that each round costs about the same. */
const POINTS_PER_CASE = 20;
const CHANGES_PER_POINT = 5;
const directions: readonly Direction[] = ['up', 'down'];

type Line = { readonly address: string; readonly folder: string; readonly proxy: CuttingProxy };

const roundWithout = async (tablet: ProofTablet, what: string): Promise<void> => {
  const result = await tablet.round();
  if (!result.ok)
    throw new Error(`${what}: the line was whole, and the round ended with ${result.error.type}.`);
};

/** Somebody else who writes into the same cases, over a line that nobody cuts. */
const createColleague = (caller: Caller) => {
  let [number, last] = [0, ''];
  const change = (
    caseId: string,
    kind: string,
    recordId: string,
    set: Change['set'],
    base: Change['base'] = {},
  ) => {
    number += 1;
    const { user: by, device } = caller;
    const [id, deed, at] = [randomUUID(), randomUUID(), new Date().toISOString()];
    return { id, deed, caseId, kind, recordId, set, base, by, device, number, at };
  };
  return {
    newCase: () => {
      last = '';
    },
    /** Two changes: a leaf of the person, and a new record. */
    write: async (caseId: string, text: string): Promise<void> => {
      const base = last === '' ? {} : { strengths: [last] };
      const about = change(caseId, 'person', personIdOf(caseId), { strengths: text }, base);
      last = about.id;
      const talk = change(caseId, 'consultation', `other-${text}`, { minutes: 10, note: text });
      const { receipts } = await caller.sync({ changes: [about, talk] });
      if (receipts.some(({ result }) => result !== 'accepted')) throw new Error(JSON.stringify(receipts));
    },
  };
};

/** Cuts small rounds, in which both sides have something to tell, after every so many bytes. */
const cutSmallRounds = async (
  { address, proxy, folder }: Line,
  every: number,
  say: Asked['say'],
): Promise<Tally> => {
  const tablet = await createProofTablet(address, proxy.address, 'leyla', 'device-cut');
  const colleague = createColleague(await createCaller(address, 'petra', 'device-petra'));
  const reader = createReader(await createCaller(address, 'petra', 'device-reader'));
  const database = new Sqlite(join(folder, 'county.sqlite'), { readonly: true });
  const changes = database.prepare<[], number>('select count(*) from change');
  let [tried, failed, cut, caseId, count] = [0, 0, 0, '', 0];

  const openCase = async (): Promise<void> => {
    if (caseId !== '') tablet.store.close(caseId);
    caseId = `case-cut-${tried}`;
    colleague.newCase();
    await tablet.store.write([
      { caseId, kind: 'case', recordId: caseId, set: { fileNumber: `DEMO-${tried}` } },
      { caseId, kind: 'person', recordId: personIdOf(caseId), set: { nameCalled: 'Semhar' } },
    ]);
    await tablet.store.open(caseId);
    await roundWithout(tablet, 'a new case');
    await reader.pull();
    count = changes.pluck().get() ?? 0;
  };
  /** Answers how many bytes a whole round has. */
  const tryAt = async (direction: Direction, bytes: number): Promise<number> => {
    if (tried % POINTS_PER_CASE === 0) await openCase();
    tried += 1;
    const [recordId, text] = [personIdOf(caseId), `${direction}-${bytes}-${tried}`];
    await colleague.write(caseId, text);
    await tablet.store.write([
      { caseId, kind: 'person', recordId, set: { needs: text } },
      { caseId, kind: 'consultation', recordId: `own-${text}`, set: { minutes: 30, note: text } },
    ]);
    proxy.counted();
    proxy.cutAfter(direction, bytes);
    const first = await tablet.round();
    if (!proxy.spare()) cut += 1;
    const size = proxy.counted()[direction];
    if (!first.ok && first.error.type !== 'no-connection') throw new Error(`${text}: ${first.error.type}`);
    // She goes on typing in the same field before there is a line again.
    await tablet.store.write([{ caseId, kind: 'person', recordId, set: { needs: `${text} weiter` } }]);
    await roundWithout(tablet, text);
    await reader.pull();
    const before = count;
    count = changes.pluck().get() ?? 0;
    const shown = tablet.store.read(caseId)?.records;
    const person = shown?.get(recordId);
    const wrong = Object.entries({
      'changes on the server': count !== before + CHANGES_PER_POINT,
      'something waits or was refused':
        tablet.store.transfer().waiting.length + tablet.store.transfer().refused.length > 0,
      'the other’s leaf': person?.values['strengths'] !== text,
      'the own leaf': person?.values['needs'] !== `${text} weiter`,
      'two versions': Object.keys(person?.versions ?? {}).length > 0,
      'the other’s record': shown?.get(`other-${text}`)?.values['note'] !== text,
      'the own leaf at the reader': reader.values.get(recordId)?.['needs'] !== `${text} weiter`,
      'the own record at the reader': reader.values.get(`own-${text}`)?.['note'] !== text,
    }).flatMap(([name, is]) => (is ? name : []));
    if (wrong.length > 0) {
      failed += 1;
      say(`cut after byte ${bytes} ${direction}: ${wrong.join(', ')} (${count - before} changes)`);
    }
    return size;
  };

  for (const direction of directions) {
    const size = await tryAt(direction, Number.MAX_SAFE_INTEGER);
    for (let bytes = 0; bytes < size; bytes += every) await tryAt(direction, bytes);
    say(`${cut} cuts of small rounds, up to byte ${size} ${direction}; ${failed} went wrong`);
  }
  database.close();
  return { tried: cut, failed };
};

/** A text that cannot be packed. */
const longText = (): string => randomBytes(7_000).toString('base64');

/** Cuts long rounds of several pages, each on a tablet of its own, and counts the bytes that came twice. */
const cutLongRounds = async ({ address, proxy }: Line, places: number, say: Asked['say']): Promise<Tally> => {
  const COUNT = 560;
  let [tried, failed, most] = [0, 0, 0];
  const writer = await createProofTablet(address, address, 'jonas', 'device-long');
  const fill = async ({ store }: ProofTablet, name: string, count: number): Promise<void> => {
    const caseId = `case-${name}`;
    await store.write([
      { caseId, kind: 'case', recordId: caseId, set: { fileNumber: `DEMO-${name}` } },
      ...Array.from({ length: count }, (_, index) => ({
        ...{ caseId, kind: 'consultation', recordId: `talk-${name}-${index}` },
        set: { minutes: 30, note: longText() },
      })),
    ]);
  };
  // Each a deed of its own: a push is cut between deeds.
  for (let part = 0; part < 8; part += 1) await fill(writer, `long-${part}`, COUNT / 8);
  await roundWithout(writer, 'a long push');

  /** One tablet, one round, one cut; answers the bytes in this direction, and whether all is there. */
  const tryAt = async (
    direction: Direction,
    bytes: number,
  ): Promise<{ readonly sum: number; readonly isThere: boolean }> => {
    const name = `long-${direction}-${tried}`;
    const tablet = await createProofTablet(
      address,
      proxy.address,
      direction === 'up' ? 'leyla' : 'jonas',
      `device-${name}`,
    );
    if (direction === 'up') for (let part = 0; part < 8; part += 1) await fill(tablet, `${name}-${part}`, 25);
    proxy.counted();
    proxy.cutAfter(direction, bytes);
    await tablet.round();
    proxy.spare();
    await roundWithout(tablet, name);
    const sum = proxy.counted()[direction];
    if (direction === 'up') return { sum, isThere: tablet.store.transfer().waiting.length === 0 };
    let held = 0;
    for (let part = 0; part < 8; part += 1)
      held += (await tablet.store.open(`case-long-${part}`)).records.size;
    return { sum, isThere: held === COUNT + 8 };
  };
  for (const direction of directions) {
    const whole = (await tryAt(direction, Number.MAX_SAFE_INTEGER)).sum;
    // A page down has 1.5 million bytes of records, a push 0.8 million.
    const page = (direction === 'down' ? 1_500_000 : 800_000) + SLACK;
    if (whole < 2 * page) throw new Error(`${whole} bytes ${direction} are not several pages.`);
    for (let place = 1; place <= places; place += 1) {
      tried += 1;
      const { sum, isThere } = await tryAt(direction, Math.floor((whole * place) / (places + 1)));
      most = Math.max(most, (sum - whole) / page);
      if (isThere && sum <= whole + page + SLACK) continue;
      failed += 1;
      say(
        `cut at ${place}/${places + 1} ${direction}: all there: ${isThere}; ${sum} bytes instead of ${whole}`,
      );
    }
  }
  say(`${tried} cuts of long rounds; at most ${most.toFixed(2)} pages came twice; ${failed} went wrong`);
  return { tried, failed };
};

const attempt = async ({ isShort, say }: Asked): Promise<Tally> => {
  const server = await openServer();
  const proxy = await openProxy(server.port);
  const line = { address: server.address, folder: server.folder, proxy };
  try {
    const small = await cutSmallRounds(line, isShort ? SELDOM : EVERY, say);
    const long = await cutLongRounds(line, isShort ? FEW_PLACES : PLACES, say);
    return { tried: small.tried + long.tried, failed: small.failed + long.failed };
  } finally {
    await proxy.close();
    await server.close();
  }
};

/** After every cut both sides hold the same, each change once, and at most one page has travelled twice. */
export const networkCut: Proof = {
  name: 'network-cut',
  sentence:
    'The line is cut at every place of a round; nothing is lost or doubled, and at most one page comes again.',
  attempt,
  control: ({ seed }) => isCaughtBy('network-cut', 's01-grows-after-sealing.patch', seed),
};
