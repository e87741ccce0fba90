// Gives a file to the phone, which then asks what to do with it.

/** Offers a text as a file: `handOverFile('termin.ics', 'text/calendar', text)`. */
export const handOverFile = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
};
