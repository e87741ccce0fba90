// What the judge asks of every letter and its answer: who may be told this, who deserved a refusal, what is owed.
import { isAboutLimits } from '#domain/access.ts';
import { isContributionKind } from '#domain/contribution.ts';
import type { Json } from '#domain/json.ts';
import type { Purged, Refusal } from '#domain/receipt.ts';
import type { SyncRequest } from '#protocol/sync.ts';
import { maySee, maySeeLimits, textOf, WRONG_FROM, type County, type Person } from './county.ts';
import { FIRST } from './first-program.ts';
import type { Letter } from './post.ts';
import type { Answer } from './server.ts';
import type { Tab } from './tablet.ts';

type ChangeSent = SyncRequest['changes'][number];

/** What an answer tells must be what its reader may see at that moment. */
export const checkAnswer = (county: County, person: Person, answer: Answer): void => {
  if (!answer.ok) return;
  const { records, deltas } = answer.value;
  for (const { id, kind } of records) if (isAboutLimits(kind)) county.limitsIds.add(id);
  for (const { id, caseId } of [...records, ...deltas]) {
    if (caseId === null) continue;
    const isLimits = county.limitsIds.has(id);
    if (isLimits ? maySeeLimits(county, person, caseId) : maySee(county, person, caseId)) continue;
    county.accuse('leaked', `${person.user} was told of ${id}`, [caseId, person.user]);
  }
};

/** What cannot be where the scenario writes it: numbers without measure, and words where a number belongs. */
const isWrongValue = ([path, value]: [string, Json]): boolean =>
  typeof value === 'number'
    ? value < 0 || value >= WRONG_FROM
    : ['travelMinutes', 'postponed'].includes(path);

/** Whether the scenario gave the server a reason to refuse this change with these words. */
const isDeserved = (
  county: County,
  { user, request: { protocol } }: Letter,
  { kind, caseId, set }: ChangeSent,
  { type }: Refusal,
): boolean => {
  switch (type) {
    case 'invalid-value':
      return isContributionKind(kind) || Object.entries(set).some(isWrongValue);
    case 'erased':
      return county.erased.has(caseId ?? '');
    case 'already-decided':
      return isContributionKind(kind);
    case 'deed-refused':
      return true;
    case 'not-allowed':
      // A restored server does not know what was opened or handed over since.
      if (isAboutLimits(kind) || isContributionKind(kind) || county.counts.restores > 0) return true;
      // The first program's wire has no word for what was erased; who was never on a case may read it at most.
      if (caseId === null) return false;
      return (
        (protocol === FIRST && county.erased.has(caseId)) || county.everOn.get(caseId)?.has(user) === false
      );
    default:
      return false;
  }
};

/** Nothing is refused without a reason (S7). */
export const checkRefusals = (county: County, letter: Letter, answer: Answer): void => {
  const { request, user } = letter;
  const sent = new Map(request.changes.map((change) => [change.number, change]));
  for (const receipt of answer.ok ? answer.value.receipts : []) {
    if (receipt.result !== 'refused') continue;
    const change = sent.get(receipt.number);
    if (change === undefined || isDeserved(county, letter, change, receipt.reason)) continue;
    const said = Object.values(change.set).map(textOf);
    county.accuse('lost', `${said.join()} of ${user} was refused: ${receipt.reason.type}`, said);
  }
};

/** A case may leave a tablet more than once. */
const lossOf = ({ caseId, seq }: Purged): string => `${caseId} ${seq}`;

/**
 * Notes what a tablet has not sent yet of the cases that an answer is about to take away. Where nothing was unsent the
 * tablet lets go at once: what a form that has slept saves afterwards comes late, and holds nothing back.
 */
export const noteOwed = ({ tablet, owed }: Tab, answer: Answer): void => {
  if (!answer.ok) return;
  const { gone, receipts } = answer.value;
  const ended = new Set(receipts.map(({ number }) => number));
  const waiting = tablet.tabs
    .flatMap(({ store }) => store.transfer().waiting)
    .filter(({ number }) => !ended.has(number));
  for (const { caseId, reason, seq } of gone) {
    // Who may go on reading it keeps all but the limits.
    const leaving = reason === 'lost' ? waiting.filter((entry) => entry.caseId === caseId) : [];
    const loss = lossOf({ caseId, seq });
    if (owed.get(loss)?.length !== 0)
      owed.set(
        loss,
        leaving.map(({ number }) => number),
      );
  }
};

/** A tablet that says that a case is gone from it has sent before what it had of it (S10). */
export const checkPurged = async (county: County, { tab, owed, request }: Letter): Promise<void> => {
  if (tab === undefined || request.purged.length === 0) return;
  const settled = (await tab.database.meta.get('settled'))?.value;
  for (const loss of request.purged) {
    const { caseId } = loss;
    for (const row of await tab.database.changes.bulkGet([...(owed.get(lossOf(loss)) ?? [])])) {
      const isUnsent = row !== undefined && row.seq === null && row.refusal === null;
      if (!isUnsent || row.number <= Number(settled ?? 0)) continue;
      county.accuse('leaked', `${tab.tablet.name} says that ${caseId} is gone and keeps ${row.number}`, [
        caseId,
      ]);
    }
  }
};
