// Somebody with an account: written by the server alone, read by everybody, so that every name on a case can be said.
import * as z from 'zod/mini';
import { flagSchema, textSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** What an account is for; the roles exclude each other. */
export const userRoles = ['caseworker', 'supervisor', 'administrator'] as const;
export const userRoleSchema = z.enum(userRoles);
export type UserRole = z.infer<typeof userRoleSchema>;

/** `mayReadLimits`: the permission for health-related limits (§1.16), on top of being on the case. */
export const userKind = defineKind({
  name: 'user',
  ofCase: false,
  fields: { name: textSchema(120), role: userRoleSchema, active: flagSchema, mayReadLimits: flagSchema },
  maps: {},
});
export type User = DocumentOf<typeof userKind>;
