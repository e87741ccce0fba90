// A deed that wants a fresh proof: asked for once, done again, or left as it was.
import { expect, test } from 'vitest';
import { fail, ok, type Failure, type Result } from '#domain/result.ts';
import { createProving } from './proving.tsx';

/** A deed that is refused until somebody has shown who she is. */
const deedOf = () => {
  const state = { isProved: false, tries: 0 };
  const deed = async (): Promise<Result<string, Failure>> => {
    state.tries += 1;
    return state.isProved ? ok('done') : fail({ type: 'proof-needed' });
  };
  return { state, deed };
};

test('it is done again once she has shown it', async () => {
  const { asked, run } = createProving();
  const { state, deed } = deedOf();
  const running = run(deed);
  await expect.poll(asked.get).not.toBeNull();
  state.isProved = true;
  asked.get()?.(true);
  expect(await running).toEqual({ ok: true, value: 'done' });
  expect([state.tries, asked.get()]).toEqual([2, null]);
});

test('who closes the dialog gets the refusal, and the deed is not tried again', async () => {
  const { asked, run } = createProving();
  const { state, deed } = deedOf();
  const running = run(deed);
  await expect.poll(asked.get).not.toBeNull();
  asked.get()?.(false);
  expect(await running).toEqual({ ok: false, error: { type: 'proof-needed' } });
  expect([state.tries, asked.get()]).toEqual([1, null]);
});

test('nobody is asked where it is not wanted, nor for another refusal', async () => {
  const { asked, run } = createProving();
  expect(await run(async () => ok(1))).toEqual({ ok: true, value: 1 });
  expect(await run(async () => fail({ type: 'not-found' }))).toMatchObject({ ok: false });
  expect(asked.get()).toBeNull();
});
