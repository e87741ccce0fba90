// The service worker: holds the program for work without network, and tells when a new version waits.
import { Workbox } from 'workbox-window';
import { createWatched, type Watched } from './watched.ts';
import { workerAddress } from './worker-address.ts';

export type Update = {
  readonly isThere: Watched<boolean>;
  /** Takes the new version, looking for one if none is there, and loads the page again; nothing is lost if all is flushed before. */
  readonly load: () => void;
};

/** How often a page that stays open asks for a new version, in milliseconds. */
const HOURLY = 3_600_000;

/**
 * Registers the worker where the browser has one and the program was built.
 * @param isLocked whether nobody is at work: then a version that already waited is taken at once
 */
export const startWorker = (isLocked: () => boolean): Update => {
  const isThere = createWatched(false);
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return { isThere, load: () => undefined };
  const worker = new Workbox(workerAddress('/sw.js'));
  let isAsked = false;
  let isReplaced = false;
  const load = (): void => {
    if (isReplaced) window.location.reload();
    isAsked = true;
    worker.messageSkipWaiting();
    if (!isThere.get()) void worker.update().catch(() => undefined);
  };
  worker.addEventListener('waiting', ({ wasWaitingBeforeRegister }) => {
    if (isAsked || (wasWaitingBeforeRegister === true && isLocked())) load();
    else isThere.set(true);
  });
  worker.addEventListener('controlling', ({ isUpdate }) => {
    if (isAsked) window.location.reload();
    else if (isUpdate === true) {
      // Another tab took the new version: the pieces of this one are gone from the cache.
      isReplaced = true;
      isThere.set(true);
    }
  });
  // A page without a worker works as long as there is a network: registering may fail in private windows.
  worker.register().catch((error: unknown) => console.warn('no service worker', error));
  setInterval(() => void worker.update().catch(() => undefined), HOURLY);
  return { isThere, load };
};
