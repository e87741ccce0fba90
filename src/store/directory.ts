// Which file lies on which page. Of ten thousand files most are never looked for: they are entered when one of them is.

export type Directory = {
  readonly get: (fileId: string) => string | undefined;
  readonly has: (fileId: string) => boolean;
  readonly set: (fileId: string, page: string) => void;
  readonly delete: (fileId: string) => void;
  readonly entries: () => Iterable<readonly [string, string]>;
};

/**
 * Makes a directory.
 * @param first what is looked for at once
 * @param more gives the rest once something else is asked for: files that `first` does not name
 */
export const createDirectory = (
  first: Iterable<readonly [string, string]> = [],
  more: () => Iterable<readonly [string, string]> = () => [],
): Directory => {
  const pages = new Map(first);
  let isWhole = false;
  const whole = (): Map<string, string> => {
    if (isWhole) return pages;
    isWhole = true;
    for (const [id, page] of more()) pages.set(id, page);
    return pages;
  };
  return {
    get: (id) => pages.get(id) ?? whole().get(id),
    has: (id) => pages.has(id) || whole().has(id),
    set: (id, page) => void whole().set(id, page),
    delete: (id) => void whole().delete(id),
    entries: () => whole(),
  };
};
