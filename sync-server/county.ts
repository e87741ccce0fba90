// Small facts about the county's server that stand in its storage: its epoch, whether it is invented, the setup code.
import { z } from 'zod';
import { EPOCH } from './epoch.ts';
import { createToken, hashOfToken } from './secrets.ts';
import type { NewId } from './server-changes.ts';
import type { Reading, Storage, Writing } from './storage/storage.ts';

const DEMO = 'demo-sign-ins';
const SETUP_CODE = 'setup-code-hash';
/** What seals the challenges for passkeys. */
export const CHALLENGE_SECRET = 'challenge-secret';

/** What the console prints of an invented county: its passwords are public. */
const demoSchema = z.array(z.object({ login: z.string(), password: z.string(), role: z.string() }));
export type DemoSignIns = z.infer<typeof demoSchema>;

/** The sign-ins of an invented county; undefined where the county is real. */
export const demoSignIns = async (reading: Reading): Promise<DemoSignIns | undefined> => {
  const text = await reading.fact(DEMO);
  return text === undefined ? undefined : demoSchema.parse(JSON.parse(text));
};
export const isDemo = async (reading: Reading): Promise<boolean> => (await reading.fact(DEMO)) !== undefined;
export const markAsDemo = (writing: Writing, signIns: DemoSignIns): Promise<void> =>
  writing.putFact(DEMO, JSON.stringify(signIns));

/** Whether nobody can administer this county yet. */
export const needsFirstAdministrator = async (reading: Reading): Promise<boolean> =>
  !(await reading.accounts()).some(({ role, active }) => role === 'administrator' && active);

/** Keeps the hash of the code that the console shows; the one before is void. */
export const putSetupCode = (writing: Writing, code: string): Promise<void> =>
  writing.putFact(SETUP_CODE, hashOfToken(code));
export const isSetupCode = async (reading: Reading, code: string): Promise<boolean> =>
  (await reading.fact(SETUP_CODE)) === hashOfToken(code.trim().toLowerCase());
export const forgetSetupCode = (writing: Writing): Promise<void> => writing.putFact(SETUP_CODE, '');

/** Gives a new county its epoch, and what its challenges are sealed with. */
export const foundCounty = (storage: Storage, newId: NewId): Promise<void> =>
  storage.write(async (writing) => {
    if ((await writing.fact(EPOCH)) === undefined) await writing.putFact(EPOCH, newId());
    if ((await writing.fact(CHALLENGE_SECRET)) === undefined)
      await writing.putFact(CHALLENGE_SECRET, createToken());
  });

/** Whether nothing has ever been kept here. */
export const isEmptyCounty = async (reading: Reading): Promise<boolean> =>
  (await reading.head()) === 0 && (await reading.accounts()).length === 0;
