// The address at which two versions are decided: a case, perhaps one field of it, and where to come back to.

/** Stands in the address instead of a case for what belongs to the county. */
export const COUNTY_WORD = 'landkreis';

type Asked = {
  readonly caseId: string | null;
  /** Which of the case's fields comes first. */
  readonly field?: { readonly recordId: string; readonly path: string } | undefined;
  /** The page to come back to. */
  readonly back?: string | undefined;
};

/** Where all cases with two versions are listed. */
export const versionsInbox = '/uebertragung/fassungen';

/** Where the versions of one case are decided. */
export const versionsAddress = ({ caseId, field, back }: Asked): string => {
  const search = new URLSearchParams();
  if (field !== undefined) search.set('feld', `${field.recordId}|${field.path}`);
  if (back !== undefined) search.set('zurueck', back);
  const asked = search.size === 0 ? '' : `?${search.toString()}`;
  return `${versionsInbox}/${caseId ?? COUNTY_WORD}${asked}`;
};

/** What stands after the question mark of such an address. A way back that leads out of the program is none. */
export const readVersionsAddress = (
  search: string,
): { readonly field: string | null; readonly back: string | null } => {
  const asked = new URLSearchParams(search);
  const back = asked.get('zurueck');
  return { field: asked.get('feld'), back: back !== null && /^\/(?![/\\])/.test(back) ? back : null };
};
