// The invented county of the demo: who works there, and whom they accompany.
import { offerKind } from '#domain/offer.ts';
import { partnerKind } from '#domain/partner.ts';
import { createAccount } from '#server/accounts.ts';
import { isEmptyCounty } from '#server/county.ts';
import type { NewId } from '#server/server-changes.ts';
import type { Storage, Writing } from '#server/storage/storage.ts';
import { daysAround, type Days } from './days.ts';
import { writeLife } from './life.ts';
import { demoLives } from './lives.ts';
import { demoOffers } from './offers.ts';
import { demoPartners, partnerId } from './partners.ts';
import { demoStaff, type DemoMember } from './staff.ts';
import { registerTablet, sendDeeds, type Entry } from './tablet.ts';
import { toldToLeaves } from './told.ts';
import { writeTwoVersions } from './two-versions.ts';

/** A sign-in that the console prints. */
export type DemoSignIn = { readonly login: string; readonly password: string; readonly role: string };

/** What seeding needs beside the storage. Passwords are hashed as this server does it, with its pepper. */
export type DemoWorld = {
  readonly newId: NewId;
  readonly hashPassword: (password: string) => Promise<string>;
};

/** The day on which the office opened: before it, nothing was written. */
const FOUNDED = '2024-01-08T08:00:00.000Z';

const members: readonly DemoMember[] = Object.values(demoStaff);

const writeStaff = async (
  writing: Writing,
  hashes: ReadonlyMap<string, string>,
  newId: NewId,
): Promise<void> => {
  for (const member of members) {
    const { id, login, name, role, mayReadLimits, device } = member;
    const hash = hashes.get(id) ?? '';
    await createAccount(writing, { id, login, name, role, mayReadLimits, hash }, FOUNDED, newId);
    if (device !== undefined) await registerTablet(writing, { ...member, device }, FOUNDED, newId);
  }
};

/** What belongs to the county was gathered by the colleague who keeps the network. */
const writeNetwork = async (writing: Writing, days: Days, now: string, newId: NewId): Promise<void> => {
  const at = `${days.workday(-12)}T09:00:00.000Z`;
  const partners = demoPartners(days).map(({ number, told }): Entry => {
    const set = toldToLeaves(partnerKind, told);
    return { caseId: null, kind: partnerKind.name, recordId: partnerId(number), set, at };
  });
  const offers = demoOffers(days).map(({ number, told }): Entry => {
    const set = toldToLeaves(offerKind, told);
    return { caseId: null, kind: offerKind.name, recordId: `demo-offer-${number}`, set, at };
  });
  const deeds = [...partners, ...offers].map((entry) => [entry]);
  await sendDeeds(writing, demoStaff.kallmeyer, deeds, now, newId);
};

/**
 * Fills an empty county, all of it or nothing.
 * @param now the ISO instant around which the invented lives are laid
 * @returns the sign-ins to print; none if nothing was seeded
 */
export const seedDemo = async (
  storage: Storage,
  now: string,
  { newId, hashPassword }: DemoWorld,
): Promise<readonly DemoSignIn[]> => {
  const hashes = new Map(
    await Promise.all(members.map(async ({ id, password }) => [id, await hashPassword(password)] as const)),
  );
  const days = daysAround(now);
  return storage.write(async (writing) => {
    if (!(await isEmptyCounty(writing))) return [];
    await writeStaff(writing, hashes, newId);
    await writeNetwork(writing, days, now, newId);
    for (const tell of demoLives) await writeLife(writing, tell(days), now, newId);
    await writeTwoVersions(writing, days, now, newId);
    return members.map(({ login, password, role }) => ({ login, password, role }));
  });
};
