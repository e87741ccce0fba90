// Joins class names; what is false or undefined falls away.

/** The class attribute made of those names that apply. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}
