// What a device could send to be synced: changes of every kind, to one's own cases and to those of others.
import fc from 'fast-check';
import { limitsIdOf, personIdOf, planIdOf } from '#domain/id.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { one, written, type Names } from './crooked.ts';

const NOW = '2026-11-22T09:00:00.000Z';

/** The record of a case that a change of this kind is about; tests/proofs/fuzz-county.ts has some of them. */
export const recordIdOf = (kind: string, caseId: string): string => {
  if (kind === 'case') return caseId;
  if (kind === 'person') return personIdOf(caseId);
  if (kind === 'plan') return planIdOf(caseId);
  return kind === 'limits' ? limitsIdOf(caseId) : `${kind}-${caseId}`;
};

/** Leaves that a kind has. */
const leaves: Readonly<Record<string, readonly string[]>> = {
  case: ['fileNumber', 'fileNumber', 'owner', 'deputies/user-leyla/user'],
  person: ['needs', 'nameCalled'],
  consultation: ['note'],
  plan: ['steps/a/title', 'steps/a/note'],
  limits: ['other'],
  'follow-up': ['text'],
  'plan-link': ['hash'],
  contribution: ['decision'],
  user: ['name', 'role'],
  device: ['name', 'user'],
  nothing: ['name'],
};
const kinds = Object.keys(leaves);

const setOf = (kind: string, { users }: Names) =>
  fc.dictionary(one(leaves[kind] ?? []), fc.oneof(written(['Kurs', 'VHS Fuhsetal'], 1), written(users, 1)), {
    minKeys: 1,
    maxKeys: 2,
  });

/** Where a change belongs: to a record of a case, to the county, or somewhere that does not fit. */
const placed = (names: Names) =>
  fc.oneof(
    {
      arbitrary: fc.tuple(one(names.cases), one(kinds)).chain(([caseId, kind]) =>
        fc.record({
          caseId: fc.constant(caseId),
          kind: fc.constant(kind),
          recordId: fc.constant(recordIdOf(kind, caseId)),
          set: setOf(kind, names),
        }),
      ),
      weight: 6,
    },
    {
      arbitrary: fc.record({
        caseId: fc.constant(null),
        kind: fc.constant('partner'),
        recordId: one(['partner-0001', 'partner-0002']),
        set: fc.dictionary(one(['name', 'note']), written(['VHS Fuhsetal'], 1), { minKeys: 1 }),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({
        caseId: fc.option(one(names.cases)),
        kind: one(kinds),
        recordId: one([...names.records, ...names.users, ...names.devices]),
        set: setOf('person', names),
      }),
      weight: 2,
    },
  );

/** Mostly in one's own name; else in somebody else's, with her device and about where her numbers stand. */
const spokenFor = ({ own, users, devices }: Names) =>
  fc.oneof(
    { arbitrary: fc.constant({ by: own.user, device: own.device, next: own.next }), weight: 8 },
    {
      arbitrary: fc.record({
        by: one([own.user, own.user, own.user, ...users]),
        device: one(devices),
        next: fc.integer({ min: 1, max: 5 }),
      }),
      weight: 2,
    },
  );

/** The message of POST /api/sync. */
export const syncMessage = (names: Names): fc.Arbitrary<unknown> =>
  spokenFor(names).chain(({ by, device, next }) => {
    const change = fc.tuple(placed(names), fc.uuid(), fc.uuid(), one([NOW, '2099-12-31T23:59:59.000Z']));
    return fc.record({
      protocol: one([1, ...[1, 2, 3, 4, 5, 6].map(() => PROTOCOL), PROTOCOL + 1]),
      device: fc.constant(device),
      cursor: one([null, null, null, 'e:1:0:0', '{"epoch":"x"}', 'A'.repeat(120)]),
      clock: fc.constant(NOW),
      changes: fc.array(change, { maxLength: 3 }).map((changes) =>
        changes.map(([place, id, deed, at], index) => ({
          ...{ ...place, id, deed, at, base: {} },
          ...{ by, device, number: next + index },
        })),
      ),
      voids: fc.oneof(
        { arbitrary: fc.constant([]), weight: 9 },
        { arbitrary: fc.array(fc.nat({ max: 60 }), { maxLength: 2 }), weight: 1 },
      ),
      purged: fc.array(fc.record({ caseId: one(names.cases), seq: fc.nat({ max: 60 }) }), { maxLength: 1 }),
    });
  });
