// Times of day as people type them: 9, 930, 9:30, 9.30 Uhr.
const typed = /^(\d{1,2})(?:[:.,h ]?(\d{2}))?(?:\s*(?:uhr|h))?$/i;

/** The time as 'HH:mm', or the text as it is if it is none. Whether there is such a time is not asked here. */
export const readClock = (text: string): string => {
  const [, hour, minute = '00'] = typed.exec(text.trim()) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
};
