// A strip that is longer than the screen shows where one is: its current entry stands in its middle, also after turning the tablet.
import { useEffect, useRef, type RefObject } from 'react';

/** Slides the strip until the current section stands in its middle. The page itself stays where it is. */
const showCurrent = (strip: HTMLElement): void => {
  const here = strip.querySelector('[aria-current]')?.getBoundingClientRect();
  if (here === undefined) return;
  const around = strip.getBoundingClientRect();
  strip.scrollBy({ left: here.left + here.width / 2 - around.left - around.width / 2, behavior: 'instant' });
};

/** For the element that slides; its current entry bears `aria-current`. */
export const useCurrentInView = <Kind extends HTMLElement>(): RefObject<Kind | null> => {
  const strip = useRef<Kind>(null);
  const shown = useRef<Element>(null);
  // Only when another entry has become the current one: a hand that slides the strip is not pulled back.
  useEffect(() => {
    const now = strip.current?.querySelector('[aria-current]') ?? null;
    if (strip.current !== null && now !== shown.current) showCurrent(strip.current);
    shown.current = now;
  });
  useEffect(() => {
    const here = strip.current;
    if (here === null) return undefined;
    const turned = new ResizeObserver(() => showCurrent(here));
    turned.observe(here);
    return () => turned.disconnect();
  }, []);
  return strip;
};
