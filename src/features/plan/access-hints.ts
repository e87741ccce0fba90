// What the law says about each way into an Integrationskurs (§1.21): paragraphs as data, the sentences are in plan-edit.json.

/** The day as of which these hints were checked. */
export const accessHintsAsOf = '2026-08-19';

/** The paragraphs by access_route, in the order they are shown. A hint informs; it decides nothing. */
export const accessParagraphs = {
  IR_ANSPR: ['§ 44 Abs. 1 und 2 AufenthG', '§ 6 Abs. 1 IntV'],
  IR_VERPF_ABH: ['§ 44a Abs. 1 Satz 1 Nr. 1 und 3 AufenthG'],
  IR_VERPF_JC: ['§ 44a Abs. 1 Satz 1 Nr. 2 AufenthG', '§ 15a SGB II'],
  IR_VERPF_ASYLBLG: ['§ 44a Abs. 1 Satz 1 Nr. 4 AufenthG', '§ 5b AsylbLG', '§ 6 Abs. 1 Satz 3 IntV'],
  IR_ZUL_BAMF: ['§ 44 Abs. 4 AufenthG'],
  IR_SELBST: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type AccessRoute = keyof typeof accessParagraphs;

/** Whether there is a hint for an access_route. */
export const hasAccessHint = (route: string | undefined): route is AccessRoute =>
  route !== undefined && Object.hasOwn(accessParagraphs, route);
