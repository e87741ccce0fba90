// Somebody who works and works: sends numbered deeds as fast as they are taken, and remembers every answer she was given.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '#domain/change.ts';
import { personIdOf } from '#domain/id.ts';
import type { Receipt } from '#domain/receipt.ts';

import type { Chance } from '#tests/sync/chance.ts';
import { createCaller, Trouble } from './caller.ts';

/** A deed of three changes: two new records, and a leaf of the person that every deed writes anew. */
export type Deed = {
  readonly count: number;
  readonly changes: readonly Change[];
  readonly records: readonly string[];
};

export type Clerk = {
  /** The record whose `needs` tells the count of the last deed. */
  readonly person: string;
  /** Sends deeds until it is told to stop or no answer comes. */
  readonly work: (goesOn: () => boolean) => Promise<void>;
  /** Deeds whose every change was answered as accepted. */
  readonly acknowledged: () => readonly Deed[];
  /** Deeds that left and were not answered. */
  readonly unanswered: () => readonly Deed[];
  /** Sends again what was answered from this deed on, and what was not; answers how many receipts are not the same as before. */
  readonly sendAgain: (from: number) => Promise<number>;
};

/** The most changes a clerk sends in one request. */
const MOST = 900;

/** Signs in, registers a device and opens a case of her own. */
export const createClerk = async (
  address: string,
  login: string,
  name: string,
  chance: Chance,
): Promise<Clerk> => {
  const caller = await createCaller(address, login, `device-${name}`);
  const caseId = `case-${name}`;
  const person = personIdOf(caseId);
  const receipts = new Map<number, Receipt>();
  const deeds: Deed[] = [];
  let unanswered: readonly Deed[] = [];
  let cursor: string | null = null;
  let number = 0;
  let lastNeeds = '';
  const opening = randomUUID();

  const change = (
    deed: string,
    kind: string,
    recordId: string,
    set: Change['set'],
    base: Change['base'] = {},
  ): Change => {
    number += 1;
    const { user: by, device } = caller;
    return {
      id: randomUUID(),
      deed,
      caseId,
      kind,
      recordId,
      set,
      base,
      by,
      device,
      number,
      at: new Date().toISOString(),
    };
  };
  const nextDeed = (): Deed => {
    const count = deeds.length + unanswered.length + 1;
    const deed = randomUUID();
    const records = [`talk-${name}-${count}`, `look-${name}-${count}`];
    const written = { needs: `Stand ${count}` };
    const about = change(deed, 'person', person, written, lastNeeds === '' ? {} : { needs: [lastNeeds] });
    lastNeeds = about.id;
    const changes = [
      change(deed, 'consultation', records[0] ?? '', { minutes: 30, note: `Gespräch ${count}` }),
      about,
      change(deed, 'follow-up', records[1] ?? '', { due: '2026-12-01', text: `Nachsehen ${count}` }),
    ];
    return { count, changes, records };
  };
  const send = async (changes: readonly Change[]): Promise<readonly Receipt[]> => {
    let answer = await caller.sync({ cursor, changes: [...changes] });
    // A server that has lost something takes nothing that was sent before: it gets it once more, as from a tablet.
    if (answer.anew) answer = await caller.sync({ cursor: answer.cursor, changes: [...changes] });
    cursor = answer.cursor;
    return answer.receipts;
  };
  const take = (answered: readonly Receipt[]): void => {
    for (const receipt of answered) receipts.set(receipt.number, receipt);
    for (const deed of unanswered) {
      const isTaken = deed.changes.every((each) => receipts.get(each.number)?.result === 'accepted');
      if (!isTaken) throw new Error(`A deed of ${name} was answered with ${JSON.stringify(answered)}.`);
      deeds.push(deed);
    }
    unanswered = [];
  };

  const first = [
    change(opening, 'case', caseId, { fileNumber: `DEMO-${name}` }),
    change(opening, 'person', person, { nameCalled: `Person ${name}` }),
  ];
  take(await send(first));

  return {
    person,
    work: async (goesOn) => {
      while (goesOn()) {
        // Grows while it is made: each deed is counted after the one before.
        for (let deed = 0; deed <= chance.under(4); deed += 1) unanswered = [...unanswered, nextDeed()];
        try {
          take(await send(unanswered.flatMap(({ changes }) => changes)));
        } catch (error) {
          // No whole answer: whether it was taken shows when the server is back.
          if (error instanceof TypeError || error instanceof Trouble) return;
          throw error;
        }
      }
    },
    acknowledged: () => deeds,
    unanswered: () => unanswered,
    sendAgain: async (from) => {
      const again = deeds.filter(({ count }) => count >= from).flatMap(({ changes }) => changes);
      const open = unanswered.flatMap(({ changes }) => changes);
      // By number, for a part must not begin before the one before it ends: the server would wait for what is missing.
      const all = [...(from <= 1 ? first : []), ...again, ...open].sort((a, b) => a.number - b.number);
      let altered = 0;
      const fresh: Receipt[] = [];
      for (let start = 0; start < all.length; start += MOST) {
        const part = all.slice(start, start + MOST);
        const answered = new Map((await send(part)).map((receipt) => [receipt.number, receipt]));
        for (const { number: each } of part) {
          const before = receipts.get(each);
          const now = answered.get(each);
          if (before !== undefined && (now === undefined || !isDeepStrictEqual(before, now))) altered += 1;
        }
        for (const receipt of answered.values()) if (!receipts.has(receipt.number)) fresh.push(receipt);
      }
      take(fresh);
      return altered;
    },
  };
};
