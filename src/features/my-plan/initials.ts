// Two letters for the circle beside a helper's name.

/** "Wiebke Ahlers" → "WA"; "Landkreis" → "L". */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
};
