// The life of a plan link: from the tablet's QR code to the phone, once, and back again when it is closed.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemPath } from '#domain/path.ts';
import { planIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { planViewSchema } from '#protocol/plan-view.ts';
import { createCounty, later, staff, type Browser, type County } from '#tests/county.ts';

const CASE = 'case-amira-01';
const secret = 'A'.repeat(42) + 'E';
const hash = createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('base64url');
const amirasPhone = 'B'.repeat(42) + 'E';
const otherPhone = 'C'.repeat(42) + 'E';
const leaf = (item: string, field: string): string => itemPath('steps', item, field);

describe('Amira’s plan on her phone', () => {
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

  /** Leyla's tablet sends a change. */
  const write = async (
    kind: string,
    recordId: string,
    set: Record<string, Json>,
    base = {},
    caseId: string | null = CASE,
  ): Promise<void> => {
    number += 1;
    const change = {
      ...{ id: `change-leyla-${number}`, deed: `deed-leyla-${number}`, caseId, kind, recordId, set, base },
      ...{ by: staff.leyla.id, device: 'device-leyla', number, at: county.clock.toISOString() },
    };
    const message = {
      protocol: 1,
      device: 'device-leyla',
      cursor: null,
      clock: county.clock.toISOString(),
      voids: [],
    };
    const answer = await leyla.post('/api/sync', { ...message, changes: [change] });
    expect(answer.json()).toMatchObject({ receipts: [{ number, result: 'accepted' }] });
  };
  const giveLink = () =>
    write('plan-link', 'plan-link-0001', { hash, language: 'ar', createdOn: '2026-11-22', revoked: false });
  const exchange = (phone: Browser, key = amirasPhone) =>
    phone.post('/plan-api/exchange', { secret, phone: key });

  it('opens once the tablet has sent, and says so until then', async () => {
    const phone = county.browser();
    const early = await exchange(phone);
    expect([early.statusCode, early.json()]).toEqual([404, { error: { type: 'plan-link-unknown' } }]);
    await giveLink();
    const answer = await exchange(phone);
    expect(answer.statusCode).toBe(200);
    expect(answer.cookies[0]).toMatchObject({
      ...{ name: 'geleit-plan', path: '/plan-api', httpOnly: true, sameSite: 'Strict' },
      expires: new Date('2027-02-20T09:00:00.000Z'),
    });
    expect((await phone.get('/plan-api/plan')).json()).toEqual(answer.json());
    expect(planViewSchema.parse(answer.json())).toEqual({
      ...{ language: 'ar', steps: [], office: 'Landkreis Fuhsetal', helper: 'Leyla Demir' },
      updated: '2026-11-22T09:00:00.000Z',
    });
  });

  it('shows the steps that are meant for her, in order, and nothing that is not', async () => {
    await giveLink();
    await write('plan', planIdOf(CASE), {
      title: 'Interner Titel',
      [leaf('later', 'order')]: 'V',
      [leaf('later', 'visible')]: true,
      [leaf('later', 'title')]: 'Probearbeit',
      [leaf('later', 'partner')]: 'partner-tischler',
      [leaf('first', 'order')]: 'B',
      [leaf('first', 'visible')]: true,
      [leaf('first', 'title')]: 'Deutschkurs',
      [leaf('first', 'from')]: '2026-12-01',
      [leaf('first', 'time')]: '09:00',
      [leaf('first', 'place')]: 'Marktstraße 4',
      [leaf('first', 'partnerName')]: 'Volkshochschule',
      [leaf('first', 'contactPhone')]: '05555 1234',
      [leaf('first', 'note')]: 'Nur fürs Team',
      [leaf('first', 'noteForPerson')]: 'Bitte pünktlich',
      [leaf('first', 'bring')]: ['AUSWEIS'],
      [leaf('hidden', 'title')]: 'Heimlich geplant',
      [leaf('gone', 'visible')]: true,
      [leaf('gone', 'title')]: 'Abgesagt',
      [leaf('gone', 'gone')]: true,
    });
    await write('partner', 'partner-tischler', { name: 'Tischlerei Ahorn', note: 'Zahlt spät' }, {}, null);
    await write('consultation', 'consultation-01', { note: 'Gesprächsnotiz' });
    const phone = county.browser();
    await exchange(phone);
    const answer = await phone.get('/plan-api/plan');
    expect(answer.body).not.toMatch(
      /Heimlich|Abgesagt|Zahlt spät|Nur fürs Team|Gesprächsnotiz|Interner|user-leyla|case-amira/,
    );
    expect(planViewSchema.parse(answer.json()).steps).toEqual([
      {
        ...{ id: 'first', type: null, title: 'Deutschkurs', state: null, from: '2026-12-01', until: null },
        ...{ time: '09:00', place: 'Marktstraße 4', partner: 'Volkshochschule', contactName: null },
        ...{ contactPhone: '05555 1234', bring: ['AUSWEIS'], note: 'Bitte pünktlich', contested: false },
      },
      expect.objectContaining({
        id: 'later',
        title: 'Probearbeit',
        partner: 'Tischlerei Ahorn',
        from: null,
        contested: false,
      }),
    ]);
    await write(
      'plan',
      planIdOf(CASE),
      { [leaf('first', 'visible')]: false },
      { [leaf('first', 'visible')]: ['change-leyla-3'] },
    );
    const hidden = planViewSchema.parse((await phone.get('/plan-api/plan')).json());
    expect(hidden.steps.map(({ id }) => id)).toEqual(['later']);
  });

  it('shows no step of which one colleague says that she may see it and another that she may not', async () => {
    await giveLink();
    await write('plan', planIdOf(CASE), { [leaf('course', 'visible')]: true });
    await write('plan', planIdOf(CASE), { [leaf('course', 'visible')]: false });
    const phone = county.browser();
    await exchange(phone);
    expect((await phone.get('/plan-api/plan')).json()).toMatchObject({ steps: [] });
  });

  it('tells her no date while two are on file (S6)', async () => {
    await giveLink();
    const plan = planIdOf(CASE);
    await write('plan', plan, { [leaf('course', 'visible')]: true, [leaf('course', 'from')]: '2026-12-01' });
    await write('plan', plan, { [leaf('course', 'from')]: '2026-12-08' });
    const phone = county.browser();
    await exchange(phone);
    const { steps } = planViewSchema.parse((await phone.get('/plan-api/plan')).json());
    expect(steps).toEqual([
      expect.objectContaining({ id: 'course', from: null, until: null, time: null, contested: true }),
    ]);
  });

  it('opens again for the same phone, whose answer was lost, and for no other', async () => {
    await giveLink();
    await exchange(county.browser());
    const phone = county.browser();
    expect((await exchange(phone)).statusCode).toBe(200);
    expect((await phone.get('/plan-api/plan')).statusCode).toBe(200);
    const other = await exchange(county.browser(), otherPhone);
    expect([other.statusCode, other.json()]).toEqual([409, { error: { type: 'plan-link-used' } }]);
    expect((await phone.get('/plan-api/plan')).statusCode).toBe(200);
  });

  it('goes to one phone alone, if two come at the same moment', async () => {
    await giveLink();
    const answers = await Promise.all([
      exchange(county.browser()),
      exchange(county.browser(), otherPhone),
      exchange(county.browser(), 'D'.repeat(42) + 'E'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
  });

  it('can be begun for 72 hours, and read for 90 days', async () => {
    await giveLink();
    const phone = county.browser();
    later(county, 71.9);
    expect((await exchange(phone)).statusCode).toBe(200);
    later(county, 90 * 24 - 1);
    expect((await phone.get('/plan-api/plan')).statusCode).toBe(200);
    expect((await exchange(phone)).statusCode).toBe(200);
    later(county, 1.1);
    for (const answer of [await phone.get('/plan-api/plan'), await exchange(phone)]) {
      expect([answer.statusCode, answer.json()]).toEqual([410, { error: { type: 'plan-link-ended' } }]);
    }
  });

  it('cannot be begun after 72 hours', async () => {
    await giveLink();
    later(county, 72.1);
    const answer = await exchange(county.browser());
    expect([answer.statusCode, answer.json()]).toEqual([410, { error: { type: 'plan-link-ended' } }]);
  });

  it('closes at once when Leyla takes it back', async () => {
    await giveLink();
    const phone = county.browser();
    await exchange(phone);
    await write('plan-link', 'plan-link-0001', { revoked: true }, { revoked: ['change-leyla-2'] });
    for (const answer of [await phone.get('/plan-api/plan'), await exchange(phone)]) {
      expect([answer.statusCode, answer.json()]).toEqual([410, { error: { type: 'plan-link-ended' } }]);
    }
  });

  it('opens with neither a guessed cookie nor the staff’s, nor do its cookies open anything of the staff’s', async () => {
    await giveLink();
    const phone = county.browser();
    await exchange(phone);
    for (const cookies of [{}, { 'geleit-plan': 'A'.repeat(43) }, { 'geleit-plan': hash }, leyla.cookies]) {
      const stranger = county.browser();
      stranger.cookies = { ...cookies };
      const answer = await stranger.get('/plan-api/plan');
      expect([answer.statusCode, answer.json()]).toEqual([404, { error: { type: 'plan-link-unknown' } }]);
    }
    phone.cookies = { ...phone.cookies, geleit: phone.cookies['geleit-plan'] ?? '' };
    expect((await phone.get('/api/session')).statusCode).toBe(401);
  });

  it('is left: the cookie ends on both sides, and the same phone may come back with its code', async () => {
    await giveLink();
    const phone = county.browser();
    await exchange(phone);
    const cookies = { ...phone.cookies };
    const left = await phone.post('/plan-api/leave', {});
    expect(left.statusCode).toBe(200);
    expect(left.cookies[0]).toMatchObject({ name: 'geleit-plan', value: '', path: '/plan-api' });
    phone.cookies = cookies;
    expect((await phone.get('/plan-api/plan')).json()).toEqual({ error: { type: 'plan-link-unknown' } });
    expect((await county.browser().post('/plan-api/leave', {})).statusCode).toBe(200);
    expect((await exchange(phone)).statusCode).toBe(200);
  });

  it('keeps neither the secret nor the phone’s key nor the cookie', async () => {
    await giveLink();
    const phone = county.browser();
    await exchange(phone);
    const kept = `${county.everything()}${JSON.stringify(county.log)}`;
    for (const word of [secret, amirasPhone, phone.cookies['geleit-plan'] ?? '?'])
      expect(kept).not.toContain(word);
  });

  it('lets nobody try link after link', async () => {
    const phone = county.browser('192.0.2.9');
    const statuses: number[] = [];
    for (let index = 0; index < 31; index += 1) statuses.push((await exchange(phone)).statusCode);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('refuses what is not a secret', async () => {
    for (const wrong of [
      {},
      { secret },
      { secret, phone: 'x' },
      { secret: `${secret}=`, phone: amirasPhone },
      { secret, phone: amirasPhone, more: 1 },
    ]) {
      const answer = await county.browser().post('/plan-api/exchange', wrong);
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { error: { type: 'bad-message' } }]);
    }
  });
});
