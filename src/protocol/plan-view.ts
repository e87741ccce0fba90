// What the person's own phone is told: her plan, and nothing else of her file.
import * as z from 'zod/mini';

/** 32 random bytes in base64url: stands after `#` in the QR code and never in a log. */
export const planSecretSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** `phone` is a key the phone made itself: a lost answer can be asked for again by the same phone, by no other. */
export const planExchangeRequestSchema = z.strictObject({
  secret: planSecretSchema,
  phone: planSecretSchema,
});

/**
 * The same for a link that wants a PIN, each time the plan is opened. `proof` is derived from PIN and secret: the PIN
 * itself never travels. A message of its own, so that the one above stays what older phones say (S13).
 */
export const planOpenRequestSchema = z.strictObject({
  secret: planSecretSchema,
  phone: planSecretSchema,
  proof: planSecretSchema,
});

const text = z.string().check(z.maxLength(2000));
/** One step of the chain, as codes that the phone says in the person's language, and people's own words as written. */
export const planStepSchema = z.strictObject({
  id: z.string(),
  type: z.nullable(z.string()),
  title: z.nullable(text),
  state: z.nullable(z.string()),
  from: z.nullable(z.string()),
  until: z.nullable(z.string()),
  time: z.nullable(z.string()),
  place: z.nullable(text),
  partner: z.nullable(text),
  contactName: z.nullable(text),
  contactPhone: z.nullable(text),
  bring: z.array(z.string()),
  note: z.nullable(text),
  /** The date is being clarified: two people wrote different ones (S6). */
  contested: z.boolean(),
});
export type PlanStep = z.infer<typeof planStepSchema>;

export const planViewSchema = z.strictObject({
  language: z.nullable(z.string()),
  steps: z.array(planStepSchema),
  office: z.string(),
  helper: z.nullable(z.string()),
  updated: z.string(),
});
export type PlanView = z.infer<typeof planViewSchema>;

/** The person's errors: the same words as `error.ts`, without carrying its code into her small bundle. */
export const planErrorSchema = z.object({
  error: z.object({ type: z.string(), detail: z.optional(z.string()) }),
});

/** How often a PIN may still be wrong, of how many times. */
export type PinTries = { readonly left: number; readonly of: number };

/** The tries as they stand in the detail of an answer. */
export const pinTriesDetail = ({ left, of }: PinTries): string => `tries/${left}/${of}`;

/** The tries that a detail tells; undefined if it tells none. */
export const pinTriesOf = (detail: string | undefined): PinTries | undefined => {
  const [, left, of] = /^tries\/(\d+)\/(\d+)$/.exec(detail ?? '') ?? [];
  return left === undefined || of === undefined ? undefined : { left: Number(left), of: Number(of) };
};
