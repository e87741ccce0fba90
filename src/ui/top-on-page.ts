// How far down the page something begins: a list that draws only what is seen reckons from there.
import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * The place of an element's upper edge on the page, in pixels, current while things above it grow.
 * Read when it is new and after the browser has laid the page out by itself: asking at every drawing would make it
 * lay out ten thousand rows' worth of page while somebody types.
 * @param element whose edge
 * @param topOf reads the edge in the window, if it is another one than the element's own
 */
export const useTopOnPage = <Kind extends HTMLElement>(
  element: RefObject<Kind | null>,
  topOf: (element: Kind) => number = (one) => one.getBoundingClientRect().top,
): number => {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const here = element.current;
    if (here === null) return undefined;
    const read = (): void => setTop(Math.round(topOf(here) + window.scrollY));
    read();
    const laidOut = new ResizeObserver(read);
    // Whatever comes or grows above it makes what is around it grow.
    for (let around: Element | null = here; around !== null; around = around.parentElement)
      laidOut.observe(around);
    return () => laidOut.disconnect();
  }, [element, topOf]);
  return top;
};
