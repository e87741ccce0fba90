// Asks the browser not to clear what lies on this device, and how much room there is.
import { createWatched, type Watched } from './watched.ts';

export type StorageFacts = {
  /** null while nobody asked. */
  readonly isPersistent: boolean | null;
  readonly used: number | null;
  readonly quota: number | null;
};

export type DeviceStorage = {
  readonly facts: Watched<StorageFacts>;
  /** Asks for protection; browsers decide without a question, or with one. Ask when somebody has just signed in. */
  readonly protect: () => Promise<void>;
  readonly look: () => Promise<void>;
};

/** @param manager the browser's storage manager; missing in old browsers and on pages without HTTPS */
export const createDeviceStorage = (manager: StorageManager | undefined): DeviceStorage => {
  const facts = createWatched<StorageFacts>({ isPersistent: null, used: null, quota: null });
  const look = async (): Promise<void> => {
    if (manager === undefined) return;
    try {
      const [isPersistent, { usage = null, quota = null }] = await Promise.all([
        manager.persisted(),
        manager.estimate(),
      ]);
      facts.set({ isPersistent, used: usage, quota });
    } catch {
      // Some browsers refuse to say in private windows: then nothing is claimed.
    }
  };
  return {
    facts,
    look,
    protect: async () => {
      try {
        await manager?.persist();
      } catch {
        // asked in vain; `look` says how it stands
      }
      await look();
    },
  };
};
