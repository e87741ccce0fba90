// Quiet points of a simulation: everything still under way arrives, everybody transfers, and then all is compared.
import { isAboutLimits } from '#domain/access.ts';
import { limitsIdOf } from '#domain/id.ts';
import { isSameJson, jsonSchema } from '#domain/json.ts';
import { contributionToChange } from '#domain/contribution.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { maySee, maySeeLimits, personOf, refusedOn, textOf, type County, type Person } from './county.ts';
import type { SavedEdit } from './oracle.ts';
import { update, wake } from './risks.ts';
import type { Tab, Tablet } from './tablet.ts';
import { everythingOn } from './unsealed.ts';
import { calmTransfer, caughtUp, emptyPost, hearTidings } from './transfers.ts';

/** So many rounds after which nothing is left to tell: what one sends, all others read. */
const PASSES = 3;

const comeToRest = async (county: County): Promise<void> => {
  county.tell('all comes to rest');
  // What still arrives is handed out at a risk: a tablet may die of it.
  await emptyPost(county);
  for (const tablet of county.tablets) if (tablet.tabs.length === 0) await wake(county, tablet);
  for (const tablet of county.tablets) update(county, tablet);
  const tabs = county.tablets.flatMap((tablet) => tablet.tabs);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const tab of tabs) {
      const failure = await calmTransfer(county, tab);
      if (failure !== undefined)
        county.accuse('diverged', `a calm transfer failed: ${failure}`, [tab.tablet.name]);
    }
  }
  for (const tab of tabs) {
    while (await hearTidings(tab));
    await caughtUp(tab);
  }
};

const truthOf = async ({ server, cases }: County): Promise<Map<string, VersionedRecord>> => {
  const records = await server.records([...cases.keys()], ['partner-1', 'partner-2', 'partner-3']);
  return new Map(records.map((record) => [record.id, record]));
};

const maySeeRecord = (county: County, person: Person, { caseId, kind }: VersionedRecord): boolean => {
  if (caseId === null) return true;
  return isAboutLimits(kind) ? maySeeLimits(county, person, caseId) : maySee(county, person, caseId);
};

/** What a tab holds, against what it may and must hold. */
const compareTab = async (
  county: County,
  tab: Tab,
  truth: ReadonlyMap<string, VersionedRecord>,
): Promise<void> => {
  const { tablet, store } = tab;
  const person = personOf(county, tablet);
  const held = new Map<string, VersionedRecord>();
  for (const { caseId } of store.cases()) {
    const file = await store.open(caseId);
    store.close(caseId);
    for (const record of file.records.values()) held.set(record.id, record);
    if (!maySee(county, person, caseId)) county.accuse('leaked', `${tablet.name} holds ${caseId}`, [caseId]);
  }
  for (const record of store.county().records.values())
    if (record.kind === 'partner') held.set(record.id, record);
  for (const record of truth.values()) {
    const own = held.get(record.id);
    held.delete(record.id);
    if (!maySeeRecord(county, person, record)) {
      if (own !== undefined) county.accuse('leaked', `${tablet.name} holds ${record.id}`, [record.id]);
    } else if (!isSame(own, record)) {
      county.accuse('diverged', `${tablet.name} holds another ${record.id}: ${difference(own, record)}`, [
        record.id,
        tablet.name,
      ]);
    }
  }
  for (const id of held.keys()) county.accuse('diverged', `${tablet.name} alone holds ${id}`, [id]);
  const { waiting, refused } = store.transfer();
  for (const { caseId } of [...waiting, ...refused])
    if (county.erased.has(caseId ?? ''))
      county.accuse('leaked', `${tablet.name} still names ${caseId}`, [caseId ?? '']);
  for (const caseId of [...county.erased, ...county.cases.keys()]) {
    if (maySee(county, person, caseId)) continue;
    const { records } = await store.open(caseId);
    store.close(caseId);
    for (const id of records.keys()) county.accuse('leaked', `${tablet.name} opens ${id}`, [id, caseId]);
  }
  if (waiting.length > 0)
    county.accuse('diverged', `${tablet.name} keeps ${waiting.length} waiting`, [tablet.name]);
};

/** Whether two things say the same as JSON, whatever the order of their keys. */
const isSame = (one: unknown, other: unknown): boolean => {
  const [a, b] = [one, other].map((value) => jsonSchema.safeParse(value ?? null));
  return a?.success === true && b?.success === true && isSameJson(a.data, b.data);
};

/** Where two states of a record differ first, for the trace. */
const difference = (own: VersionedRecord | undefined, truth: VersionedRecord): string => {
  if (own === undefined) return 'it is missing';
  const paths = new Set([...Object.keys(own.values), ...Object.keys(truth.values)]);
  for (const path of paths) {
    for (const part of ['values', 'heads', 'versions'] as const) {
      if (!isSame(own[part][path], truth[part][path]))
        return `${part} at ${path}: ${JSON.stringify(own[part][path])} for ${JSON.stringify(truth[part][path])}`;
    }
  }
  return `head ${own.head}, number ${own.seq} for head ${truth.head}, number ${truth.seq}`;
};

/** The values that are kept as contributions, however they were decided. */
const contributedIn = (truth: ReadonlyMap<string, VersionedRecord>): ReadonlySet<string> =>
  new Set(
    [...truth.values()].flatMap((record) =>
      Object.values(contributionToChange(record)?.set ?? {}).map(textOf),
    ),
  );

/** Lets the county come to rest, and judges everything. */
export const quietPoint = async (county: County): Promise<void> => {
  await comeToRest(county);
  const { counts, oracle, tablets } = county;
  const truth = await truthOf(county);
  const tabs = tablets.flatMap((tablet) => tablet.tabs);
  for (const tab of tabs) await compareTab(county, tab, truth);
  const refused = refusedOn(tabs);
  const contributed = contributedIn(truth);
  const { lost, risen, hidden, overtaken } = oracle.judge({ records: truth, refused, contributed });
  const clues = ({ recordId, value, tablet }: SavedEdit): readonly string[] => [
    recordId,
    textOf(value),
    tablet,
  ];
  const said = ({ tablet, value, path, recordId }: SavedEdit): string =>
    `${textOf(value)} of ${tablet} at ${recordId} ${path}`;
  for (const edit of lost) county.accuse('lost', `${said(edit)} is nowhere`, clues(edit));
  for (const edit of hidden)
    county.accuse('lost', `${said(edit)} is hidden by a deletion that had not seen it`, clues(edit));
  for (const edit of risen)
    county.accuse('diverged', `${said(edit)} stands though it was replaced`, clues(edit));
  for (const edit of overtaken)
    county.accuse('diverged', `${said(edit)} is shown no more, though nobody decided`, clues(edit));
  counts.conflicts += [...truth.values()].reduce(
    (sum, { versions }) => sum + Object.keys(versions).length,
    0,
  );
  counts.refusals += refused.size;
  counts.contributions += contributed.size;
};

/**
 * What lies on the disk of a tablet, opened with its key: nothing of an erased case, and nothing of what its person may not
 * see but what was refused and waits for her.
 */
export const searchDisk = async (county: County, tablet: Tablet): Promise<void> => {
  const [tab] = tablet.tabs;
  if (tab === undefined) return;
  const person = personOf(county, tablet);
  const text = await everythingOn({ database: tab.database, key: tablet.key });
  const refused = new Set(tab.store.transfer().refused.map(({ caseId }) => caseId));
  for (const caseId of county.erased)
    if (text.includes(caseId))
      county.accuse('leaked', `${tablet.name} has kept something of ${caseId}`, [caseId]);
  for (const caseId of county.cases.keys()) {
    if (refused.has(caseId)) continue;
    if (!maySee(county, person, caseId) && text.includes(caseId))
      county.accuse('leaked', `${tablet.name} has kept something of ${caseId}`, [caseId]);
    const limits = limitsIdOf(caseId);
    if (!maySeeLimits(county, person, caseId) && text.includes(limits))
      county.accuse('leaked', `${tablet.name} has kept something of ${limits}`, [limits]);
  }
};
