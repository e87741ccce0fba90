// How the county lies in a Yjs document, on the device and on the server: a map of records, a map of leaves each.
import * as Y from 'yjs';
import type { BenchDocument } from '../documents.ts';

export const putRecords = (document: Y.Doc, added: readonly BenchDocument[]): void => {
  const records = document.getMap<Y.Map<unknown>>('records');
  document.transact(() => {
    for (const { id, caseId, kind, name, set } of added)
      records.set(id, new Y.Map(Object.entries({ caseId, kind, name, ...set })));
  });
};
