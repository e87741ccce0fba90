// When Geleit is offered for the home screen, and when it keeps quiet.

type Offer = {
  readonly canAsk: boolean;
  readonly isInstalled: boolean;
  /** The browser asks nothing, but the way can be drawn. */
  readonly isDrawn: boolean;
  readonly visits: number;
  /** When somebody put the hint away, as an instant. */
  readonly putAway: string | null;
  readonly now: Date;
};

const MONTH = 30 * 86_400_000;

/** From the second visit on, where it is possible, and not within a month after "later". */
export const isInstallOffered = ({ canAsk, isInstalled, isDrawn, visits, putAway, now }: Offer): boolean => {
  if (isInstalled || visits < 2 || !(canAsk || isDrawn)) return false;
  return putAway === null || now.getTime() - Date.parse(putAway) > MONTH;
};

/** Whether this is an iPad or iPhone; newer iPads call themselves a Macintosh that can be touched. */
export const isPadOrPhone = (agent: string, touchPoints: number): boolean =>
  /iPad|iPhone/.test(agent) || (agent.includes('Macintosh') && touchPoints > 1);
