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
 * Sends deeds, each of one or more entries. Throws if one is refused: then the invented county breaks the house rules.
 * @param now when they reached the server
 */
export const sendDeeds = async (
  writing: Writing,
  { id: user, device: { id: deviceId } }: Writer,
  deeds: readonly (readonly Entry[])[],
  now: string,
  newId: NewId,
): Promise<void> => {
  const [account, device] = [await writing.account(user), await writing.device(deviceId)];
  if (account === undefined || device === undefined) throw new Error(`${deviceId} is not registered.`);
  let number = device.next;
  const changes = deeds.flatMap((entries) => {
    const deed = `${deviceId}-deed-${number}`;
    return entries.map(({ caseId, kind, recordId, set, at, base = {} }): Change => {
      const [id, own] = [`${deviceId}-${number}`, number++];
      const who = { by: user, device: deviceId, number: own, at };
      return { id, deed, caseId, kind, recordId, set: { ...set }, base, ...who };
    });
  });
  const request = {
    protocol: PROTOCOL,
    device: deviceId,
    cursor: null,
    clock: now,
    changes,
    voids: [],
    purged: [],
  };
  const pushed = await push(writing, account, device, request, { now, newId });
  if (!pushed.ok) throw new Error(`${deviceId} is taken for a cloned one.`);
  for (const receipt of pushed.value.receipts) {
    if (receipt.result === 'accepted') continue;
    const change = changes.find((one) => one.number === receipt.number);
    throw new Error(`${change?.recordId ?? deviceId} was not taken: ${JSON.stringify(receipt)}`);
  }
};
