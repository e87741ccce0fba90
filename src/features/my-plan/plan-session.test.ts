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
const no = (type: 'plan-link-unknown' | 'plan-link-used' | 'plan-link-ended' | 'plan-not-reached'): Answer =>
  fail({ type });

/** A phone with its own disk, and a server that gives the answers in order and the last one for ever. */
const phoneWith = (answers: readonly Answer[], disk = new IDBFactory()) => {
  const asked: string[] = [];
  const keys: string[] = [];
  const pending: { pause: number; call: () => void }[] = [];
  const next = (): Answer => answers[Math.min(asked.length, answers.length) - 1] ?? yes;
  const port: PlanPort = {
    exchange: (_secret, phone) => {
      asked.push('exchange');
      keys.push(phone);
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
    now: () => '2026-11-22T09:00:00Z',
    later: (pause: number, call: () => void) => {
      const one = { pause, call };
      pending.push(one);
      return () => {
        pending.splice(pending.indexOf(one), 1);
      };
    },
  };
  return { session: createPlanSession(secret, world), asked, keys, pending, copy, disk, world };
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
