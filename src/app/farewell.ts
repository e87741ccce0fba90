// Ending the server's session when a device is locked.
import type { SessionPort } from '#sync/session-port.ts';

/** How long locking waits for the server, in milliseconds. It does not depend on it. */
const PATIENCE = 500;

/** Ends the session at the server, if that can be had quickly. */
export const sayFarewell = async (port: Pick<SessionPort, 'signOut'>): Promise<void> => {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([port.signOut(), patience]);
};
