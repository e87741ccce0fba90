// Signing in, the team, and a person's own password: what needs the server at once.
import * as z from 'zod/mini';
import { idSchema } from '#domain/id.ts';
import { userRoleSchema } from '#domain/user.ts';

/** The shortest password the server takes (NIST SP 800-63B-4: 15 where it is the only factor). */
export const SHORTEST_PASSWORD = 15;
export const passwordSchema = z.string().check(z.minLength(1), z.maxLength(256));
export const loginNameSchema = z.string().check(z.trim(), z.minLength(2), z.maxLength(60));

export const signInRequestSchema = z.strictObject({ login: loginNameSchema, password: passwordSchema });
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const sessionUserSchema = z.strictObject({
  id: idSchema,
  login: z.string(),
  name: z.string(),
  role: userRoleSchema,
  mayReadLimits: z.boolean(),
});
export type SessionUser = z.infer<typeof sessionUserSchema>;

/** `demo`: the county on this server is invented, and the screen says so. */
export const sessionSchema = z.strictObject({
  user: sessionUserSchema,
  county: z.string(),
  demo: z.boolean(),
  publicUrl: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

/** A device makes its own id; `firstNumber` is the number of its first change (S2: after a fork it goes on counting). */
export const deviceRequestSchema = z.strictObject({
  device: idSchema,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  firstNumber: z.int().check(z.positive()),
});
export type DeviceRequest = z.infer<typeof deviceRequestSchema>;

/** The first administrator, by the code that stands on the server's console. */
export const firstAdministratorRequestSchema = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(100)),
  login: loginNameSchema,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  password: passwordSchema,
});
export const setupStateSchema = z.strictObject({
  needsFirstAdministrator: z.boolean(),
  demo: z.boolean(),
  county: z.string(),
});

export const teamMemberSchema = z.strictObject({
  id: idSchema,
  login: z.string(),
  name: z.string(),
  role: userRoleSchema,
  active: z.boolean(),
  mayReadLimits: z.boolean(),
  lastSeen: z.nullable(z.string()),
});
export type TeamMember = z.infer<typeof teamMemberSchema>;
export const teamSchema = z.strictObject({ members: z.array(teamMemberSchema) });

export const newMemberRequestSchema = z.strictObject({
  login: loginNameSchema,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  role: userRoleSchema,
  mayReadLimits: z.boolean(),
});
export type NewMemberRequest = z.infer<typeof newMemberRequestSchema>;
/** A password the server made, shown once to the administrator. */
export const madePasswordSchema = z.strictObject({ id: idSchema, password: z.string() });

export const memberChangeRequestSchema = z.strictObject({
  active: z.optional(z.boolean()),
  role: z.optional(userRoleSchema),
  mayReadLimits: z.optional(z.boolean()),
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
});
export const ownPasswordRequestSchema = z.strictObject({ before: passwordSchema, after: passwordSchema });
