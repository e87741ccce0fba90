// The PIN of a person's link: five tries, then ten on her phone, fifty an hour for the county; and the honest phone gets in.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '#domain/json.ts';
import { createCounty, later, staff, type Browser, type County } from '#tests/county.ts';
import { checkOfProof } from './link-pins.ts';

const CASE = 'case-amira-01';
/** 32 bytes that are told apart by a number. */
const key = (kind: string, number = 0): string =>
  createHash('sha256').update(`${kind} ${number}`).digest('base64url');
const secretOf = (link: number): string => key('secret', link);
const right = key('right proof');
const amirasPhone = key('phone of Amira');
const strangersPhone = key('phone of somebody');

let county: County;
let leyla: Browser;
let number: number;
beforeEach(async () => {
  county = await createCounty();
  leyla = await county.onDevice('leyla', 'device-leyla');
  number = 0;
  await write('case', CASE, { phase: 'TESTPHASE' });
});
afterEach(() => county.close());

const sync = async (changes: readonly object[]) => {
  const clock = county.clock.toISOString();
  const message = { protocol: 1, device: 'device-leyla', cursor: null, clock, voids: [], changes };
  return (await leyla.post('/api/sync', message)).json<{
    receipts: unknown[];
    records: { id: string; values: Record<string, Json>; versions: object }[];
  }>();
};
const send = async (kind: string, recordId: string, set: Record<string, Json>, base = {}) => {
  number += 1;
  const [receipt] = (
    await sync([
      {
        ...{ id: `change-leyla-${number}`, deed: `deed-leyla-${number}`, caseId: CASE, kind, recordId, set },
        ...{ base, by: staff.leyla.id, device: 'device-leyla', number, at: county.clock.toISOString() },
      },
    ])
  ).receipts;
  return receipt;
};
const write = async (kind: string, recordId: string, set: Record<string, Json>) => {
  expect(await send(kind, recordId, set)).toMatchObject({ result: 'accepted' });
};
const hashOf = (secret: string): string =>
  createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('base64url');
/** Leyla hands over a link with a PIN, and her tablet sends it. */
const giveLink = (link = 1, pinCheck: string | null = checkOfProof(right)) =>
  write('plan-link', `plan-link-000${link}`, {
    ...{ hash: hashOf(secretOf(link)), language: 'ar', createdOn: '2026-11-22' },
    ...(pinCheck === null ? {} : { pinCheck }),
  });
/** What a phone that asks is answered: the plan, or why not. Each from an address of its own: the brake on one is tried elsewhere. */
const open = async (
  proof: string | undefined,
  { link = 1, phone = amirasPhone, from = county.browser() } = {},
) => {
  const asked = { secret: secretOf(link), phone };
  const answer = await (proof === undefined
    ? from.post('/plan-api/exchange', asked)
    : from.post('/plan-api/open', { ...asked, proof }));
  const body = answer.json<{ error?: { type: string; detail?: string } }>();
  return body.error === undefined ? 'the plan' : [body.error.type, body.error.detail].join(' ').trim();
};
let address = 0;
const elsewhere = (): Browser => {
  address += 1;
  return county.browser(`192.0.${String(address >> 8)}.${String(address & 255)}`);
};
const wrong = (link = 1, phone = strangersPhone, count = 1): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      open(key('wrong', index), { link, phone, from: elsewhere() }),
    ),
  );
/** The record of a link as Leyla's tablet is told it. */
const told = async (link = 1) => (await sync([])).records.find(({ id }) => id === `plan-link-000${link}`);

describe('[V18] a link with a PIN', () => {
  it('opens with the PIN and not without, and asking without one counts as no try', async () => {
    await giveLink();
    for (let turn = 0; turn < 8; turn += 1) expect(await open(undefined)).toBe('plan-pin-needed tries/5/5');
    expect(await open(key('wrong'))).toBe('plan-pin-wrong tries/4/5');
    expect(await open(right)).toBe('the plan');
  });

  it('gives no cookie: whoever holds the phone opens nothing by its address bar', async () => {
    await giveLink();
    const phone = county.browser();
    expect(await open(right, { from: phone })).toBe('the plan');
    expect(phone.cookies).toEqual({});
    expect((await phone.get('/plan-api/plan')).statusCode).toBe(404);
    expect(await open(undefined, { from: phone })).toBe('plan-pin-needed tries/10/10');
  });

  it('is dead after five wrong ones, and Leyla’s list says why', async () => {
    await giveLink();
    expect((await told())?.values).not.toHaveProperty('burnt');
    const left: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) left.push(await open(key('wrong', turn)));
    expect(left).toEqual([
      ...[4, 3, 2, 1, 0].map((tries) => `plan-pin-wrong tries/${String(tries)}/5`),
      'plan-link-ended',
    ]);
    expect(await open(right)).toBe('plan-link-ended');
    expect(await open(undefined)).toBe('plan-link-ended');
    expect(await told()).toMatchObject({ values: { revoked: true, burnt: true }, versions: {} });
  });

  it('takes five of thirty that come at once', async () => {
    await giveLink();
    const answers = await wrong(1, strangersPhone, 30);
    expect(answers.filter((answer) => answer.startsWith('plan-pin-wrong'))).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'plan-link-ended')).toHaveLength(25);
  });

  it('that somebody burnt is replaced by a new one, and Amira gets in', async () => {
    await giveLink();
    await wrong(1, strangersPhone, 5);
    expect(await open(right)).toBe('plan-link-ended');
    await giveLink(2);
    expect(await open(right, { link: 2 })).toBe('the plan');
  });

  it('that Amira’s phone has is burnt by no other phone, and by ten wrong ones on hers', async () => {
    await giveLink();
    expect(await open(right)).toBe('the plan');
    expect(await wrong(1, strangersPhone, 20)).toEqual(Array.from({ length: 20 }, () => 'plan-link-used'));
    expect((await wrong(1, amirasPhone, 9)).filter((answer) => answer.endsWith('/10'))).toHaveLength(9);
    // The right one begins the ten anew: who mistypes now and then in ninety days keeps her plan.
    expect(await open(right)).toBe('the plan');
    await wrong(1, amirasPhone, 9);
    expect(await open(key('wrong'))).toBe('plan-pin-wrong tries/0/10');
    expect(await open(right)).toBe('plan-link-ended');
    expect((await told())?.values).toMatchObject({ revoked: true, burnt: true });
  });

  it('is answered again when the answer was lost, by the same phone', async () => {
    await giveLink();
    expect([await open(right), await open(right)]).toEqual(['the plan', 'the plan']);
    later(county, 90 * 24 + 0.1);
    expect(await open(right)).toBe('plan-link-ended');
  });

  it('leaves neither the PIN nor what a phone sends of it in database and log', async () => {
    await giveLink();
    await open(key('wrong', 7));
    await open(right);
    const kept = `${county.everything()}${JSON.stringify(county.log)}`;
    for (const word of [right, key('wrong', 7), secretOf(1)]) expect(kept).not.toContain(word);
  });
});

describe('[V18] what tablets may say of a PIN', () => {
  it('comes with the link, and nobody changes it or takes it away afterwards', async () => {
    await giveLink();
    for (const pinCheck of [null, checkOfProof(key('another'))])
      expect(await send('plan-link', 'plan-link-0001', { pinCheck })).toMatchObject({
        result: 'refused',
        reason: { type: 'not-allowed', path: 'pinCheck' },
      });
    await giveLink(2, null);
    expect(await send('plan-link', 'plan-link-0002', { pinCheck: checkOfProof(right) })).toMatchObject({
      result: 'refused',
    });
    expect(await open(right)).toBe('the plan');
    expect(await open(undefined, { link: 2 })).toBe('the plan');
  });

  it('is not that a link was burnt: the server alone says so', async () => {
    await giveLink();
    expect(await send('plan-link', 'plan-link-0001', { burnt: true })).toMatchObject({
      result: 'refused',
      reason: { type: 'not-allowed', path: 'burnt' },
    });
  });
});

describe('[V18] fifty wrong PINs within an hour', () => {
  const burnTen = async (): Promise<void> => {
    for (let link = 10; link < 20; link += 1) {
      await giveLink(link);
      await wrong(link, strangersPhone, 5);
    }
  };

  it('are the last that are tried, over all links; the log says so once, and an hour later it goes on', async () => {
    await giveLink(1);
    await burnTen();
    expect(await open(key('wrong'))).toBe('too-many-tries');
    expect(await open(right)).toBe('too-many-tries');
    expect(county.log.filter(({ event }) => event === 'wrong-pins')).toHaveLength(1);
    expect(await open(undefined)).toBe('plan-pin-needed tries/5/5');
    later(county, 1.01);
    expect(await open(right)).toBe('the plan');
  });

  it('keep nobody out who has her plan already, nor anybody whose link wants no PIN', async () => {
    await giveLink(1);
    await giveLink(2, null);
    expect(await open(right)).toBe('the plan');
    await burnTen();
    expect(await open(right)).toBe('the plan');
    expect(await open(undefined, { link: 2 })).toBe('the plan');
  });
});

it('a phone with an older program is answered something that it takes for no answer, and loses no try', async () => {
  await giveLink();
  const older = await county
    .browser()
    .post('/plan-api/exchange', { secret: secretOf(1), phone: amirasPhone });
  expect([older.statusCode, older.json<{ error: { type: string } }>().error.type]).toEqual([
    401,
    'plan-pin-needed',
  ]);
});
