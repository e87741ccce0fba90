// The plan without network: registers its service worker, tells of a newer program, keeps the letters of her script.
import type { Workbox } from 'workbox-window';
import { workerAddress } from './worker-address.ts';

/** What the page knows of newer programs. */
export type PlanUpdates = {
  readonly subscribe: (told: () => void) => () => void;
  /** Whether a newer one waits. */
  readonly isWaiting: () => boolean;
  /** Takes it, and opens the page anew. */
  readonly load: () => void;
  /** Puts the letters that are on the screen into the phone, for the days without network. */
  readonly keepLetters: () => Promise<void>;
};

const none: PlanUpdates = {
  subscribe: () => () => undefined,
  isWaiting: () => false,
  load: () => undefined,
  keepLetters: () => Promise.resolve(),
};

/** The addresses of the fonts that this page has used. */
const usedLetters = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.woff2'));

/** The worker is fetched after the page: nobody waits for it at the first sight. null: this phone takes none. */
const startWorker = async (onWaiting: () => void): Promise<Workbox | null> => {
  try {
    const { Workbox } = await import('workbox-window');
    const worker = new Workbox(workerAddress('/plan/sw.js'), { scope: '/plan/' });
    worker.addEventListener('waiting', onWaiting);
    await worker.register();
    return worker;
  } catch {
    return null; // no network, or the phone forbids it: the plan lives from its copy
  }
};

/** Registers the service worker of /plan/; does nothing where there is none. */
export const registerPlanWorker = (): PlanUpdates => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return none;
  const listeners = new Set<() => void>();
  let waits = false;
  const starting = startWorker(() => {
    waits = true;
    for (const told of listeners) told();
  });
  const load = async () => {
    const worker = await starting;
    worker?.addEventListener('controlling', () => {
      window.location.reload();
    });
    worker?.messageSkipWaiting();
  };
  return {
    subscribe: (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    isWaiting: () => waits,
    load: () => void load(),
    keepLetters: async () => {
      if ((await starting) === null) return;
      const { active } = await navigator.serviceWorker.ready;
      await document.fonts.ready;
      const urlsToCache = usedLetters();
      if (urlsToCache.length > 0) active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } });
    },
  };
};
