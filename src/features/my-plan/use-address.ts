// The address as the screen sees it: it changes when a link is followed, the back button pressed or a new code scanned.
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { addressOf } from './address.ts';

const subscribe = (told: () => void) => {
  window.addEventListener('hashchange', told);
  return () => {
    window.removeEventListener('hashchange', told);
  };
};

/** Secret and place of the address. On a new page it begins at the top, and the title gets the focus. */
export const useAddress = () => {
  const fragment = useSyncExternalStore(subscribe, () => window.location.hash);
  const before = useRef(fragment);
  useEffect(() => {
    if (before.current === fragment) return;
    before.current = fragment;
    window.scrollTo(0, 0);
    document.getElementById('page-title')?.focus({ preventScroll: true });
  }, [fragment]);
  return useMemo(() => addressOf(fragment), [fragment]);
};
