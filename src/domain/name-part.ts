// One part of a person's name, with what it is: many people have no family name, some have two (§6.5).
import * as z from 'zod/mini';
import { scriptSchema, textSchema } from './leaf.ts';

export const namePartRoles = ['given', 'father', 'grandfather', 'family', 'particle', 'unknown'] as const;
export const namePartRoleSchema = z.enum(namePartRoles);
export type NamePartRole = z.infer<typeof namePartRoleSchema>;

/** `sounds`: how it is said, in the caseworker's own spelling. */
export const namePartSchema = z.strictObject({
  text: textSchema(120).check(z.minLength(1)),
  role: namePartRoleSchema,
  script: z.exactOptional(scriptSchema),
  sounds: z.exactOptional(textSchema(120)),
});
export type NamePart = z.infer<typeof namePartSchema>;
