// What is dear to make and not always needed: made when somebody first asks for it, and then kept.

/** Answers the same thing each time; it is made at the first question. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly thing: T } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
};
