// What the real world does to tablets: two colleagues write into one file on the same day, neither having seen the other.
import { personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { headsOf } from '#domain/record.ts';
import type { NewId } from '#server/server-changes.ts';
import type { Writing } from '#server/storage/storage.ts';
import type { Days } from './days.ts';
import { caseIdOf } from './life.ts';
import { demoStaff } from './staff.ts';
import { sendDeeds } from './tablet.ts';

const here: Readonly<Record<string, Json>> = {
  needs: 'Kita-Platz nur vormittags bis 12 Uhr. Kurs in Teilzeit suchen, möglichst in Ilserode.',
  travelMinutes: 45,
  hoursAvailable: 15,
};
const there: Readonly<Record<string, Json>> = {
  needs:
    'Kita-Platz ab Februar bis 14 Uhr. Kurs in Teilzeit suchen, möglichst in Ilserode. Busfahrkarte klären.',
  travelMinutes: 60,
  hoursAvailable: 25,
  phone: '01511-0000214',
};

/** Three fields of one person stand in two versions until somebody decides; the telephone is taken over as it is. */
export const writeTwoVersions = async (
  writing: Writing,
  days: Days,
  now: string,
  newId: NewId,
): Promise<void> => {
  const caseId = caseIdOf('2025-0102');
  const recordId = personIdOf(caseId);
  const seen = await writing.record(recordId);
  const write = (set: Readonly<Record<string, Json>>, clock: string) => ({
    caseId,
    kind: 'person',
    recordId,
    set,
    base: Object.fromEntries(Object.keys(set).map((path) => [path, [...headsOf(seen, path)]])),
    at: `${days.workday(-2)}T${clock}:00.000Z`,
  });
  await sendDeeds(writing, demoStaff.ahlers, [[write(here, '09:12')]], now, newId);
  await sendDeeds(writing, demoStaff.yildirim, [[write(there, '13:40')]], now, newId);
};
