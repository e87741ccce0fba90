// What the browser tells of this tab: whether it is seen, when the network is back, and how to reach the others of this device.
import type { TransferWorld } from '#sync/transfer.ts';
import type { LockWorld } from './auto-lock.ts';

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

/** What a hand does. */
const handEvents = ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart'] as const;

/** The world of this tab as locking by itself sees it; the channel bears the name of the vault. */
export const createLockWorld = (name: string): LockWorld => ({
  now: () => Date.now(),
  channel: new BroadcastChannel(name),
  isSeen: () => document.visibilityState === 'visible',
  onSight: (told) => {
    document.addEventListener('visibilitychange', told);
    return () => document.removeEventListener('visibilitychange', told);
  },
  onHand: (told) => {
    const options = { capture: true, passive: true };
    for (const event of handEvents) document.addEventListener(event, told, options);
    return () => {
      for (const event of handEvents) document.removeEventListener(event, told, options);
    };
  },
});
