// What stands in the fields of a form that is sent as a whole.

/** The words of the field of this name; empty if there is none. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
