// The list of cases by chance: however few or many come, go or change their names, it is in order and holds each once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseSummary } from '#domain/case-summary.ts';
import { compareInDirectory } from '#domain/directory.ts';
import { createCaseload } from './caseload.ts';

const summaryOf = (caseId: string, name: string): CaseSummary => ({
  ...{ caseId, name, search: name, languages: [], place: null, accommodation: null, status: null },
  ...{
    legalValidUntil: null,
    profileState: null,
    profileDone: 0,
    profileTotal: 0,
    owner: null,
    deputies: [],
  },
  ...{ opened: null, closed: null, nextStep: null, appointments: [], followUps: [], lastContact: null },
  contested: 0,
  disputes: [],
  contributions: 0,
});
const ids = Array.from({ length: 200 }, (_, number) => `case-${number}`);
const name = fc.option(fc.constantFrom('Äli', 'ali', 'Nur 2', 'Nur 10', 'Zuhal', 'Ömer', 'Olha'), {
  freq: 4,
});
const few = fc.array(fc.tuple(fc.constantFrom(...ids), name), { maxLength: 6 });
const many = fc.array(fc.tuple(fc.constantFrom(...ids), name), { minLength: 150, maxLength: 200 });

test('the list is what was put, in the order of a directory', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.oneof(few, many), fc.boolean()), { minLength: 1, maxLength: 12 }),
      (puts) => {
        const caseload = createCaseload([]);
        const model = new Map<string, CaseSummary>();
        for (const [changed, isLookedAt] of puts) {
          const summaries = new Map(
            changed.map(([id, text]) => [id, text === null ? undefined : summaryOf(id, text)]),
          );
          caseload.put(summaries);
          for (const [id, summary] of summaries) {
            if (summary === undefined) model.delete(id);
            else model.set(id, summary);
          }
          for (const id of summaries.keys()) expect(caseload.byId(id)).toBe(model.get(id));
          if (!isLookedAt) continue;
          const wanted = [...model.values()].sort(
            (a, b) => compareInDirectory(a.name, b.name) || (a.caseId < b.caseId ? -1 : 1),
          );
          expect(caseload.list()).toEqual(wanted);
          expect(caseload.list()).toBe(caseload.list());
        }
      },
    ),
  );
});
