// What to bring. "Nothing" is an answer, but no thing.
const nothing = 'NOTHING';

/** The codes of things. */
export const thingsToBring = (codes: readonly string[]): readonly string[] =>
  codes.filter((code) => code !== nothing);

/** Whether somebody said that nothing is needed. */
export const isNothingNeeded = (codes: readonly string[]): boolean =>
  codes.includes(nothing) && thingsToBring(codes).length === 0;
