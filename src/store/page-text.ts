// What stands on a page before it is sealed: several case files, one a line. JSON has no tab and no line break of its own.
/**
 * The records of a case file as JSON text. On a young page it holds only those that changed, and `home` names the page
 * where the file lies whole. There, once that page is written anew, `isUnder` says that some records are newer elsewhere.
 */
export type FileText = {
  readonly text: string;
  readonly home: string | undefined;
  readonly isUnder: boolean;
};
/** The files of a page by their ids: a file that nobody looks at is never taken apart. */
export type PageTexts = ReadonlyMap<string, FileText>;

/** No page bears this name. */
const UNDER = '^';

const lineOf = (id: string, { text, home, isUnder }: FileText): string => {
  const third = isUnder ? UNDER : home;
  return third === undefined ? `${id}\t${text}` : `${id}\t${text}\t${third}`;
};

/** Writes a page. */
export const textOfPage = (files: PageTexts): string =>
  [...files].map(([id, file]) => lineOf(id, file)).join('\n');

/** Reads a page. */
export const filesOfPage = (page: string): PageTexts =>
  new Map(
    page.split('\n').map((line): [string, FileText] => {
      const first = line.indexOf('\t');
      const second = line.indexOf('\t', first + 1);
      const [id, third] = [line.slice(0, first), second < 0 ? undefined : line.slice(second + 1)];
      const text = line.slice(first + 1, second < 0 ? undefined : second);
      return [id, { text, home: third === UNDER ? undefined : third, isUnder: third === UNDER }];
    }),
  );
