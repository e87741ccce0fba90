// Which words of one text do not stand in another: so that an eye finds at once where two versions differ.

/** A piece of a text; `differs`: the other text does not have it here. */
export type Piece = { readonly text: string; readonly differs: boolean };

/** Above this many words on either side nothing is marked: two texts that long are read, not compared. */
const MOST_WORDS = 1500;

const wordsOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** How long the longest common row of words is from each pair of places on. */
const commonFrom = (a: readonly string[], b: readonly string[]): readonly Uint16Array[] => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [rows[i], rows[i + 1]];
    if (row === undefined || below === undefined) continue;
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return rows;
};

/** Joins neighbours of one sort; a space between two differing words belongs to them. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const result: Piece[] = [];
  pieces.forEach((piece, index) => {
    const last = result.at(-1);
    const isBlank = piece.text.trim() === '';
    const differs = isBlank ? last?.differs === true && pieces[index + 1]?.differs === true : piece.differs;
    if (last?.differs === differs) result[result.length - 1] = { text: last.text + piece.text, differs };
    else result.push({ text: piece.text, differs });
  });
  return result;
};

/** The first text in pieces, compared with the second. */
export const differencesFrom = (text: string, other: string): readonly Piece[] => {
  const [a, b] = [wordsOf(text), wordsOf(other)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return [{ text, differs: false }];
  const rows = commonFrom(a, b);
  const pieces: Piece[] = [];
  let j = 0;
  a.forEach((word, i) => {
    const at = (x: number, y: number): number => rows[x]?.[y] ?? 0;
    while (j < b.length && word !== b[j] && at(i, j + 1) >= at(i + 1, j)) j += 1;
    const isCommon = j < b.length && word === b[j];
    if (isCommon) j += 1;
    pieces.push({ text: word, differs: !isCommon });
  });
  return joined(pieces);
};
