// What the browser tells of this tab: whether it is seen, when the network is back, and how to reach the others of this device.
import type { TransferWorld } from '#sync/transfer.ts';

/** The world of this tab; the channel bears the name of what is kept in step. */
export const createTab = (name: string): TransferWorld => ({
  locks: navigator.locks,
  channel: new BroadcastChannel(name),
  isSeen: () => document.visibilityState === 'visible',
  onSeen: (told) => {
    const look = (): void => {
      if (document.visibilityState === 'visible') told();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  },
  onNetwork: (told) => {
    window.addEventListener('online', told);
    return () => window.removeEventListener('online', told);
  },
});
