// How a deed goes through the door of a tablet's store, and what the judge is told of it.
import type { Edit } from '#domain/change.ts';
import { decisionPath } from '#domain/contribution.ts';
import type { Json } from '#domain/json.ts';
import { gonePathOf, isGonePath } from '#domain/path.ts';
import { headsOf, type VersionedRecord } from '#domain/record.ts';
import { textOf, type County } from './county.ts';
import { valuesAt, type SavedEdit } from './oracle.ts';
import { atRisk } from './risks.ts';
import type { OpenField, Tab } from './tablet.ts';

/** A record as a tab shows it. */
export const shownIn = (tab: Tab, caseId: string | null, recordId: string): VersionedRecord | undefined =>
  (caseId === null ? tab.store.county() : tab.store.read(caseId))?.records.get(recordId);

/** What a form shows of a leaf when a hand enters it. */
export const enterField = (
  tab: Tab,
  { caseId, kind, recordId }: Pick<Edit, 'caseId' | 'kind' | 'recordId'>,
  path: string,
): OpenField => {
  const record = shownIn(tab, caseId, recordId);
  return {
    ...{ caseId, kind, recordId, path },
    heads: headsOf(record, path),
    values: valuesAt(record, path),
    sawGone: record?.values[gonePathOf(path)] === true || record?.values['gone'] === true,
  };
};

const savedEdits = (tab: Tab, edits: readonly Edit[], field: OpenField | undefined): readonly SavedEdit[] =>
  edits.flatMap(({ caseId, kind, recordId, set }) =>
    Object.entries(set)
      .filter(([path]) => !isGonePath(path) && path !== decisionPath)
      .map(([path, value]): SavedEdit => {
        const entered = field ?? enterField(tab, { caseId, kind, recordId }, path);
        return {
          ...{ caseId, recordId, path, value, saw: entered.values, sawGone: entered.sawGone },
          tablet: tab.tablet.name,
          isAlone: edits.length === 1,
        };
      }),
  );

/**
 * Saves a deed.
 * @param field the field it was written in, if it was entered earlier
 * @returns whether the tablet said that it is saved
 */
export const saveDeed = async (
  county: County,
  tab: Tab,
  edits: readonly Edit[],
  field?: OpenField,
): Promise<boolean> => {
  const { tablet } = tab;
  const noted = savedEdits(tab, edits, field);
  const result = await atRisk(county, tablet, () => tab.store.write(edits));
  const words = edits.flatMap(({ recordId, set }) =>
    Object.entries(set).map(([path, value]) => `${recordId} ${path} = ${textOf(value)}`),
  );
  const number = tab.store.transfer().waiting.at(-1)?.number ?? 0;
  county.tell(tablet.name, result?.ok === true ? `saves (${number})` : 'could not save', ...words);
  if (result?.ok === true) {
    for (const edit of noted) if (!isErased(county, edit)) county.oracle.saved(edit);
    checkShown(county, tab, noted);
  }
  const at = new Date(county.now() + tablet.skew).toISOString();
  if (result === undefined) county.unsure.push({ tablet, edits: noted, at });
  return result?.ok === true;
};

/** What is written in a case that was erased meanwhile is lost on purpose: the server says so, and why. */
export const isErased = ({ erased }: County, { caseId }: SavedEdit): boolean => erased.has(caseId ?? '');

/** What was just saved is shown at once, wherever the file is open. */
const checkShown = (county: County, tab: Tab, edits: readonly SavedEdit[]): void => {
  for (const { caseId, recordId, path, value } of edits) {
    if (caseId !== null && tab.store.read(caseId) === undefined) continue;
    const shown = valuesAt(shownIn(tab, caseId, recordId), path);
    if (shown.some((other) => textOf(other) === textOf(value))) continue;
    const clues = [recordId, tab.tablet.name, textOf(value)];
    county.accuse('lost', `${tab.tablet.name} does not show ${textOf(value)}, just saved at ${path}`, clues);
  }
};

/** All that a deletion takes away, as its author sees it. */
const seenUnder = (record: VersionedRecord, gonePath: string): readonly Json[] => {
  const prefix = gonePath.slice(0, -'gone'.length);
  return Object.keys(record.values)
    .filter((path) => path.startsWith(prefix) && !isGonePath(path))
    .flatMap((path) => valuesAt(record, path));
};

/** Deletes an item or a record, or brings it back. */
export const saveGone = async (
  county: County,
  tab: Tab,
  record: VersionedRecord,
  gonePath: string,
  isGone: boolean,
): Promise<void> => {
  const { id: recordId, caseId, kind } = record;
  const saw = seenUnder(record, gonePath);
  const edit: Edit = { caseId, kind, recordId, set: { [gonePath]: isGone } };
  const result = await atRisk(county, tab.tablet, () => tab.store.write([edit]));
  county.tell(tab.tablet.name, isGone ? 'deletes' : 'brings back', recordId, gonePath, String(result?.ok));
  // What is deleted is no longer on the screen: nobody writes on in it.
  for (const other of tab.tablet.tabs) if (other.field?.recordId === recordId) other.field = undefined;
  // Even if the tablet died meanwhile: it may have been saved.
  const under = gonePath === 'gone' ? '' : gonePath.slice(0, -'/gone'.length);
  if (isGone) county.oracle.deleted({ recordId, under, saw, tablet: tab.tablet.name });
  else county.oracle.broughtBack({ recordId, under });
};
