// A device that is known to the server: written by the server alone, read by everybody, so that two versions say from where.
import * as z from 'zod/mini';
import { flagSchema, referenceSchema, textSchema } from './leaf.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** `registered` is a moment of the server's clock. */
export const deviceKind = defineKind({
  name: 'device',
  ofCase: false,
  fields: { user: referenceSchema, name: textSchema(60), registered: z.iso.datetime(), revoked: flagSchema },
  maps: {},
});
export type Device = DocumentOf<typeof deviceKind>;
