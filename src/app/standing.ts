// How this device stands with the server: a revoked one empties itself, one that was heard may be unlocked without network again.
import type { Result } from '#domain/result.ts';
import type { KnownUser, Vaults } from '#store/vaults.ts';
import type { CallFailure } from '#sync/http.ts';
import type { SessionPort } from '#sync/session-port.ts';

/** How often an open session asks, in milliseconds, while nothing is wrong. */
const EVERY = 10 * 60_000;

/** What makes it ask at once. */
const suspicious: readonly string[] = ['not-signed-in', 'device-revoked', 'device-unknown'];

/** Watches over the device of an open vault. */
export const createStandingWatch = (
  vaults: Pick<Vaults, 'keepLease'>,
  port: Pick<SessionPort, 'standing'>,
  user: string,
) => {
  let askedAt = 0;
  let told = 0;
  return {
    /**
     * Whether the device was taken away; asks now and then, when a round was turned away, and when something else waits.
     * @param waiting how many entries wait on it: who leads the team sees it before she takes a device away
     */
    isRevoked: async (
      device: string,
      waiting: number,
      round: Result<unknown, CallFailure>,
    ): Promise<boolean> => {
      const isDue = Date.now() - askedAt > EVERY || (!round.ok && suspicious.includes(round.error.type));
      if (!isDue && (waiting === told || !round.ok)) return false;
      const standing = await port.standing(device, waiting);
      if (!standing.ok) return false;
      askedAt = Date.now();
      told = waiting;
      if (!standing.value.revoked) await vaults.keepLease(user, standing.value.lease, new Date());
      return standing.value.revoked;
    },
  };
};

/**
 * Asks for every vault on this device, locked as they are, and empties those that were taken away.
 * @returns whose they were
 */
export const emptyRevoked = async (
  vaults: Pick<Vaults, 'known' | 'deviceOf' | 'wipe' | 'keepLease'>,
  port: Pick<SessionPort, 'standing'>,
): Promise<readonly KnownUser[]> => {
  const emptied: KnownUser[] = [];
  for (const person of await vaults.known()) {
    const device = await vaults.deviceOf(person.user);
    const standing = device === undefined ? undefined : await port.standing(device);
    if (standing?.ok !== true) continue;
    if (standing.value.revoked) {
      await vaults.wipe(person.user);
      emptied.push(person);
    } else await vaults.keepLease(person.user, standing.value.lease, new Date());
  }
  return emptied;
};
