// Where somebody lives: one leaf, because a street without its place is nobody's address.
import * as z from 'zod/mini';
import { codeSchema, textSchema } from './leaf.ts';

/** The code of a women's shelter: its address is stored nowhere (§1.6), not even the place. */
export const PROTECTED_ACCOMMODATION = 'FRAUENHAUS';

/** Accommodation (§1.6), municipality and street. */
export const addressSchema = z
  .strictObject({
    accommodation: z.exactOptional(codeSchema),
    place: z.exactOptional(textSchema(80)),
    postcode: z.exactOptional(textSchema(10)),
    street: z.exactOptional(textSchema(120)),
  })
  .check(
    z.refine(
      ({ accommodation, place, postcode, street }) =>
        accommodation !== PROTECTED_ACCOMMODATION || (place ?? postcode ?? street) === undefined,
    ),
  );
export type Address = z.infer<typeof addressSchema>;

/** The address as it may be stored: of a women's shelter only that it is one. */
export const protectedAddress = (address: Address): Address =>
  address.accommodation === PROTECTED_ACCOMMODATION ? { accommodation: PROTECTED_ACCOMMODATION } : address;
