// A plan comes onto the phone, over bad networks too, and stays there encrypted.
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { fail, ok } from '#domain/result.ts';
import type { PlanView } from '#protocol/plan-view.ts';
import { createPlanCopy } from '#store/plan-copy.ts';
import { createPlanPort, type PlanPort } from '#sync/plan-port.ts';
import { createPlanSession, pauseAfter } from './plan-session.ts';

const secret = 'S'.repeat(43);
const plan: PlanView = {
  language: 'ar',
  office: 'Landkreis Fuhsetal',
  helper: 'Wiebke Ahlers',
  updated: '2026-11-22T08:00:00Z',
  steps: [],
};

type Answer = Awaited<ReturnType<PlanPort['fetchPlan']>>;
const yes: Answer = ok(plan);
type Word =
  'plan-link-unknown' | 'plan-link-used' | 'plan-link-ended' | 'too-many-tries' | 'plan-not-reached';
const no = (type: Word): Answer => fail({ type });
const needed = (left: number, of = 5): Answer => fail({ type: 'plan-pin-needed', tries: { left, of } });
const wrong = (left: number, of = 5): Answer => fail({ type: 'plan-pin-wrong', tries: { left, of } });

/** A phone with its own disk, and a server that gives the answers in order and the last one for ever. */
const phoneWith = (answers: readonly Answer[], disk = new IDBFactory()) => {
  const asked: string[] = [];
  const keys: string[] = [];
  const proofs: string[] = [];
  let clock = '2026-11-22T09:00:00Z';
  const pending: { pause: number; call: () => void }[] = [];
  const next = (): Answer => answers[Math.min(asked.length, answers.length) - 1] ?? yes;
  const port: PlanPort = {
    exchange: (_secret, phone) => {
      asked.push('exchange');
      keys.push(phone);
      return Promise.resolve(next());
    },
    open: (_secret, phone, proof) => {
      asked.push('open');
      keys.push(phone);
      proofs.push(proof);
      return Promise.resolve(next());
    },
    fetchPlan: () => {
      asked.push('fetch');
      return Promise.resolve(next());
    },
    leave: () => {
      asked.push('leave');
      return Promise.resolve(next().ok);
    },
  };
  const copy = createPlanCopy(disk, globalThis.crypto);
  const world = {
    port,
    copy,
    now: () => clock,
    later: (pause: number, call: () => void) => {
      const one = { pause, call };
      pending.push(one);
      return () => {
        pending.splice(pending.indexOf(one), 1);
      };
    },
  };
  const setClock = (now: string): void => {
    clock = now;
  };
  const session = createPlanSession(secret, world);
  return { session, asked, keys, proofs, pending, copy, disk, world, setClock };
};

test('the first opening exchanges the secret; the next one asks by the cookie', async () => {
  const { session, asked, disk } = phoneWith([yes]);
  await session.refresh();
  expect(session.state()).toMatchObject({ is: 'open', plan, offline: false });
  const again = phoneWith([yes], disk);
  await again.session.refresh();
  expect([...asked, ...again.asked]).toEqual(['exchange', 'fetch']);
});

test('the key of the phone is on its disk before it is sent, and is the same the next time', async () => {
  const first = phoneWith([no('plan-not-reached')]);
  await first.session.refresh();
  const second = phoneWith([yes], first.disk);
  await second.session.refresh();
  expect(first.keys[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(second.keys).toEqual(first.keys);
});

test('a phone that is quicker than the tablet waits, and tries again by itself with growing pauses', async () => {
  const { session, pending, asked } = phoneWith([no('plan-link-unknown'), no('plan-link-unknown'), yes]);
  await session.refresh();
  expect(session.state().is).toBe('waiting');
  const first = pending.shift();
  first?.call();
  await session.refresh();
  const second = pending.shift();
  expect([first?.pause, second?.pause]).toEqual([2000, 4000]);
  second?.call();
  await session.refresh();
  expect(session.state().is).toBe('open');
  expect(asked).toHaveLength(3);
});

test('pauses grow to a minute and not beyond', () => {
  expect([0, 1, 2, 5, 40].map(pauseAfter)).toEqual([2000, 4000, 8000, 60_000, 60_000]);
});

test('without network the copy opens, and says since when', async () => {
  const online = phoneWith([yes]);
  await online.session.refresh();
  const offline = phoneWith([no('plan-not-reached')], online.disk);
  await offline.session.refresh();
  expect(offline.session.state()).toEqual({ is: 'open', plan, seen: '2026-11-22T09:00:00Z', offline: true });
});

test('without network and without a copy it says so, and keeps trying', async () => {
  const { session, pending } = phoneWith([no('plan-not-reached')]);
  await session.refresh();
  expect(session.state().is).toBe('offline');
  expect(pending).toHaveLength(1);
});

test('a secret that another phone has exchanged opens nothing here', async () => {
  const { session, copy } = phoneWith([no('plan-link-used')]);
  await session.refresh();
  expect(session.state().is).toBe('used');
  expect(await copy.open(secret)).toBeNull();
});

test('a link that was taken back takes the copy with it', async () => {
  const online = phoneWith([yes]);
  await online.session.refresh();
  const revoked = phoneWith([no('plan-link-ended')], online.disk);
  await revoked.session.refresh();
  expect(revoked.session.state().is).toBe('ended');
  expect(await revoked.copy.open(secret)).toBeNull();
});

test('a phone that lost only its cookie may exchange again', async () => {
  const online = phoneWith([yes]);
  await online.session.refresh();
  const later = phoneWith([no('plan-link-ended'), yes], online.disk);
  await later.session.refresh();
  expect(later.asked).toEqual(['fetch', 'exchange']);
  expect(later.session.state().is).toBe('open');
});

test('a server that does not know the cookie is asked with the secret; what was seen stays on the screen', async () => {
  const online = phoneWith([yes]);
  await online.session.refresh();
  const restored = phoneWith([no('plan-link-unknown'), no('plan-link-unknown')], online.disk);
  await restored.session.refresh();
  expect(restored.asked).toEqual(['fetch', 'exchange']);
  expect(restored.session.state()).toMatchObject({ is: 'open', plan, offline: true });
  expect(restored.pending).toHaveLength(1);
});

test('two plans on one phone do not mix: the cookie of one is never taken for the other', async () => {
  const first = phoneWith([yes]);
  await first.session.refresh();
  const second = createPlanSession('T'.repeat(43), first.world);
  await second.refresh();
  expect(first.asked).toEqual(['exchange', 'exchange']);
  await first.session.refresh();
  expect(first.asked).toEqual(['exchange', 'exchange', 'exchange']);
});

test('removing leaves nothing of the plan, and stops trying', async () => {
  const { session, copy, pending } = phoneWith([yes, no('plan-not-reached'), yes]);
  await session.refresh();
  await session.refresh();
  await session.remove();
  expect(session.state().is).toBe('removed');
  expect(await copy.open(secret)).toBeNull();
  expect(pending).toHaveLength(0);
  await session.refresh();
  expect(session.state().is).toBe('removed');
});

test('removing ends the cookie as well: at once, or as soon as the server can be reached', async () => {
  const { session, asked, pending } = phoneWith([yes, no('plan-not-reached'), yes]);
  await session.refresh();
  await session.remove();
  expect(asked).toEqual(['exchange', 'leave']);
  const [again] = pending;
  expect(again?.pause).toBe(2000);
  again?.call();
  await expect.poll(() => asked).toEqual(['exchange', 'leave', 'leave']);
  expect(session.state().is).toBe('removed');
});

test('removing one plan of two leaves the cookie of the other', async () => {
  const first = phoneWith([yes]);
  await first.session.refresh();
  await createPlanSession('T'.repeat(43), first.world).refresh();
  await first.session.remove();
  expect(first.asked).toEqual(['exchange', 'exchange']);
});

test('the port understands the answers of a server, and half an answer is no answer', async () => {
  const answering = (status: number, body: string) =>
    createPlanPort(() => Promise.resolve(new Response(body, { status })));
  const error = (type: string) => JSON.stringify({ error: { type } });
  expect(await answering(200, JSON.stringify(plan)).fetchPlan()).toEqual(yes);
  expect(await answering(404, error('plan-link-unknown')).exchange(secret, secret)).toEqual(
    no('plan-link-unknown'),
  );
  expect(await answering(410, error('plan-link-used')).exchange(secret, secret)).toEqual(
    no('plan-link-used'),
  );
  expect(await answering(401, error('plan-link-ended')).fetchPlan()).toEqual(no('plan-link-ended'));
  expect(await answering(200, '{"language":').fetchPlan()).toEqual(no('plan-not-reached'));
  expect(await answering(200, '{"steps":[]}').fetchPlan()).toEqual(no('plan-not-reached'));
  expect(await answering(502, '<html>').fetchPlan()).toEqual(no('plan-not-reached'));
  const cut = createPlanPort(() => Promise.reject(new TypeError('cut')));
  expect(await cut.fetchPlan()).toEqual(no('plan-not-reached'));
});

const PIN = '482915';
const otherPin = '582915';

/** A phone on which the plan was opened with its PIN. */
const opened = async () => {
  const phone = phoneWith([needed(5), yes]);
  await phone.session.refresh();
  await phone.session.enter(PIN);
  expect(phone.session.state()).toMatchObject({ is: 'open', plan });
  return phone;
};

test('[V18] a plan with a PIN comes when the PIN is right, and the server hears neither the PIN nor a cookie', async () => {
  const { session, asked, proofs, copy } = phoneWith([needed(5), wrong(4), yes, yes]);
  await session.refresh();
  expect(session.state()).toEqual({ is: 'pin', tries: { left: 5, of: 5 }, note: 'none' });
  await session.enter(otherPin);
  expect(session.state()).toEqual({ is: 'pin', tries: { left: 4, of: 5 }, note: 'wrong' });
  await session.enter(PIN);
  expect(session.state()).toMatchObject({ is: 'open', offline: false });
  await session.refresh();
  expect(asked).toEqual(['exchange', 'open', 'open', 'open']);
  expect(proofs).toEqual([expect.stringMatching(/^[\w-]{43}$/), proofs[1], proofs[1]]);
  expect(proofs.join()).not.toContain(PIN);
  expect(await copy.isSignedIn(secret)).toBe(false);
});

test('[V18] without network the copy opens with the PIN, and shows nothing before', async () => {
  const { disk } = await opened();
  const { session, copy } = phoneWith([no('plan-not-reached')], disk);
  await session.refresh();
  expect(session.state()).toEqual({ is: 'pin', tries: { left: 5, of: 5 }, note: 'none' });
  expect(await copy.open(secret)).toBeNull();
  await session.enter(PIN);
  expect(session.state()).toMatchObject({ is: 'open', plan, offline: true });
});

test('[V18] five wrong PINs take the copy off the phone; then the server has the word', async () => {
  const { disk } = await opened();
  const cut = phoneWith([no('plan-not-reached')], disk);
  await cut.session.refresh();
  for (const left of [4, 3, 2, 1]) {
    await cut.session.enter(otherPin);
    expect(cut.session.state()).toEqual({ is: 'pin', tries: { left, of: 5 }, note: 'wrong' });
  }
  // Taken up again in between, it is the same five.
  const again = phoneWith([no('plan-not-reached')], disk);
  await again.session.refresh();
  await again.session.enter(otherPin);
  expect(again.session.state()).toEqual({ is: 'offline' });
  const online = phoneWith([needed(10, 10), wrong(9, 10), yes], disk);
  await online.session.refresh();
  expect(online.session.state()).toEqual({ is: 'pin', tries: { left: 10, of: 10 }, note: 'none' });
  await online.session.enter(otherPin);
  await online.session.enter(PIN);
  expect(online.session.state()).toMatchObject({ is: 'open', plan });
});

test('[V18] the last wrong PIN that the server counts says who makes a new code', async () => {
  const { session } = phoneWith([needed(1), wrong(0), no('plan-link-ended')]);
  await session.refresh();
  await session.enter(otherPin);
  expect(session.state()).toEqual({ is: 'burnt' });
});

test('[V18] a server that tries no PIN just now asks for patience, and takes no plan away', async () => {
  const { session } = phoneWith([needed(5), no('too-many-tries'), yes]);
  await session.refresh();
  await session.enter(PIN);
  expect(session.state()).toEqual({ is: 'pin', tries: { left: 5, of: 5 }, note: 'later' });
  await session.enter(PIN);
  expect(session.state().is).toBe('open');
  const { disk } = await opened();
  const busy = phoneWith([needed(10, 10), no('too-many-tries')], disk);
  await busy.session.refresh();
  await busy.session.enter(PIN);
  expect(busy.session.state()).toMatchObject({ is: 'open', plan, offline: true });
});

test('[V18] a link that was taken back takes the copy with it before anybody has entered the PIN', async () => {
  const { disk } = await opened();
  const { session, copy } = phoneWith([no('plan-link-ended')], disk);
  await session.refresh();
  expect(session.state().is).toBe('ended');
  expect(await copy.triesLeft(secret)).toBeNull();
});

test('[V18] an answer that is lost is asked for again with the PIN that was entered', async () => {
  const { session, asked, pending, proofs } = phoneWith([needed(5), no('plan-not-reached'), yes]);
  await session.refresh();
  await session.enter(PIN);
  expect(session.state().is).toBe('offline');
  pending.shift()?.call();
  await session.refresh();
  expect(session.state().is).toBe('open');
  expect(asked).toEqual(['exchange', 'open', 'open']);
  expect(proofs[1]).toBe(proofs[0]);
});

test('[V18] a phone that was put away for a call shows the plan, and after five minutes it wants the PIN', async () => {
  const { session, setClock } = phoneWith([needed(5), yes, yes, needed(10, 10), yes]);
  await session.refresh();
  await session.enter(PIN);
  session.putAway();
  setClock('2026-11-22T09:04:00Z');
  await session.takeUp();
  expect(session.state().is).toBe('open');
  session.putAway();
  setClock('2026-11-22T09:10:00Z');
  await session.takeUp();
  expect(session.state()).toMatchObject({ is: 'pin', note: 'none' });
  await session.enter(PIN);
  expect(session.state().is).toBe('open');
});
