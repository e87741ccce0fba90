// How long a password has to be; the server decides, this only says it before the way there.

const SHORTEST = 15;

/** Whether a password has enough characters, counted as the server counts them. */
export const isLongEnough = (password: string): boolean => [...password.normalize('NFKC')].length >= SHORTEST;
