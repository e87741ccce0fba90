// What clock and calendar show in the county: instants said as local moments in Europe/Berlin, wherever the device believes to be.

/** "2026-12-15T08:30:00Z" → "2026-12-15T09:30" */
export const localMoment = (instant: string): string => {
  const format = new Intl.DateTimeFormat('sv-SE-u-nu-latn', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return format.format(new Date(instant)).replace(' ', 'T');
};

/** "2026-12-15": the day it is now in the county. */
export const localDay = (instant: string): string => localMoment(instant).slice(0, 10);
