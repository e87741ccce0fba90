// What comes next for a person, and what is late.
import { describe, expect, it } from 'vitest';
import type { CaseSummary, StepSummary } from './case-summary.ts';
import { nextOf, overdueOf } from './due.ts';

const TODAY = '2026-11-22';
const step = (state: string | null, from: string | null): StepSummary => ({
  id: 's1',
  type: 'INTK_ALLG',
  title: null,
  state,
  from,
  index: 0,
  count: 1,
});
const followUp = (due: string) => ({
  id: `f-${due}`,
  due,
  reason: null,
  text: 'Rückmeldung',
  assignee: null,
});
const appointment = (at: string) => ({
  ...{ id: `a-${at}`, at, place: null, mode: null, interpreter: null, withWhom: null, state: null },
});
const semhar = (more: Partial<CaseSummary>) => ({
  ...{ closed: null, followUps: [], appointments: [], nextStep: null },
  ...more,
});

describe('what is late', () => {
  it('is a reminder from the day after its day, not on the day itself', () => {
    expect(overdueOf(semhar({ followUps: [followUp('2026-11-21')] }), TODAY)?.on).toBe('2026-11-21');
    expect(overdueOf(semhar({ followUps: [followUp(TODAY)] }), TODAY)).toBeUndefined();
  });
  it('is a course that should have begun, unless somebody wrote that it runs', () => {
    expect(overdueOf(semhar({ nextStep: step('GEPLANT', '2026-11-02') }), TODAY)?.kind).toBe('step');
    expect(overdueOf(semhar({ nextStep: step(null, '2026-11-02') }), TODAY)?.kind).toBe('step');
    expect(overdueOf(semhar({ nextStep: step('LAEUFT', '2026-11-02') }), TODAY)).toBeUndefined();
  });
  it('is the older one of a reminder and a course', () => {
    const nextStep = step('GEPLANT', '2026-11-02');
    expect(overdueOf(semhar({ nextStep, followUps: [followUp('2026-11-10')] }), TODAY)?.kind).toBe('step');
    expect(overdueOf(semhar({ nextStep, followUps: [followUp('2026-10-10')] }), TODAY)?.kind).toBe(
      'follow-up',
    );
  });
  it('is nothing any more once the case is closed', () => {
    expect(
      overdueOf(semhar({ closed: '2026-11-20', followUps: [followUp('2026-10-01')] }), TODAY),
    ).toBeUndefined();
  });
});

describe('what comes next', () => {
  it('is whatever has the earliest day from today on', () => {
    const summary = semhar({
      nextStep: step('GEPLANT', '2027-01-11'),
      followUps: [followUp('2026-11-01'), followUp('2026-12-01')],
      appointments: [appointment('2026-11-20T10:00'), appointment('2026-11-30T10:00')],
    });
    expect(nextOf(summary, TODAY)).toMatchObject({ kind: 'appointment', on: '2026-11-30' });
    expect(nextOf({ ...summary, appointments: [] }, TODAY)).toMatchObject({
      kind: 'follow-up',
      on: '2026-12-01',
    });
    expect(nextOf({ ...summary, appointments: [], followUps: [] }, TODAY)).toMatchObject({ kind: 'step' });
  });
  it("is today's visit rather than today's reminder", () => {
    const summary = semhar({ followUps: [followUp(TODAY)], appointments: [appointment(`${TODAY}T13:00`)] });
    expect(nextOf(summary, TODAY)?.kind).toBe('appointment');
  });
  it('is nothing with a day where nobody has planned one', () => {
    expect(nextOf(semhar({ nextStep: step('WARTELISTE', null) }), TODAY)).toBeUndefined();
  });
});
