// When a supervisor reads "act now", "this week" or "on plan" beside a name, and why.
import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '#domain/case-summary.ts';
import { urgencyOf } from './urgency.ts';

const TODAY = '2026-11-22';
const followUp = (due: string) => ({ id: 'f1', due, reason: null, text: 'Bescheid', assignee: null });
const visit = (at: string) => ({
  ...{ id: 'a1', at, place: null, mode: 'KT_AUFSUCH', interpreter: null, withWhom: null, state: null },
});
const course = (state: string, from: string) => ({
  ...{ id: 's1', type: 'EQ', title: null, state, from, index: 0, count: 1 },
});

/** Mariama was met ten days ago, and nothing presses. */
const mariama = (more: Partial<CaseSummary> = {}) =>
  urgencyOf(
    {
      ...{ opened: '2026-03-02', closed: null, lastContact: '2026-11-12', legalValidUntil: '2027-08-31' },
      ...{ followUps: [], appointments: [], nextStep: null, contested: 0 },
      ...more,
    },
    TODAY,
  );

describe('act now', () => {
  it('is said when a reminder has passed', () => {
    expect(mariama({ followUps: [followUp('2026-11-21')] })).toMatchObject({
      severity: 'now',
      note: { kind: 'overdue', on: '2026-11-21' },
    });
  });
  it('is said from the 31st day on which nobody has spoken with her', () => {
    expect(mariama({ lastContact: '2026-10-23' }).severity).toBe('plan');
    expect(mariama({ lastContact: '2026-10-22' })).toMatchObject({
      severity: 'now',
      note: { kind: 'silent', days: 31 },
    });
  });
  it('is said when nobody has met her since the case was opened, more than 30 days ago', () => {
    expect(mariama({ lastContact: null, opened: '2026-10-01' }).note).toMatchObject({
      kind: 'silent',
      days: 52,
    });
    expect(mariama({ lastContact: null, opened: '2026-11-01' }).severity).toBe('plan');
  });
  it('is said the day after her papers end', () => {
    expect(mariama({ legalValidUntil: '2026-11-21' }).note?.kind).toBe('permit-ended');
    expect(mariama({ legalValidUntil: TODAY })).toMatchObject({
      severity: 'week',
      note: { kind: 'permit-until' },
    });
  });
});

describe('this week', () => {
  it('is said for a visit, a reminder or an end of papers within seven days, the nearest one named', () => {
    expect(mariama({ appointments: [visit('2026-11-29T10:00')] }).severity).toBe('week');
    expect(mariama({ appointments: [visit('2026-11-30T10:00')] }).severity).toBe('plan');
    expect(
      mariama({ followUps: [followUp('2026-11-25')], legalValidUntil: '2026-11-24' }).note,
    ).toMatchObject({
      kind: 'permit-until',
      on: '2026-11-24',
    });
  });
  it('is said when a course should have begun and nobody wrote whether it did', () => {
    expect(mariama({ nextStep: course('GEPLANT', '2026-11-02') })).toMatchObject({
      severity: 'week',
      note: { kind: 'overdue' },
    });
  });
  it('is said when two versions wait for a decision', () => {
    expect(mariama({ contested: 3 })).toEqual({
      severity: 'week',
      note: { kind: 'two-versions', on: null, count: 3 },
    });
  });
});

describe('on plan', () => {
  it('names what comes first, even if it is far away', () => {
    expect(mariama({ nextStep: course('GEPLANT', '2027-01-18') }).note).toMatchObject({
      kind: 'next',
      on: '2027-01-18',
    });
    expect(mariama()).toEqual({ severity: 'plan', note: { kind: 'permit-until', on: '2027-08-31' } });
    expect(mariama({ legalValidUntil: null })).toEqual({ severity: 'plan', note: null });
  });
});
