// Where a long page was left: whoever comes back finds the same place.
import { useLayoutEffect, useRef } from 'react';

/**
 * Goes to a place when the page opens, and tells where it stood when it is left.
 * @param start how far down to begin; undefined leaves it to the frame
 * @param onLeave is told the last place
 */
export const useKeptPlace = (start: number | undefined, onLeave: (top: number) => void): void => {
  const top = useRef(start ?? 0);
  const leave = useRef(onLeave);
  useLayoutEffect(() => {
    leave.current = onLeave;
  });
  useLayoutEffect(() => {
    if (top.current > 0) window.scrollTo(0, top.current);
    // The scroll event comes later than the leap to the next page's top: what was noted last is where one stood.
    const note = (): void => {
      top.current = window.scrollY;
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => {
      window.removeEventListener('scroll', note);
      leave.current(top.current);
    };
  }, []);
};
