// The store for screens: hooks that give what is shown and tell React when it changes.
import { createContext, use, useCallback, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import type { CaseSummary } from '#domain/case-summary.ts';
import type { CaseFile } from './case-file.ts';
import type { Store, TransferFacts } from './store.ts';

const StoreContext = createContext<Store | undefined>(undefined);

/** Hands the open store to the screens below. */
export const StoreProvider = ({
  store,
  children,
}: {
  readonly store: Store;
  readonly children: ReactNode;
}) => <StoreContext value={store}>{children}</StoreContext>;

/** The open store. Screens that use it are only shown while a vault is open. */
export const useStore = (): Store => {
  const store = use(StoreContext);
  if (store === undefined) throw new Error('A screen asked for the store before a vault was open');
  return store;
};

/** All cases on this device, by name. */
export const useCases = (): readonly CaseSummary[] => {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.cases);
};

/** The summary of one case. */
export const useCaseSummary = (caseId: string): CaseSummary | undefined => {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.caseById(caseId));
};

/** A case file, current while the screen is there; undefined until it was taken from the disk. */
export const useCaseFile = (caseId: string): CaseFile | undefined => {
  const store = useStore();
  const read = useCallback(() => store.read(caseId), [store, caseId]);
  useEffect(() => {
    void store.open(caseId);
    return () => store.close(caseId);
  }, [store, caseId]);
  return useSyncExternalStore(store.subscribe, read);
};

/** The county's own records: staff, partners, offers. */
export const useCounty = (): CaseFile => {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.county);
};

/** What waits, what was refused, when the last transfer succeeded. */
export const useTransferFacts = (): TransferFacts => {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.transfer);
};

/** The state of a case's transfer, for its mark: glyph and word. */
export type CaseTransfer = 'refused' | 'two-versions' | 'waiting' | 'sent';

/** Where a case stands, from what waits and what is contested. */
export const caseTransferOf = (
  facts: TransferFacts,
  summary: Pick<CaseSummary, 'caseId' | 'contested'>,
): CaseTransfer => {
  if (facts.refused.some((entry) => entry.caseId === summary.caseId)) return 'refused';
  if (summary.contested > 0) return 'two-versions';
  return facts.waiting.some((entry) => entry.caseId === summary.caseId) ? 'waiting' : 'sent';
};
