// Proof `rights`: people ask for whatever they like, and the server gives each what an own, plain table says, and no more.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { limitsIdOf, personIdOf } from '#domain/id.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { syncResponseSchema } from '#protocol/sync.ts';
import { createChance, type Chance } from '#tests/sync/chance.ts';
import { createCounty, type Browser, type County } from '#tests/county.ts';
import { isCaughtBy } from './house-copy.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';

type Role = 'caseworker' | 'supervisor' | 'administrator';
type Person = {
  readonly id: string;
  role: Role;
  mayReadLimits: boolean;
  /** Whether she ever was a supervisor: what she writes late is kept. */
  hasOverseen: boolean;
  readonly device: string;
  browser: Browser;
  next: number;
  /** Up to where she has read. */
  cursor: string | null;
};
type Case = { readonly id: string; owner: string; deputies: readonly string[]; readonly everOn: Set<string> };
type World = {
  readonly county: County;
  readonly chance: Chance;
  readonly people: readonly Person[];
  readonly cases: Map<string, Case>;
  readonly erased: string[];
};

const REQUESTS = 100_000;
const FEW = 3_000;
const MOST_CASES = 12;
const roster: Readonly<Record<string, Role>> = {
  ...{ leyla: 'caseworker', jonas: 'caseworker', selma: 'caseworker', mina: 'caseworker' },
  ...{ petra: 'supervisor', tomas: 'supervisor', maren: 'administrator' },
};

/** What was answered otherwise than the table says; undefined if all is right. */
type Deviation = string | undefined;

const unless = (isRight: boolean, sentence: string): Deviation => (isRight ? undefined : sentence);

const isOn = ({ owner, deputies }: Case, { id }: Person): boolean => owner === id || deputies.includes(id);

/** The table. It knows nothing of the product's own. */
const mayReadCase = (person: Person, of: Case): boolean =>
  person.role === 'supervisor' || (person.role === 'caseworker' && isOn(of, person));
const mayReadLimits = (person: Person, of: Case): boolean =>
  person.role !== 'administrator' && person.mayReadLimits && isOn(of, person);

const kinds = ['person', 'consultation', 'follow-up', 'limits', 'case'] as const;
type Kind = (typeof kinds)[number];
const mayWrite = (person: Person, of: Case, kind: Kind): boolean =>
  kind === 'limits' ? mayReadLimits(person, of) : mayReadCase(person, of);
/** What comes too late from somebody who might once is kept for whoever leads the case now. */
const mightOnce = (person: Person, of: Case, kind: Kind): boolean => {
  if (kind === 'limits') return of.everOn.has(person.id) && person.mayReadLimits;
  return of.everOn.has(person.id) || person.hasOverseen;
};

const failureSchema = z.object({ error: z.object({ type: z.string() }) });

/** Sends one change, or none, and reads everything or what is new. */
const ask = async (person: Person, change: object | undefined, cursor: string | null) => {
  const answer = await person.browser.post('/api/sync', {
    ...{ protocol: PROTOCOL, device: person.device, cursor, clock: new Date().toISOString() },
    ...{ changes: change === undefined ? [] : [change], voids: [], purged: [] },
  });
  if (answer.statusCode !== 200)
    throw new Error(`${person.id} was answered ${answer.statusCode}: ${answer.body}`);
  return syncResponseSchema.parse(answer.json());
};

const changeOf = (
  person: Person,
  caseId: string | null,
  kind: string,
  recordId: string,
  set: object,
): object => ({
  ...{ id: randomUUID(), deed: randomUUID(), caseId, kind, recordId, set, base: {} },
  ...{ by: person.id, at: new Date().toISOString(), device: person.device, number: person.next },
});

/** Whether somebody may be told of a record of this case; of which kind, a delta does not say. */
const mayHear = ({ cases }: World, person: Person, caseId: string | null, kind: string): boolean => {
  if (caseId === null) return true;
  const of = cases.get(caseId);
  const isLimits = kind === 'limits' || kind === 'limits-contribution';
  return of !== undefined && (isLimits ? mayReadLimits(person, of) : mayReadCase(person, of));
};

/** Sends one change and reads what is new; the word for how the change ended, or for what she should not have read. */
const send = async (world: World, person: Person, change: object): Promise<string> => {
  const { receipts, records, deltas, cursor } = await ask(person, change, person.cursor);
  person.cursor = cursor;
  const receipt = receipts.find(({ number }) => number === person.next);
  person.next += 1;
  const told = [
    ...records.map(({ caseId, kind }) => ({ caseId, kind })),
    ...deltas.map(({ caseId }) => ({ caseId, kind: '' })),
  ];
  if (!told.every(({ caseId, kind }) => mayHear(world, person, caseId, kind))) return 'told too much';
  if (receipt === undefined) return 'untold';
  return receipt.result === 'refused' ? receipt.reason.type : receipt.result;
};

const openCase = async (world: World, person: Person): Promise<Deviation> => {
  const { cases } = world;
  const id = randomUUID();
  const opened = { id, owner: person.id, deputies: [], everOn: new Set([person.id]) };
  if (person.role !== 'administrator') cases.set(id, opened);
  const result = await send(
    world,
    person,
    changeOf(person, id, 'case', id, { fileNumber: `DEMO-${person.next}` }),
  );
  const opens = `${person.id} opens a case: ${result}`;
  if (person.role === 'administrator') return unless(result === 'not-allowed', opens);
  return unless(result === 'accepted', opens);
};

const recordOf = (caseId: string, kind: Kind, place: number): readonly [string, object] => {
  if (kind === 'person') return [personIdOf(caseId), { needs: randomUUID() }];
  if (kind === 'limits') return [limitsIdOf(caseId), { basis: 'SELF' }];
  if (kind === 'case') return [caseId, { fileNumber: randomUUID().slice(0, 8) }];
  if (kind === 'consultation') return [`talk-${place}-${caseId}`, { note: randomUUID() }];
  return [`due-${place}-${caseId}`, { text: randomUUID() }];
};

const writeSomewhere = async (world: World, person: Person): Promise<Deviation> => {
  const { chance, cases, erased } = world;
  if (erased.length > 0 && chance.happens(0.05)) {
    const caseId = chance.pick(erased) ?? '';
    const late = changeOf(person, caseId, 'person', personIdOf(caseId), { needs: 'Kurs' });
    const result = await send(world, person, late);
    return unless(result === 'erased', `${person.id} writes in an erased case: ${result}`);
  }
  const of = chance.pick([...cases.values()]);
  const kind = chance.pick(kinds) ?? 'person';
  if (of === undefined) return undefined;
  const [recordId, set] = recordOf(of.id, kind, chance.under(3));
  const result = await send(world, person, changeOf(person, of.id, kind, recordId, set));
  const late = mightOnce(person, of, kind) ? 'contribution' : 'not-allowed';
  const right = mayWrite(person, of, kind) ? 'accepted' : late;
  return unless(
    result === right,
    `${person.id}, ${person.role}, writes ${kind}: ${result} instead of ${right}`,
  );
};

/** Reads all, or asks the way a forged client does: with somebody else's cursor. Then not all is new to her. */
const readAll = async (world: World, person: Person): Promise<Deviation> => {
  const { chance, cases, people } = world;
  const forged = chance.happens(0.5) ? (chance.pick(people)?.cursor ?? null) : null;
  const found = new Set<string>();
  let cursor = forged;
  for (let more = true; more;) {
    const answer = await ask(person, undefined, cursor);
    ({ cursor, more } = answer);
    const told = [...answer.records, ...answer.deltas.map(({ caseId }) => ({ caseId, kind: '' }))];
    for (const { caseId, kind } of told) {
      if (!mayHear(world, person, caseId, kind))
        return `${person.id}, ${person.role}, reads ${kind} of a case that is not hers`;
      if (caseId !== null) found.add(caseId);
    }
  }
  if (forged !== null) return undefined;
  const missing = [...cases.values()].filter((of) => !found.has(of.id) && mayReadCase(person, of));
  return unless(
    missing.length === 0,
    `${person.id}, ${person.role}, does not get ${missing.length} of her cases`,
  );
};

/** What a route answered: undefined if it did it. */
const refusalOf = (answer: {
  readonly statusCode: number;
  readonly json: () => unknown;
}): string | undefined =>
  answer.statusCode < 400 ? undefined : failureSchema.parse(answer.json()).error.type;

const assignOne = async ({ chance, cases, people }: World, person: Person): Promise<Deviation> => {
  const of = chance.pick([...cases.values()]);
  const able = people.filter(({ role }) => role !== 'administrator');
  const owner = chance.pick(able);
  if (of === undefined || owner === undefined) return undefined;
  const deputies = able.filter((other) => other !== owner && chance.happens(0.2)).map(({ id }) => id);
  const request = { caseIds: [of.id], owner: owner.id, deputies };
  const refusal = refusalOf(await person.browser.post('/api/cases/assign', request));
  const assigns = `${person.id}, ${person.role}, hands a case over: ${refusal ?? 'done'}`;
  if (person.role !== 'supervisor') return unless(refusal === 'not-allowed', assigns);
  of.owner = owner.id;
  of.deputies = deputies;
  for (const id of [owner.id, ...deputies]) of.everOn.add(id);
  return unless(refusal === undefined, assigns);
};

const changeMember = async ({ chance, people, county }: World, person: Person): Promise<Deviation> => {
  const other = chance.pick(people.filter(({ role }) => role !== 'administrator'));
  if (other === undefined) return undefined;
  const change = chance.happens(0.8)
    ? { mayReadLimits: !other.mayReadLimits }
    : { role: other.role === 'caseworker' ? ('supervisor' as const) : ('caseworker' as const) };
  const refusal = refusalOf(await person.browser.post(`/api/team/${other.id}`, change));
  const changes = `${person.id}, ${person.role}, changes an account: ${refusal ?? 'done'}`;
  if (person.role !== 'administrator') return unless(refusal === 'not-allowed', changes);
  // With another role her sessions end.
  if ('role' in change) other.browser = await county.signedIn(other.id.replace('user-', ''));
  if ('role' in change) {
    if (other.role === 'supervisor') other.hasOverseen = true;
    other.role = change.role;
  } else other.mayReadLimits = change.mayReadLimits;
  return unless(refusal === undefined, changes);
};

const eraseOne = async ({ chance, cases, erased }: World, person: Person): Promise<Deviation> => {
  const of = chance.pick([...cases.values()]);
  if (of === undefined || cases.size < MOST_CASES / 2) return undefined;
  const refusal = refusalOf(await person.browser.post('/api/erasures', { caseId: of.id }));
  const erases = `${person.id}, ${person.role}, erases a case: ${refusal ?? 'done'}`;
  if (person.role !== 'administrator') return unless(refusal === 'not-allowed', erases);
  cases.delete(of.id);
  erased.push(of.id);
  return unless(refusal === undefined, erases);
};

/** Somebody else's device, somebody else's name, or nobody at all. */
const pretend = async ({ chance, people, county }: World, person: Person): Promise<Deviation> => {
  const other = chance.pick(people.filter((each) => each !== person));
  if (other === undefined) return undefined;
  const message = {
    protocol: PROTOCOL,
    cursor: null,
    clock: new Date().toISOString(),
    voids: [],
    purged: [],
  };
  if (chance.happens(0.5)) {
    const answer = await person.browser.post('/api/sync', { ...message, device: other.device, changes: [] });
    return unless(refusalOf(answer) === 'device-unknown', `${person.id} asks with the device of ${other.id}`);
  }
  const answer = await county.browser().post('/api/sync', { ...message, device: person.device, changes: [] });
  return unless(refusalOf(answer) === 'not-signed-in', 'somebody asks without having signed in');
};

const step = async (world: World): Promise<Deviation> => {
  const { chance, people, cases } = world;
  const person = chance.pick(people);
  if (person === undefined) return undefined;
  if (cases.size < MOST_CASES && chance.happens(0.1)) return openCase(world, person);
  const deed = chance.weighed<(world: World, person: Person) => Promise<Deviation>>([
    [60, writeSomewhere],
    [8, readAll],
    [10, assignOne],
    [4, changeMember],
    [1, eraseOne],
    [10, pretend],
  ]);
  return deed?.(world, person);
};

const attempt = async (asked: Asked): Promise<Tally> => {
  const people = Object.entries(roster).map(([login, role]) => ({
    id: `user-${login}`,
    login,
    name: login,
    role,
  }));
  const county = await createCounty({}, people);
  try {
    const chance = createChance(asked.seed);
    const working: Person[] = [];
    for (const { id, login, role } of people) {
      const device = `device-${login}`;
      const browser = await county.onDevice(login, device);
      working.push({
        id,
        role,
        mayReadLimits: false,
        hasOverseen: false,
        device,
        browser,
        next: 1,
        cursor: null,
      });
    }
    const world: World = { county, chance, people: working, cases: new Map(), erased: [] };
    const runs = runsOf(asked, REQUESTS, FEW);
    let failed = 0;
    for (let tried = 0; tried < runs; tried += 1) {
      const deviation = await step(world);
      if (deviation === undefined) continue;
      failed += 1;
      if (failed <= 10) asked.say(`request ${tried + 1}: ${deviation}`);
    }
    return { tried: runs, failed };
  } finally {
    await county.close();
  }
};

/** Nobody is answered more than she may, nor less. */
export const rights: Proof = {
  name: 'rights',
  sentence:
    'Everybody asks for everything, and gets what a plain table of rights says, neither more nor less.',
  attempt,
  control: ({ seed }) => isCaughtBy('rights', 's10-limits-written-by-all.patch', seed),
};
