// Who may do what. Rights cut along records, never inside one; the server asks this, and the screens ask the same.
import { contributionKinds } from './contribution.ts';
import type { UserRole } from './user.ts';

/** Whoever asks. */
export type Actor = {
  readonly id: string;
  readonly role: UserRole;
  readonly active: boolean;
  readonly mayReadLimits: boolean;
};

/**
 * `create` makes a record that is not there yet; for a case that means opening it and leading it. `assign` says who leads
 * a case and who stands in.
 */
export type Action = 'read' | 'write' | 'create' | 'assign';

/** What it is about: a kind of record and, for one of a case, who leads that case (null: nobody yet). */
export type Subject = {
  readonly kind: string;
  readonly caseId: string | null;
  readonly owner: string | null;
  readonly deputies: readonly string[];
};

const isOnCase = (user: Actor, { owner, deputies }: Subject): boolean =>
  owner === user.id || deputies.includes(user.id);

/** Whether records of that kind say something about somebody's health-related limits. */
export const isAboutLimits = (kind: string): boolean =>
  kind === 'limits' || kind === contributionKinds.limits;

const canOfCounty = (user: Actor, action: Action, kind: string): boolean => {
  if (kind === 'user' || kind === 'device') return action === 'read';
  return action !== 'assign' && user.role !== 'administrator';
};

/**
 * Whether somebody may. A caseworker: the cases she leads or stands in for, and opening a new one. A supervisor: all
 * cases, and handing them over. An administrator: none. Health-related limits, and what was contributed to them: only on
 * one's own cases and with the permission (§1.16).
 * Users and devices are read by everybody and written by the server alone.
 */
export const can = (user: Actor, action: Action, subject: Subject): boolean => {
  if (!user.active) return false;
  if (subject.caseId === null) return canOfCounty(user, action, subject.kind);
  if (user.role === 'administrator') return false;
  if (action === 'assign') return user.role === 'supervisor' && subject.kind === 'case';
  if (isAboutLimits(subject.kind)) return user.mayReadLimits && isOnCase(user, subject);
  if (user.role === 'supervisor' || isOnCase(user, subject)) return true;
  return (
    action === 'create' && subject.kind === 'case' && subject.owner === null && subject.deputies.length === 0
  );
};
