// A contribution: what somebody wrote in a case before she knew that it had gone to somebody else (S10).
import * as z from 'zod/mini';
import { changeSchema, type Change } from './change.ts';
import { idSchema } from './id.ts';
import { jsonSchema, type Json } from './json.ts';
import { referenceSchema, textSchema } from './leaf.ts';
import { pathSchema } from './path.ts';
import { defineKind, type DocumentOf, type VersionedRecord } from './record.ts';

/** `open` until somebody on the case decides. What is declined stays in the history. */
export const decisions = ['open', 'accepted', 'declined'] as const;
export const decisionSchema = z.enum(decisions);
export type Decision = z.infer<typeof decisionSchema>;

const fields = {
  /** Who wrote it, on which device, under which number, when (corrected), and in which deed. */
  by: referenceSchema,
  device: referenceSchema,
  number: z.int().check(z.positive()),
  at: z.iso.datetime(),
  deed: referenceSchema,
  /** The record it is about, what it sets there, and what its author had seen. */
  ofKind: textSchema(40),
  record: referenceSchema,
  set: jsonSchema,
  base: jsonSchema,
  decision: decisionSchema,
};

/** The id of a contribution is that of the change it holds. All but the decision is written by the server. */
export const contributionKind = defineKind({ name: 'contribution', ofCase: true, fields, maps: {} });
export type Contribution = DocumentOf<typeof contributionKind>;

/** The same for health-related limits: a kind of its own, because rights cut along records (§1.16). */
export const limitsContributionKind = defineKind({
  name: 'limits-contribution',
  ofCase: true,
  fields,
  maps: {},
});

/** The kind of a contribution to limits, and to everything else. */
export const contributionKinds = { limits: limitsContributionKind.name, other: contributionKind.name };

/** Under which kind a change to a record of that kind is kept. */
export const contributionKindOf = (kind: string): string =>
  kind === 'limits' ? contributionKinds.limits : contributionKinds.other;

/** Whether a record of that kind is a contribution. */
export const isContributionKind = (kind: string): boolean =>
  kind === contributionKinds.other || kind === contributionKinds.limits;

/** The leaves of a contribution that people write; all others are the server's. */
export const decisionPath = 'decision';

/** What a contribution says, as leaves. @param at the author's clock, corrected */
export const changeToContribution = (change: Change, at: string): Record<string, Json> => {
  const { by, device, number, deed, kind, recordId, set, base } = change;
  return { by, device, number, at, deed, ofKind: kind, record: recordId, set, base, decision: 'open' };
};

const keptSchema = z.object({
  by: idSchema,
  device: idSchema,
  number: z.int().check(z.positive()),
  at: z.iso.datetime(),
  deed: idSchema,
  ofKind: z.string(),
  record: idSchema,
  set: z.record(pathSchema, jsonSchema),
  base: z.record(pathSchema, z.array(idSchema)),
});

/** The change as it was made; undefined for a record that is no contribution. */
export const contributionToChange = ({ id, caseId, kind, values }: VersionedRecord): Change | undefined => {
  const kept = isContributionKind(kind) ? keptSchema.safeParse(values) : undefined;
  if (kept?.success !== true) return undefined;
  const { ofKind, record, ...rest } = kept.data;
  const change = changeSchema.safeParse({ ...rest, id, caseId, kind: ofKind, recordId: record });
  return change.success ? change.data : undefined;
};

/** How a contribution stands; the decision accepted first counts. */
export const decisionOf = ({ values }: VersionedRecord): Decision => {
  const decision = decisionSchema.safeParse(values[decisionPath]);
  return decision.success ? decision.data : 'open';
};
