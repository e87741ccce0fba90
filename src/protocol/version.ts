// Which wire this program speaks. A change of any message's shape moves the number and adds a line here (S13).

/**
 * 1: first version (2026-11).
 * 2: a case that left is named until the device has purged it (`gone`, `purged`); a change may end as a contribution;
 * a device is told when a reading begins anew (`anew`) and what a backup holds of it (`safe`); a case may be
 * erased (2026-11).
 */
export const PROTOCOL = 2;
/** The oldest version the server still answers in full. Older devices may always push (`./older.ts`). */
export const OLDEST_PROTOCOL = 1;
