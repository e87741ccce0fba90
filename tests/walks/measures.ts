// Looks at a page as a hand and an eye would: what is too small to touch, what hangs over the edge, what is cut.
import type { Page } from '@playwright/test';

/** Runs in the page. Answers one line for each thing that is wrong. */
const lookAt = (least: number): string[] => {
  const wrong: string[] = [];
  const width = innerWidth;
  const nameOf = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const kind = element.getAttribute('class') ?? '';
    return `${element.tagName.toLowerCase()}.${kind.split(' ').join('.')} “${words.trim().slice(0, 40)}”`;
  };
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const chain = (element: Element | null): Element[] =>
    element === null ? [] : [element, ...chain(element.parentElement)];
  /** For screen readers only, or beyond the upper edge until it has the focus. */
  const isForEarsOnly = (element: Element): boolean =>
    chain(element).some((one) => {
      const box = one.getBoundingClientRect();
      const { overflowX, clipPath } = getComputedStyle(one);
      return (
        (box.width <= 1 && overflowX !== 'visible') || clipPath === 'inset(50%)' || one.matches('.g-skip')
      );
    });
  const scrolls = (element: Element): boolean =>
    chain(element).some(
      (one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one !== document.body,
    );

  const over = document.documentElement.scrollWidth - width;
  if (over > 0) wrong.push(`the page is ${over} wider than the screen`);

  const touched = (element: Element): Element =>
    element instanceof HTMLInputElement && /radio|checkbox|file/.test(element.type)
      ? (element.closest('label') ?? element.labels?.[0] ?? element)
      : element;
  const inSentence = (element: Element): boolean =>
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim();
  /** A link may be touched beyond its own letters: how far, from its middle, is it still the one that is hit? */
  const isReached = (element: Element): boolean => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const reach = (right: number, down: number): number => {
      let far = 0;
      while (far < least && element.contains(document.elementFromPoint(x + right * far, y + down * far)))
        far += 1;
      return far;
    };
    return reach(-1, 0) + reach(1, 0) >= least && reach(0, -1) + reach(0, 1) >= least;
  };
  const controls = document.querySelectorAll('a[href], button, input, select, textarea, summary');
  for (const control of controls) {
    if (!isSeen(control)) continue;
    const target = touched(control);
    if (isForEarsOnly(target) || inSentence(target)) continue;
    const { width: wide, height: high } = target.getBoundingClientRect();
    // A bar in the picture of the way is as long as its step lasts.
    const isWide = wide >= least - 0.5 || control.matches('.g-lane-bar');
    if (isWide && high >= least - 0.5) continue;
    if (isReached(target)) continue;
    wrong.push(`${nameOf(target)} is ${Math.round(wide)} × ${Math.round(high)}`);
  }
  window.scrollTo(0, 0);

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const around = node.parentElement;
    if (around === null || (node.textContent ?? '').trim() === '' || !isSeen(around)) continue;
    if (isForEarsOnly(around)) continue;
    const { overflowX, textOverflow } = getComputedStyle(around);
    if (textOverflow === 'ellipsis') wrong.push(`${nameOf(around)} is shortened with dots`);
    if (overflowX === 'hidden' && around.scrollWidth > around.clientWidth + 1)
      wrong.push(`${nameOf(around)} is cut`);
    if (scrolls(around)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, width: wide } of range.getClientRects())
      if (wide > 1 && (left < -1 || right > width + 1))
        wrong.push(`${nameOf(around)} hangs over the edge: ${Math.round(left)} to ${Math.round(right)}`);
  }
  return [...new Set(wrong)];
};

/** What is wrong with the page as it stands; `least` is the smallest thing a hand must be able to touch, in pixels. */
export const findWrong = (page: Page, least: number): Promise<string[]> => page.evaluate(lookAt, least);
