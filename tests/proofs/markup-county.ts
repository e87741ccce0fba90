// The invented county of the proof `markup`: every text in it is a payload, sent by devices as people's own devices send.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Change } from '#domain/change.ts';
import { personIdOf, planIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { isServerPath, kindByName } from '#domain/kinds.ts';
import { itemPath, partsOfPath } from '#domain/path.ts';
import { headsOf, isGone, type KindDefinition, type VersionedRecord } from '#domain/record.ts';
import type { RunningCounty } from '#tests/walks/county.ts';
import { loginOf } from '#tests/walks/screens.ts';
import { createCaller, post, registerAt, signInAt, type Caller } from './caller.ts';
import { filledIn, writtenTextsOf } from './free-text.ts';
import type { Pen } from './markup-pen.ts';

/** The record has one of its kind in each case; all others can be there as often as somebody likes. */
const single = new Set(['case', 'person', 'plan', 'limits']);
/** Few enough for one change and for one message. */
const [MOST_LEAVES, MOST_BYTES] = [300, 500_000];

export type Spread = {
  /** How many new items each map of a record gets, and how many new records come beside each. */
  readonly copies: number;
  /** Case that is seen in two versions. */
  readonly contested: string;
};

/** Everything that a device may read. */
const pull = async (caller: Caller): Promise<readonly VersionedRecord[]> => {
  const records: VersionedRecord[] = [];
  for (let cursor: string | null = null; ;) {
    const answer = await caller.sync({ cursor });
    records.push(...answer.records);
    if (!answer.more) return records;
    ({ cursor } = answer);
  }
};

type Sets = Record<string, Json>;
type Entry = Pick<Change, 'caseId' | 'kind' | 'recordId' | 'base' | 'set'>;

/** The leaves of an item, or of the record itself, that are no free text. */
const restOf = (record: VersionedRecord, kind: KindDefinition, map?: string, item?: string): Sets => {
  const texts = new Set(
    writtenTextsOf(kind)
      .filter((one) => one.map === map)
      .map(({ field }) => field),
  );
  return Object.fromEntries(
    Object.entries(record.values).flatMap(([path, value]) => {
      const parts = partsOfPath(path);
      const isHere = parts.map === map && parts.item === item && value !== null;
      return isHere && !texts.has(parts.field) && !isServerPath(kind.name, path)
        ? [[parts.field, value]]
        : [];
    }),
  );
};

/** Every free text of a record anew, in all its items and in some more. */
const textsOf = (record: VersionedRecord, kind: KindDefinition, pen: Pen, copies: number): Sets => {
  const set: Sets = {};
  const write = (path: string, field: string, schema: Parameters<typeof filledIn>[0]): void => {
    const value = filledIn(schema, pen.into(kind.name, field));
    if (value !== undefined) set[path] = value;
  };
  const itemsOf = (map: string): readonly string[] => [
    ...new Set(
      Object.keys(record.values).flatMap((path) =>
        partsOfPath(path).map === map ? (partsOfPath(path).item ?? []) : [],
      ),
    ),
  ];
  const living = (map: string): readonly string[] =>
    itemsOf(map).filter((item) => record.values[itemPath(map, item, 'gone')] !== true);
  const maps = new Set(writtenTextsOf(kind).flatMap(({ map }) => map ?? []));
  const added = new Map<string, readonly string[]>();
  for (const map of maps) {
    const like = living(map)[0];
    const fresh = Array.from({ length: copies }, () => randomUUID().slice(0, 13));
    added.set(map, fresh);
    for (const item of fresh)
      for (const [field, value] of Object.entries(like === undefined ? {} : restOf(record, kind, map, like)))
        set[itemPath(map, item, field)] = value;
  }
  for (const { map, field, schema } of writtenTextsOf(kind)) {
    if (map === undefined) write(field, field, schema);
    else
      for (const item of [...living(map), ...(added.get(map) ?? [])])
        write(itemPath(map, item, field), `${map}/${field}`, schema);
  }
  return set;
};

const inPieces = (set: Sets): readonly Sets[] => {
  const entries = Object.entries(set);
  return Array.from({ length: Math.ceil(entries.length / MOST_LEAVES) }, (_, index) =>
    Object.fromEntries(entries.slice(index * MOST_LEAVES, (index + 1) * MOST_LEAVES)),
  );
};

/** What somebody writes into the records she holds. */
const entriesOf = (records: readonly VersionedRecord[], pen: Pen, copies: number): readonly Entry[] =>
  records.flatMap((record) => {
    const kind = kindByName(record.kind);
    if (kind === undefined || isGone(record) || writtenTextsOf(kind).length === 0) return [];
    const { caseId } = record;
    const own = inPieces(textsOf(record, kind, pen, copies)).map((set) => ({
      ...{ caseId, kind: kind.name, recordId: record.id, set },
      base: Object.fromEntries(Object.keys(set).map((path) => [path, [...headsOf(record, path)]])),
    }));
    const more = Array.from({ length: single.has(kind.name) ? 0 : Math.ceil(copies / 2) }, () => ({
      ...{ caseId, kind: kind.name, recordId: randomUUID(), base: {} },
      set: { ...restOf(record, kind), ...textsOf({ ...record, values: {} }, kind, pen, 1) },
    }));
    return [...own, ...more];
  });

/** Sends entries from a device that has sent none yet. Throws if one is not taken as it should be. */
const send = async (caller: Caller, entries: readonly Entry[], result = 'accepted'): Promise<void> => {
  const at = new Date().toISOString();
  const { user: by, device } = caller;
  const changes = entries.map((entry, index) => ({
    ...{ ...entry, id: randomUUID(), deed: randomUUID(), by, device, number: index + 1, at },
  }));
  for (let begin = 0; begin < changes.length;) {
    let [end, bytes] = [begin, 0];
    while (end < changes.length && (end === begin || bytes < MOST_BYTES) && end - begin < 900) {
      bytes += Buffer.byteLength(JSON.stringify(changes[end]));
      end += 1;
    }
    const { receipts } = await caller.sync({ changes: changes.slice(begin, end) });
    const other = receipts.find((receipt) => receipt.result !== result);
    if (other !== undefined || receipts.length !== end - begin)
      throw new Error(`What was written was not taken: ${JSON.stringify(other)}`);
    begin = end;
  }
};

const teamSchema = z.object({ members: z.array(z.object({ id: z.string(), login: z.string() })) });

/** The names of all who work there, of some more, and of their devices. */
const renameStaff = async (
  { address }: RunningCounty,
  password: string,
  pen: Pen,
  copies: number,
): Promise<void> => {
  const { cookie } = await signInAt(address, loginOf.administrator, password);
  const name = (): string => pen.into('user', 'name')('', 120, '');
  const response = await fetch(`${address}/api/team`, { headers: { cookie } });
  const { members } = teamSchema.parse(await response.json());
  for (const { id } of members) await post(address, `/api/team/${id}`, { name: name() }, cookie);
  for (let index = 0; index < copies * 3; index += 1)
    await post(
      address,
      '/api/team',
      { login: `markup-${index}`, name: name(), role: 'caseworker', mayReadLimits: false },
      cookie,
    );
  for (let index = 0; index < copies; index += 1)
    await registerAt(address, cookie, randomUUID(), 1, pen.into('device', 'name')('', 60, ''));
};

/** Writes payloads into every free text of a county of the demo. Answers the case that changed hands, and those she had before. */
export const markCounty = async (
  county: RunningCounty,
  pen: Pen,
  { copies, contested }: Spread,
): Promise<{ readonly contributed: string; readonly cases: readonly string[] }> => {
  const { address } = county;
  const passwordOf = (login: string): string =>
    county.signIns.find((one) => one.login === login)?.password ?? '';
  const open = (login: string): Promise<Caller> =>
    createCaller(address, login, randomUUID(), {
      password: passwordOf(login),
      name: pen.into('device', 'name')('', 60, ''),
    });
  const [hers, elsewhere] = [await open(loginOf.caseworker), await open(loginOf.caseworker)];
  const [before, seenElsewhere] = [await pull(hers), await pull(elsewhere)];
  await send(hers, entriesOf(before, pen, copies));
  // the other tablet has not seen what this one wrote
  const there = seenElsewhere.filter(({ caseId }) => caseId === contested);
  await send(elsewhere, entriesOf(there, pen, 0));

  // a case changes hands, and what its former caseworker wrote meanwhile lies with the new one
  const his = await open('yildirim');
  const former = await pull(his);
  const left = former.find(({ kind, values }) => kind === 'case' && values['owner'] === his.user)?.id ?? '';
  const overseer = await signInAt(address, loginOf.supervisor, passwordOf(loginOf.supervisor));
  const assigned = { caseIds: [left], owner: hers.user, deputies: [] };
  await post(address, '/api/cases/assign', assigned, overseer.cookie);
  const late = former.filter(({ id }) => [personIdOf(left), planIdOf(left)].includes(id));
  const asContribution: Pen = { ...pen, into: (kind, field) => pen.into('contribution', `${kind} ${field}`) };
  await send(his, entriesOf(late, asContribution, 0), 'contribution');

  const supervisor = await open(loginOf.supervisor);
  const held = new Set(before.map(({ id }) => id));
  const others = (await pull(supervisor)).filter(({ id, caseId }) => !held.has(id) && caseId !== null);
  await send(supervisor, entriesOf(others, pen, 1));
  await renameStaff(county, passwordOf(loginOf.administrator), pen, copies);
  return { contributed: left, cases: before.flatMap(({ kind, id }) => (kind === 'case' ? [id] : [])) };
};
