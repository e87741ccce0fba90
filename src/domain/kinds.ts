// All kinds of record by name. Whoever gets a record or a change finds here what its leaves are.
import { appointmentKind } from './appointment.ts';
import { caseKind, serverPaths } from './case.ts';
import { consultationKind } from './consultation.ts';
import {
  contributionKind,
  decisionPath,
  isContributionKind,
  limitsContributionKind,
} from './contribution.ts';
import { deviceKind } from './device.ts';
import { followUpKind } from './follow-up.ts';
import { limitsKind } from './limits.ts';
import { offerKind } from './offer.ts';
import { partnerKind } from './partner.ts';
import { personKind } from './person.ts';
import { burntPath, planLinkKind } from './plan-link.ts';
import { planKind } from './plan.ts';
import type { KindDefinition } from './record.ts';
import { userKind } from './user.ts';

/** Every kind of record this program knows. */
export const kinds = {
  case: caseKind,
  person: personKind,
  limits: limitsKind,
  consultation: consultationKind,
  appointment: appointmentKind,
  plan: planKind,
  'plan-link': planLinkKind,
  'follow-up': followUpKind,
  contribution: contributionKind,
  'limits-contribution': limitsContributionKind,
  partner: partnerKind,
  offer: offerKind,
  user: userKind,
  device: deviceKind,
} as const;
export type KindName = keyof typeof kinds;

const byName = new Map<string, KindDefinition>(Object.entries(kinds));

/** The kind of a name, or undefined if only a newer program knows it. */
export const kindByName = (name: string): KindDefinition | undefined => byName.get(name);

/** Whether this program knows a kind of that name. */
export const isKindName = (name: string): name is KindName => byName.has(name);

/** The kinds that the server alone writes. */
export const serverKinds: readonly string[] = ['user', 'device'];

/** Whether only the server may set this leaf: users, devices, who leads a case, what a contribution says, a burnt link. */
export const isServerPath = (kind: string, path: string): boolean =>
  serverKinds.includes(kind) ||
  (isContributionKind(kind) && path !== decisionPath) ||
  (kind === planLinkKind.name && path === burntPath) ||
  (kind === 'case' && serverPaths.includes(path.split('/')[0] ?? ''));
