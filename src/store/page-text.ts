// What stands on a page before it is sealed: several case files, one a line. JSON has no tab and no line break of its own.
/**
 * A case file as JSON text. On a young page `home` names the page that the file came from and will go back to: until
 * then an older text of it still lies there.
 */
export type FileText = { readonly text: string; readonly home: string | undefined };
/** The files of a page by their ids: a file that nobody looks at is never taken apart. */
export type PageTexts = ReadonlyMap<string, FileText>;

/** Writes a page. */
export const textOfPage = (files: PageTexts): string =>
  [...files]
    .map(([id, { text, home }]) => `${id}\t${text}${home === undefined ? '' : `\t${home}`}`)
    .join('\n');

/** Reads a page. */
export const filesOfPage = (page: string): PageTexts =>
  new Map(
    page.split('\n').map((line): [string, FileText] => {
      const first = line.indexOf('\t');
      const second = line.indexOf('\t', first + 1);
      const [id, home] = [line.slice(0, first), second < 0 ? undefined : line.slice(second + 1)];
      return [id, { text: line.slice(first + 1, second < 0 ? undefined : second), home }];
    }),
  );
