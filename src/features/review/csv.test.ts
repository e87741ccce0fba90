// A list for a spreadsheet that reads it right and runs nothing in it.
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const bodyOf = (cell: string): string => csvOf([[cell]]).slice(1, -2);

describe('the file for a spreadsheet', () => {
  it('says that it is UTF-8 and parts cells by semicolons', () => {
    expect(
      csvOf([
        ['Person', 'Tage'],
        ['Hêvîn Aydoğan', '82'],
      ]),
    ).toBe('\uFEFFPerson;Tage\r\nHêvîn Aydoğan;82\r\n');
  });
  it('keeps what somebody typed as a formula from being one', () => {
    for (const sign of ['=', '+', '-', '@', '\t', ' =', '＝'])
      expect(bodyOf(`${sign}1+2`)).toBe(`'${sign}1+2`);
    expect(bodyOf('=HYPERLINK("x";"y")')).toBe(`"'=HYPERLINK(""x"";""y"")"`);
    expect(bodyOf('a=b')).toBe('a=b');
  });
  it('keeps semicolons, quotes and line breaks inside their cell', () => {
    expect(bodyOf('B1; "gut"\nvon Amin')).toBe('"B1; ""gut""\nvon Amin"');
  });
  it('lets nobody hide a formula behind a line break', () => {
    expect(bodyOf('\r=1')).toBe(`"'\r=1"`);
    expect(bodyOf('\n=1')).toBe(`"'\n=1"`);
  });
});
