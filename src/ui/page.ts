// What every page does when it opens: names the window, and puts the focus on its heading for whoever cannot see it change.
import { useEffect } from 'react';

const PRODUCT = 'Geleit';

/**
 * Call it once in each page; the page has a PageHead from its first drawing on.
 * @param title words for the window; never a person's name, for browsers keep titles in their history
 */
export const usePage = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`;
  }, [title]);
  useEffect(() => {
    const isBusy = document.activeElement?.closest('main') != null;
    if (!isBusy) document.getElementById('page-title')?.focus({ preventScroll: true });
  }, []);
};
