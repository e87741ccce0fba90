// Which wire this program speaks. A change of any message's shape moves the number and adds a line here (S13).

/** 1: first version (2026-11). */
export const PROTOCOL = 1;
/** The oldest version the server still answers in full. Older devices may always push. */
export const OLDEST_PROTOCOL = 1;
