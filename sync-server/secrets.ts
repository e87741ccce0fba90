// Random secrets: for cookies, for passwords that the server makes, for the first administrator's code.
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** No 0 and o, no 1, l and i: they are read aloud and typed from paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 256 random bits, as text for a cookie. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: from it nobody gets back to the token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** 20 characters in four groups, about 99 bits: for a person to read and type. */
export const createReadableSecret = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => readable[randomInt(readable.length)]).join(''),
  ).join('-');
