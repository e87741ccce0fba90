// The tablet on which an invented entry was written: it pushes like any other, under the same rules, or seeding stops.
import type { Change } from '#domain/change.ts';
import type { Json } from '#domain/json.ts';
import { PROTOCOL } from '#protocol/version.ts';
import { push } from '#server/push.ts';
import { writeAsServer, type NewId } from '#server/server-changes.ts';
import type { Writing } from '#server/storage/storage.ts';
import type { DemoMember } from './staff.ts';

/** What was written into one record at one moment. */
export type Entry = {
  readonly caseId: string | null;
  readonly kind: string;
  readonly recordId: string;
  readonly set: Readonly<Record<string, Json>>;
  /** An ISO instant. */
  readonly at: string;
  /** What its author had seen there; nothing, where the record is new or was written elsewhere meanwhile. */
  readonly base?: Change['base'];
};

type Writer = DemoMember & { readonly device: { readonly id: string; readonly name: string } };

/** Makes the tablet of a member known to the server and to the team. */
export const registerTablet = async (
  writing: Writing,
  { id: user, device: { id, name } }: Writer,
  at: string,
  newId: NewId,
): Promise<void> => {
  await writing.putDevice({ id, user, name, next: 1, registeredAt: at, lastSeen: null });
  const set = { user, name, registered: at, revoked: false };
  await writeAsServer(writing, [{ caseId: null, kind: 'device', recordId: id, set }], at, newId);
};

/**
 * Sends entries as one deed. Throws if one of them is refused: then the invented county does not keep the house rules.
 * @param now when they reached the server
 */
export const sendAsDeed = async (
  writing: Writing,
  { id: user, device: { id: deviceId } }: Writer,
  entries: readonly Entry[],
  now: string,
  newId: NewId,
): Promise<void> => {
  const [account, device] = [await writing.account(user), await writing.device(deviceId)];
  if (account === undefined || device === undefined) throw new Error(`${deviceId} is not registered.`);
  const deed = `${deviceId}-deed-${device.next}`;
  const changes = entries.map(({ caseId, kind, recordId, set, at, base = {} }, index): Change => {
    const number = device.next + index;
    const id = `${deviceId}-${number}`;
    return {
      id,
      deed,
      caseId,
      kind,
      recordId,
      set: { ...set },
      base,
      by: user,
      device: deviceId,
      number,
      at,
    };
  });
  const request = { protocol: PROTOCOL, device: deviceId, cursor: null, clock: now, changes, voids: [] };
  const pushed = await push(writing, account, device, request, { now, newId });
  if (!pushed.ok) throw new Error(`${deviceId} is taken for a cloned one.`);
  for (const receipt of pushed.value.receipts) {
    const change = changes.find(({ number }) => number === receipt.number);
    if (receipt.result !== 'accepted')
      throw new Error(`${change?.recordId ?? deviceId} was not taken: ${JSON.stringify(receipt)}`);
  }
};
