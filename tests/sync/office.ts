// What the office of a simulated county does: hands cases over, changes rights, erases, makes backups, restores one.
import type { County } from './county.ts';
import { pickIn, type Mixture } from './seasons.ts';

/** The supervisor hands a case to somebody else; sometimes somebody stands in. */
const handOver = async (county: County): Promise<void> => {
  const { chance, server, cases, people, moved, backup, season } = county;
  const facts = chance.pick([...cases.values()].slice(0, season.cases));
  const owner = chance.pick(people);
  if (!county.weather.handsOver || facts === undefined || owner === undefined) return;
  const deputies = people
    .filter(({ user }) => user !== owner.user && chance.happens(0.2))
    .map(({ user }) => user);
  // A case that no tablet has sent yet is not there to be handed over.
  if (!(await server.handOver(facts.caseId, owner.user, deputies))) return;
  county.tell('the case', facts.caseId, 'goes to', owner.user, ...deputies);
  facts.owner = owner.user;
  facts.deputies = deputies;
  for (const user of [owner.user, ...deputies]) county.everOn.get(facts.caseId)?.add(user);
  moved.add(facts.caseId);
  backup?.movedSince.add(facts.caseId);
};

/** Somebody may read work limits from now on, or no more; becomes a supervisor, or is none any more. */
const changeRights = async (county: County): Promise<void> => {
  const { chance, server, people, cases, moved, backup, weather } = county;
  const person = chance.pick(people);
  if (person === undefined || !weather.handsOver) return;
  if (person.user === 'user-cem' && chance.happens(0.3))
    person.role = person.role === 'caseworker' ? 'supervisor' : 'caseworker';
  else person.mayReadLimits = !person.mayReadLimits;
  county.tell(person.user, 'is', person.role, person.mayReadLimits ? 'with limits' : 'without limits');
  for (const caseId of cases.keys()) {
    moved.add(caseId);
    backup?.movedSince.add(caseId);
  }
  await server.change(person.user, { role: person.role, mayReadLimits: person.mayReadLimits });
};

/** A case is erased: on the server at once, on every device as soon as it hears. */
const erase = async (county: County): Promise<void> => {
  const { chance, server, cases, oracle, erased, counts } = county;
  const facts = chance.pick([...cases.values()]);
  if (facts === undefined || cases.size < 4) return;
  const { caseId } = facts;
  counts.erasures += 1;
  county.tell('the case', caseId, 'is erased');
  cases.delete(caseId);
  erased.add(caseId);
  oracle.erased(caseId);
  await server.erase(caseId);
};

const backUp = async (county: County): Promise<void> => {
  if (!county.weather.restores) return;
  county.tell('a backup is made');
  await county.server.backUp();
  county.backup = {
    cases: new Map([...county.cases].map(([caseId, facts]) => [caseId, { ...facts }])),
    people: county.people.map((person) => ({ ...person })),
    movedSince: new Set(),
  };
};

/** The newest backup takes the database's place: what only the server had written since is as it was then. */
const restore = async (county: County): Promise<void> => {
  const { server, backup, cases, people, oracle, counts } = county;
  if (backup === undefined || !(await server.restore())) return;
  counts.restores += 1;
  county.tell('the server is restored');
  for (const facts of cases.values()) {
    const then = backup.cases.get(facts.caseId);
    facts.owner = then?.owner ?? facts.opener;
    facts.deputies = then?.deputies ?? [];
    if (backup.movedSince.has(facts.caseId)) county.moved.add(facts.caseId);
  }
  for (const person of people) {
    const then = backup.people.find(({ user }) => user === person.user);
    if (then !== undefined) Object.assign(person, then);
  }
  oracle.restored(backup.movedSince);
};

const deeds: Mixture<(county: County) => Promise<void>> = [
  [60, handOver],
  [15, changeRights],
  [12, erase],
  [10, backUp],
  [8, restore],
];

/** Something happens in the office. */
export const officeHour = async (county: County): Promise<void> => {
  await pickIn(county.season, county.chance, deeds)?.(county);
};
