// Plan links: giving one, taking one back, and how far it is on its way. Secret and PIN are returned to be shown, never kept.
import type { PlanLink } from '#domain/plan-link.ts';
import { planLinkKind } from '#domain/plan-link.ts';
import { readDocument } from '#domain/record.ts';
import { ok, type Result } from '#domain/result.ts';
import { recordsOfKind, type CaseFile } from '#store/case-file.ts';
import type { Store, TransferFacts } from '#store/store.ts';
import type { StoreFailure } from '#store/store-failure.ts';
import { checkOfPlanPin, stretchPlanPin } from '#store/plan-pin.ts';
import { createPlanPin, createPlanSecret } from './plan-secret.ts';

/** A link as the list shows it. */
export type GivenLink = { readonly id: string; readonly link: PlanLink };

/** What is shown once: which link, its secret, and its PIN if it wants one. */
export type NewLink = { readonly id: string; readonly secret: string; readonly pin: string | null };

/** `instead`: the link that this one takes the place of, and which is ended with it. */
type Giving = {
  readonly caseId: string;
  readonly language: string;
  readonly today: string;
  readonly withPin: boolean;
  readonly instead?: string | undefined;
};

const ending = (caseId: string, id: string) => ({
  caseId,
  kind: planLinkKind.name,
  recordId: id,
  set: { revoked: true },
});

/** Makes a link to the person's plan. Of its secret and its PIN only what they are known by is written. */
export const givePlanLink = async (
  store: Pick<Store, 'write'>,
  { caseId, language, today, withPin, instead }: Giving,
): Promise<Result<NewLink, StoreFailure>> => {
  const { secret, hash } = await createPlanSecret();
  const pin = withPin ? createPlanPin() : null;
  const known = pin === null ? {} : { pinCheck: await checkOfPlanPin(await stretchPlanPin(secret, pin)) };
  const id = crypto.randomUUID();
  const set = { hash, language, createdOn: today, ...known };
  const saved = await store.write([
    { caseId, kind: planLinkKind.name, recordId: id, set },
    ...(instead === undefined ? [] : [ending(caseId, instead)]),
  ]);
  return saved.ok ? ok({ id, secret, pin }) : saved;
};

/** Ends the access of whoever has this link, at the phone's next contact. */
export const endPlanLink = (store: Pick<Store, 'write'>, caseId: string, id: string) =>
  store.write([ending(caseId, id)]);

/** The links of a case, the newest first; those that were ended come last. */
export const givenLinksOf = (file: CaseFile): readonly GivenLink[] =>
  recordsOfKind(file, planLinkKind.name)
    .map((record) => ({ id: record.id, link: readDocument(planLinkKind, record) }))
    .sort(
      (one, other) =>
        Number(one.link.revoked === true) - Number(other.link.revoked === true) ||
        (other.link.createdOn ?? '').localeCompare(one.link.createdOn ?? ''),
    );

/** How far what was last written about a link has come. */
export const linkTransferOf = (
  { waiting, refused }: Pick<TransferFacts, 'waiting' | 'refused'>,
  id: string,
): 'waiting' | 'refused' | 'sent' => {
  const isOf = ({ recordId }: { readonly recordId: string }): boolean => recordId === id;
  if (refused.some(isOf)) return 'refused';
  return waiting.some(isOf) ? 'waiting' : 'sent';
};
