// A plan goes from the tablet to the phone: over a real store, the real server, and back again when it is ended.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planIdOf } from '#domain/id.ts';
import { itemPath } from '#domain/path.ts';
import { planKind } from '#domain/plan.ts';
import { planViewSchema } from '#protocol/plan-view.ts';
import { openDatabase } from '#store/database.ts';
import { isGoodPin } from '#store/pin.ts';
import { PLAN_PIN_LENGTH } from '#store/plan-copy.ts';
import { stretchPlanPin } from '#store/plan-pin.ts';
import { openStore, type Store } from '#store/store.ts';
import { createCounty, type Browser, type County } from '#tests/county.ts';
import { phoneStationsOf } from './phone-words.ts';
import { endPlanLink, givenLinksOf, givePlanLink, linkTransferOf, type NewLink } from './plan-links.ts';
import { createPlanPin, createPlanSecret, isOnThisDeviceOnly, planAddress } from './plan-secret.ts';

const CASE = 'case-amira-01';
const PHONE = 'B'.repeat(42) + 'E';
const TODAY = '2026-11-22';
const leaf = (step: string, field: string): string => itemPath('steps', step, field);

let count = 0;
let county: County;
let tablet: Browser;
let store: Store;

beforeEach(async () => {
  count += 1;
  county = await createCounty();
  tablet = await county.onDevice('leyla', 'device-leyla');
  const database = openDatabase(`plan-links-${String(count)}`);
  await database.open();
  await database.meta.put({ key: 'device', value: 'device-leyla' });
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  store = await openStore(database, key, 'user-leyla', {
    now: () => county.clock,
    newId: () => crypto.randomUUID(),
  });
  await store.open(CASE);
  await store.write([{ caseId: CASE, kind: 'case', recordId: CASE, set: { phase: 'TESTPHASE' } }]);
});
afterEach(async () => {
  await store.lock();
  await county.close();
});

/** The tablet sends what waits, and takes in the answer. */
const transfer = async (): Promise<void> => {
  const { cursor, device, batches } = await store.takeOutgoing(1000, 1_000_000);
  const { changes = [], voids = [] } = batches[0] ?? {};
  const clock = county.clock.toISOString();
  const answer = await tablet.post('/api/sync', { protocol: 1, device, cursor, clock, changes, voids });
  expect(answer.statusCode).toBe(200);
  await store.receive(cursor, answer.json());
};
const give = async (withPin = false, instead?: string): Promise<NewLink> => {
  const made = await givePlanLink(store, { caseId: CASE, language: 'ar', today: TODAY, withPin, instead });
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
};
const linksNow = () => {
  const file = store.read(CASE);
  return file === undefined ? [] : givenLinksOf(file);
};

describe('handing over', () => {
  it('opens the plan on the phone once the tablet has sent, and not a moment before', async () => {
    const { id, secret } = await give();
    expect(linkTransferOf(store.transfer(), id)).toBe('waiting');
    const phone = county.browser();
    expect((await phone.post('/plan-api/exchange', { secret, phone: PHONE })).statusCode).toBe(404);
    await transfer();
    expect(linkTransferOf(store.transfer(), id)).toBe('sent');
    expect((await phone.post('/plan-api/exchange', { secret, phone: PHONE })).statusCode).toBe(200);
  });

  it('writes the hash and never the secret', async () => {
    const { secret } = await give();
    await transfer();
    expect(JSON.stringify(store.transfer())).not.toContain(secret);
    expect(JSON.stringify([...(store.read(CASE)?.records.values() ?? [])])).not.toContain(secret);
    expect(county.everything()).not.toContain(secret);
    expect(linksNow()).toMatchObject([{ link: { language: 'ar', createdOn: TODAY } }]);
  });

  it('ends the access, and keeps the ended one at the end of the list', async () => {
    const first = await give();
    const second = await give();
    await transfer();
    const phone = county.browser();
    await phone.post('/plan-api/exchange', { secret: first.secret, phone: PHONE });
    expect((await phone.get('/plan-api/plan')).statusCode).toBe(200);
    await endPlanLink(store, CASE, first.id);
    expect(linkTransferOf(store.transfer(), first.id)).toBe('waiting');
    await transfer();
    expect((await phone.get('/plan-api/plan')).json()).toEqual({ error: { type: 'plan-link-ended' } });
    expect(linksNow().map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('shows beforehand exactly the steps that the phone is told', async () => {
    const set = {
      [leaf('b', 'order')]: 'B',
      [leaf('b', 'type')]: 'EQ',
      [leaf('b', 'visible')]: true,
      [leaf('a', 'order')]: 'A',
      [leaf('a', 'state')]: 'ERFOLG',
      [leaf('a', 'visible')]: true,
      [leaf('c', 'order')]: 'C',
      [leaf('c', 'note')]: 'nur für das Team',
      [leaf('d', 'order')]: 'D',
      [leaf('d', 'visible')]: false,
    };
    await store.write([{ caseId: CASE, kind: planKind.name, recordId: planIdOf(CASE), set }]);
    const { secret } = await give();
    await transfer();
    const phone = county.browser();
    await phone.post('/plan-api/exchange', { secret, phone: PHONE });
    const told = planViewSchema.parse((await phone.get('/plan-api/plan')).json()).steps.map(({ id }) => id);
    const shown = phoneStationsOf(store.read(CASE)?.records.get(planIdOf(CASE)));
    expect(shown.map(({ station, kind }) => [station.id, kind])).toEqual([
      ['a', 'done'],
      ['b', 'now'],
    ]);
    expect(told).toEqual(['a', 'b']);
  });
});

describe('[V18] handing over with a PIN', () => {
  const openWith = async ({ secret }: NewLink, pin: string) => {
    const { proof } = await stretchPlanPin(secret, pin);
    return (await county.browser().post('/plan-api/open', { secret, phone: PHONE, proof })).statusCode;
  };
  const pinOf = ({ pin }: NewLink): string => {
    if (pin === null) throw new Error('the link wants no PIN');
    return pin;
  };

  it('opens with what the tablet has shown, and writes neither PIN nor secret', async () => {
    const made = await give(true);
    await transfer();
    const wrong = pinOf(made) === '482915' ? '482916' : '482915';
    expect([await openWith(made, wrong), await openWith(made, pinOf(made))]).toEqual([403, 200]);
    const records = JSON.stringify([...(store.read(CASE)?.records.values() ?? [])]);
    for (const word of [pinOf(made), made.secret]) {
      expect(records).not.toContain(word);
      expect(county.everything()).not.toContain(word);
    }
    expect(linksNow()[0]?.link.pinCheck).toMatch(/^[\w-]{43}$/);
  });

  it('shows the caseworker that five wrong PINs have closed the link, and a new one opens', async () => {
    const made = await give(true);
    await transfer();
    for (let turn = 0; turn < 5; turn += 1)
      await openWith(made, pinOf(made) === '482915' ? '482916' : '482915');
    await transfer();
    expect(linksNow()).toMatchObject([{ id: made.id, link: { burnt: true, revoked: true } }]);
    expect(await openWith(made, pinOf(made))).toBe(410);
    const another = await give(true);
    await transfer();
    expect(await openWith(another, pinOf(another))).toBe(200);
  });

  it('may be declined: another code takes the place of the first, and wants none', async () => {
    const made = await give(true);
    const without = await give(false, made.id);
    await transfer();
    expect(await openWith(made, pinOf(made))).toBe(410);
    const phone = county.browser();
    const asked = { secret: without.secret, phone: PHONE };
    expect((await phone.post('/plan-api/exchange', asked)).statusCode).toBe(200);
    expect(linksNow().map(({ id, link }) => [id, link.revoked])).toEqual([
      [without.id, undefined],
      [made.id, true],
    ]);
  });

  it('has figures that nobody tries first, as many as the phone has places for, each as likely as another', () => {
    const drawn = [0, 123456, 4_294_967_295, 4_294_000_000, 1_000_000, 42].map((number) =>
      Uint32Array.of(number),
    );
    expect(createPlanPin((into) => drawn.shift() ?? into.fill(7))).toBe('000042');
    const pins = Array.from({ length: 2000 }, () => createPlanPin());
    expect(pins.every((pin) => isGoodPin(pin) && pin.length === PLAN_PIN_LENGTH)).toBe(true);
    expect(new Set(pins).size).toBeGreaterThan(1980);
  });
});

describe('the code', () => {
  it('is another one each time', async () => {
    const [one, other] = [await createPlanSecret(), await createPlanSecret()];
    expect(one.secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(one.secret).not.toBe(other.secret);
  });
  it('stands behind the # of the address, where no log sees it', () => {
    expect(planAddress('https://geleit.example/', 'abc')).toBe('https://geleit.example/plan/#abc');
    expect(new URL(planAddress('https://geleit.example', 'abc')).pathname).toBe('/plan/');
  });
  it.each([
    ['http://localhost:8080', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['http://192.168.1.20:8080', false],
    ['https://geleit.example', false],
    ['https://localhost.example', false],
  ])('knows whether a phone can reach %s', (publicUrl, isLocal) => {
    expect(isOnThisDeviceOnly(publicUrl)).toBe(isLocal);
  });
});
