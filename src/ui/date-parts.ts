// What is typed into day, month and year. Texts only: whether such a day exists is not for this room to say.

/** The raw parts of a date that may be known only in part. */
export type DateParts = { day: string; month: string; year: string; estimated: boolean };

/** Nothing known yet. */
export const noDateParts: DateParts = { day: '', month: '', year: '', estimated: false };

const isoDate = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/;
const writtenDate = /^(?:(\d{1,2})[./ ]+)?(\d{1,2})[./ ]+(\d{4})$/;

/** A whole date written or pasted into one box ("15.12.2026", "12/2026", "2026-12-15") as its parts. */
export function textToDateParts(text: string): Omit<DateParts, 'estimated'> | undefined {
  const iso = isoDate.exec(text.trim());
  if (iso) return { day: iso[3] ?? '', month: iso[2] ?? '', year: iso[1] ?? '' };
  const written = writtenDate.exec(text.trim());
  if (written) return { day: written[1] ?? '', month: written[2] ?? '', year: written[3] ?? '' };
  return undefined;
}

/** Only figures, western ones: Arabic and Persian figures are understood too. */
export function toFigures(text: string, most: number): string {
  return Array.from(text, (letter) => {
    const point = letter.codePointAt(0) ?? 0;
    if (point >= 0x30 && point <= 0x39) return letter;
    if (point >= 0x660 && point <= 0x669) return String(point - 0x660);
    if (point >= 0x6f0 && point <= 0x6f9) return String(point - 0x6f0);
    return '';
  })
    .join('')
    .slice(0, most);
}
