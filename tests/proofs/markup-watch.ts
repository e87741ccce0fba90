// Watches a browser for whatever a text would do that is more than a text, and looks for its traces in a page.
import type { BrowserContext, Page } from '@playwright/test';
import { MARK } from '#tests/nonsense/payloads.ts';
import { signature, type Pen } from './markup-pen.ts';

/** What must never happen. */
export const harms = [
  ...(['policy reports', 'page errors', 'dialogs', 'navigations', 'new windows', 'downloads'] as const),
  ...(['requests', 'elements', 'attributes', 'addresses', 'altered texts'] as const),
];
export type Harm = (typeof harms)[number];

const REPORT = 'a rule was broken: ';

export type Watch = {
  /** Where the browser is, for whoever reads what was found. */
  at: string;
  readonly tell: (harm: Harm, what: string) => void;
  readonly found: (harm: Harm) => number;
  /** All of it together. */
  readonly sum: () => number;
  /** Downloads and windows that somebody has asked for. */
  asked: number;
};

export const createWatch = (say: (line: string) => void): Watch => {
  const counts = new Map<Harm, number>();
  const watch: Watch = {
    at: 'nowhere',
    asked: 0,
    found: (harm) => counts.get(harm) ?? 0,
    sum: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    tell: (harm, what) => {
      const count = (counts.get(harm) ?? 0) + 1;
      counts.set(harm, count);
      if (count <= 10) say(`${watch.at}: ${harm}: ${JSON.stringify(what.slice(0, 300))}`);
    },
  };
  return watch;
};

/** Listens to everything that happens in a browser from now on. */
export const listen = async (context: BrowserContext, address: string, watch: Watch): Promise<void> => {
  await context.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      console.warn(mark + [effectiveDirective, blockedURI, sample].join(' ')),
    );
  }, REPORT);
  context.on('console', (message) => {
    if (message.text().startsWith(REPORT)) watch.tell('policy reports', message.text());
  });
  context.on('weberror', (error) => watch.tell('page errors', error.error().message));
  context.on('dialog', (dialog) => {
    watch.tell('dialogs', `${dialog.type()} ${dialog.message()}`);
    // it may have gone with its page
    dialog.dismiss().catch(() => undefined);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith(`blob:${address}/`)) watch.tell('requests', url);
    else if (url.includes(MARK)) watch.tell('requests', url);
  });
  const listenTo = (page: Page): void => {
    page.on('framenavigated', (frame) => {
      const isOurs = frame === page.mainFrame() && frame.url().startsWith(`${address}/`);
      if (!isOurs && frame.url() !== 'about:blank') watch.tell('navigations', frame.url());
    });
    page.on('download', (download) => {
      if (watch.asked > 0) watch.asked -= 1;
      else watch.tell('downloads', download.suggestedFilename());
    });
  };
  for (const page of context.pages()) listenTo(page);
  let isFirst = context.pages().length === 0;
  context.on('page', (page) => {
    if (!isFirst) watch.tell('new windows', page.url());
    isFirst = false;
    listenTo(page);
  });
};

/** What stands in a page: traces of payloads, and all signed texts. */
const traces = (page: Page) =>
  page.evaluate(
    ({ mark, pattern }) => {
      const all = [...document.querySelectorAll('*')];
      const acting =
        /^(on.*|style|src|srcset|srcdoc|href|xlink:href|action|formaction|data|poster|id|class|name|target)$/;
      const attributes = all.flatMap((element) =>
        [...element.attributes]
          .filter(
            ({ name, value }) => acting.test(name) && (value.includes(mark) || value.search(pattern) >= 0),
          )
          .map(({ name, value }) => `${element.localName} ${name}=${value}`),
      );
      const harmless = new Set(['http:', 'https:', 'tel:', 'blob:']);
      const addresses = [...document.querySelectorAll('a, area, form, iframe, img, link, base')].flatMap(
        (element) => {
          const told =
            element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action');
          if (told === null) return [];
          try {
            const { protocol } = new URL(told, location.href);
            const isPicture = element.localName === 'img' && protocol === 'data:';
            return harmless.has(protocol) || isPicture ? [] : [told];
          } catch {
            return [told];
          }
        },
      );
      const fields = [...document.querySelectorAll('input, textarea')].flatMap((field) =>
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? [field.value] : [],
      );
      const text = [document.body.textContent, ...fields].join('\n');
      const visible = [document.body.innerText, ...fields].join('\n');
      const signed = [...text.matchAll(new RegExp(pattern, 'g'))].map(({ 0: found, index }) => ({
        found,
        before: text.slice(Math.max(0, index - 1_000), index),
      }));
      const elements = document.querySelectorAll(`[id="${mark}"]`).length;
      return { elements, attributes, addresses, signed, seen: visible.match(new RegExp(pattern, 'g')) ?? [] };
    },
    { mark: MARK, pattern: signature.source },
  );

const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');

/** The end of what was written; blanks are for each page to lay. */
const endOf = (text: string, signed: string): string =>
  withoutBlanks(text.slice(0, text.indexOf(signed))).slice(-400);

/** Looks at a page: traces of payloads are told, and the signatures of the texts that are seen there answered. */
export const lookAt = async (page: Page, pen: Pen, watch: Watch): Promise<readonly string[]> => {
  const { elements, attributes, addresses, signed, seen } = await traces(page);
  if (elements > 0) watch.tell('elements', `${elements}`);
  for (const attribute of attributes) watch.tell('attributes', attribute);
  for (const address of addresses) watch.tell('addresses', address);
  for (const { found, before } of signed) {
    const text = pen.signedSo(found)?.text;
    if (text === undefined) watch.tell('altered texts', `nobody wrote ${found}`);
    else if (!withoutBlanks(before).endsWith(endOf(text, found)))
      watch.tell('altered texts', `${before}${found}`);
  }
  return seen;
};
