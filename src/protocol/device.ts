// Devices: how one stands with the server, which there are, and taking one away.
import * as z from 'zod/mini';
import { idSchema } from '#domain/id.ts';

/** Asked by whoever has a device's id, which nobody guesses: a locked tablet asks as well, and a stolen one. */
export const standingRequestSchema = z.strictObject({
  device: idSchema,
  /** How many entries wait on it; counted only if its user is signed in. */
  waiting: z.optional(z.int().check(z.nonnegative(), z.lte(1_000_000))),
});
/** `lease`: for how many days after a contact it may be unlocked without one. */
export const standingSchema = z.strictObject({ revoked: z.boolean(), lease: z.number() });
export type DeviceStanding = z.infer<typeof standingSchema>;

export const knownDeviceSchema = z.strictObject({
  id: idSchema,
  user: idSchema,
  name: z.string(),
  registeredAt: z.string(),
  lastSeen: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
  waiting: z.int(),
});
export type KnownDevice = z.infer<typeof knownDeviceSchema>;
export const devicesSchema = z.strictObject({ devices: z.array(knownDeviceSchema) });
export const revocationRequestSchema = z.strictObject({ device: idSchema });
