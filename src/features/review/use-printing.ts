// Whether the page is being put on paper: then everything is drawn, not only what is near the screen.
import { useSyncExternalStore } from 'react';

const paper = (): MediaQueryList => window.matchMedia('print');

const subscribe = (told: () => void): (() => void) => {
  const media = paper();
  media.addEventListener('change', told);
  return () => media.removeEventListener('change', told);
};

/** True while the browser draws for a printer. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => paper().matches);
