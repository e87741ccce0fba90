// Which entry of a history holds: of statuses, work permits and Rechtskreise the one that began last (§1.1, §1.3, §1.4).
import { firstDayOf, type PartialDate } from './partial-date.ts';

type Dated = { readonly from?: PartialDate };

const beginOf = (entry: Dated): string => (entry.from === undefined ? '' : firstDayOf(entry.from));

/**
 * The latest entry of a history and its id; entries without a beginning count as the oldest, ties go by id.
 * @param on a day: entries that begin after it do not hold yet
 */
export const latestEntry = <Entry extends Dated>(
  entries: Iterable<readonly [string, Entry]>,
  on?: string,
): readonly [string, Entry] | undefined => {
  let latest: readonly [string, Entry] | undefined;
  for (const candidate of entries) {
    const [begin, best] = [beginOf(candidate[1]), latest === undefined ? '' : beginOf(latest[1])];
    if (on !== undefined && begin > on) continue;
    if (latest === undefined || begin > best || (begin === best && candidate[0] > latest[0]))
      latest = candidate;
  }
  return latest;
};
