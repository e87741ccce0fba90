// Writes a step's date as a calendar file that every phone can read (RFC 5545), in local time of Europe/Berlin.

/** What stands in the calendar. `time` is "09:30", or null for the whole day. */
export type CalendarEntry = {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly time: string | null;
  /** '' if nobody knows. */
  readonly place: string;
  readonly note: string | null;
};

const berlin = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** Words of people stay in their line: every sign that could end it becomes one for the eye, or nothing. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '');

/** A line is at most 75 bytes long; what follows begins with a space. No letter is cut in two. */
const folded = (line: string): string => {
  const encoder = new TextEncoder();
  const lines = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > 75) {
      lines.push(' ');
      bytes = 1;
    }
    lines[lines.length - 1] += letter;
    bytes += size;
  }
  return lines.join('\r\n');
};

/** The file's text. `now` is the instant at which it is made. */
export const calendarFile = ({ id, title, day, time, place, note }: CalendarEntry, now: string): string => {
  const date = day.replaceAll('-', '');
  const begin =
    time === null
      ? [`DTSTART;VALUE=DATE:${date}`]
      : [`DTSTART;TZID=Europe/Berlin:${date}T${time.replace(':', '').padStart(4, '0')}00`, 'DURATION:PT1H'];
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Geleit//Plan//DE', 'CALSCALE:GREGORIAN'],
    ...(time === null ? [] : berlin),
    ...['BEGIN:VEVENT', `UID:${id}@geleit`, `DTSTAMP:${now.replace(/\.\d+/, '').replace(/[-:]/g, '')}`],
    ...begin,
    `SUMMARY:${escaped(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...(note === null ? [] : [`DESCRIPTION:${escaped(note)}`]),
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-P1D', 'END:VALARM'],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ];
  return lines.map(folded).join('\r\n');
};
