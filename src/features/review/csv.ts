// A table as a file for a spreadsheet: semicolons as German programs expect, and no cell that a program would run.

/** What a spreadsheet takes for a formula, also behind blanks and in the wide letters of East Asia. */
const formula = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/;

const cellToCsv = (cell: string): string => {
  const harmless = formula.test(cell) ? `'${cell}` : cell;
  return /[;"\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** The lines as CSV; the mark in front tells the program that it is UTF-8. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cellToCsv).join(';')).join('\r\n')}\r\n`;
