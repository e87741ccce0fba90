// The line that stays open: the server says "there is something new for you", and nothing else. What it is, the next sync tells.
import * as z from 'zod/mini';
import { idSchema } from '#domain/id.ts';

/** Which device listens: one line a device. It stands in the address, where no person is named. */
export const liveRequestSchema = z.strictObject({ device: idSchema });

/**
 * What the server says on the line. `news`: something in this person's scope changed. `replaced`: the same device listens
 * elsewhere. `ended`: the session is over. A line that begins with a colon only says that the server is still there.
 */
export const liveWordSchema = z.enum(['news', 'replaced', 'ended']);
export type LiveWord = z.infer<typeof liveWordSchema>;

/** So often the server says that it is still there, in milliseconds: a line that is silent for longer is dead. */
export const HEARTBEAT = 25_000;
