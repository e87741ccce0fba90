// A caseworker takes a template: which steps the plan then has, and which days are proposed.
import { expect, it } from 'vitest';
import { planTemplateByCode, planTemplates } from '#domain/codes/plan-templates.ts';
import { partsOfPath } from '#domain/path.ts';
import { planKind } from '#domain/plan.ts';
import { leafSchemaAt } from '#domain/record.ts';
import { leavesOfTemplate, proposedDays } from './template-steps.ts';

const take = (code: string, start?: string): Record<string, unknown> => {
  const template = planTemplateByCode(code);
  if (template === undefined) throw new Error(`no template ${code}`);
  let count = 0;
  return leavesOfTemplate(template, {
    start,
    newId: () => `s${String((count += 1))}`,
    titleOf: (purpose) => `Zweck ${purpose}`,
  });
};

it('copies the steps in their order, planned, and none of them visible to the person', () => {
  const leaves = take('T01');
  expect(leaves).toMatchObject({
    template: 'T01',
    'steps/s1/type': 'INTK_ALLG',
    'steps/s1/state': 'GEPLANT',
    'steps/s5/type': 'ARB_VZ',
  });
  const orders = [1, 2, 3, 4, 5].map((number) => leaves[`steps/s${String(number)}/order`]);
  expect([...orders].sort()).toEqual(orders);
  expect(Object.keys(leaves).filter((path) => /visible|from|until/.test(path))).toEqual([]);
});

it('says what a step is for where the measure alone does not', () => {
  expect(take('T06')).toMatchObject({
    'steps/s2/title': 'Zweck APPLICATION',
    'steps/s3/title': 'Zweck DECISION',
  });
  expect(take('T06')['steps/s1/title']).toBeUndefined();
});

it('proposes days one after the other, and beside each other where the template says so', () => {
  const leaves = take('T04', '2027-01-04');
  expect(leaves).toMatchObject({
    'steps/s1/from': '2027-01-04',
    'steps/s1/until': '2027-02-28',
    'steps/s2/from': '2027-01-04',
    'steps/s3/from': '2027-03-01',
  });
});

it('proposes no day after work that goes on', () => {
  const days = proposedDays(planTemplateByCode('T02')?.steps ?? [], '2027-01-04');
  expect(Object.keys(days[4] ?? {})).toEqual(['from']);
  expect(days[5]).toEqual({});
});

it('makes leaves that may be stored, from every template', () => {
  for (const { code } of planTemplates)
    for (const [path, value] of Object.entries(take(code, '2027-01-04'))) {
      expect(leafSchemaAt(planKind, path)?.safeParse(value).success, `${code} ${path}`).toBe(true);
      expect(partsOfPath(path).field).not.toBe('visible');
    }
});
