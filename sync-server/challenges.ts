// Challenges for passkeys: each bears its own end and the server's seal, so that asking for one writes nothing.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { CHALLENGE_SECRET } from './county.ts';
import { hashOfToken } from './secrets.ts';
import type { Storage, Writing } from './storage/storage.ts';

/** How long a challenge may be answered, in milliseconds: somebody looks for her glasses first. */
const LASTS = 5 * 60_000;
const RANDOM = 16;
const UNTIL = 6;
const SEAL = 16;

export type Challenges = {
  readonly create: () => Promise<string>;
  /** Whether this server made it and it has not run out. */
  readonly isOurs: (challenge: string) => Promise<boolean>;
  /** Uses it up in the transaction under way; false if it was used before. */
  readonly use: (writing: Writing, challenge: string) => Promise<boolean>;
};

const untilOf = (body: Buffer): Date => new Date(body.readUIntBE(RANDOM, UNTIL));

/** @param now the clock */
export const createChallenges = (storage: Storage, now: () => Date): Challenges => {
  let secret: Promise<string> | undefined;
  const readSecret = async (): Promise<string> => {
    const kept = await storage.read((reading) => reading.fact(CHALLENGE_SECRET));
    if (kept === undefined) throw new Error('The county was not founded.');
    return kept;
  };
  const sealOf = async (body: Buffer): Promise<Buffer> => {
    secret ??= readSecret();
    return createHmac('sha256', await secret)
      .update(body)
      .digest()
      .subarray(0, SEAL);
  };
  return {
    create: async () => {
      const body = Buffer.concat([randomBytes(RANDOM), Buffer.alloc(UNTIL)]);
      body.writeUIntBE(now().getTime() + LASTS, RANDOM, UNTIL);
      return Buffer.concat([body, await sealOf(body)]).toString('base64url');
    },
    isOurs: async (challenge) => {
      const bytes = Buffer.from(challenge, 'base64url');
      if (bytes.length !== RANDOM + UNTIL + SEAL) return false;
      const body = bytes.subarray(0, RANDOM + UNTIL);
      if (!timingSafeEqual(bytes.subarray(RANDOM + UNTIL), await sealOf(body))) return false;
      return untilOf(body) > now();
    },
    use: (writing, challenge) => {
      const until = untilOf(Buffer.from(challenge, 'base64url')).toISOString();
      return writing.useChallenge(hashOfToken(challenge), until, now().toISOString());
    },
  };
};
