// The filter in the page's address, so that going back brings it back. What somebody searched for is a name: it never stands there.
import { caseGroups, type CaseFilter } from './listed-cases.ts';

const words: Readonly<Record<CaseFilter['group'], string>> = {
  active: '',
  overdue: 'ueberfaellig',
  unsent: 'nicht-uebertragen',
  closed: 'abgeschlossen',
  all: 'alle',
};

const groups: readonly CaseFilter['group'][] = [...caseGroups, 'all'];

/** The filter of an address; what it does not say is the ordinary list. */
export const filterOfQuery = (query: string): CaseFilter => {
  const asked = new URLSearchParams(query);
  const word = asked.get('zeige') ?? '';
  return {
    group: groups.find((group) => words[group] === word) ?? 'active',
    language: asked.get('sprache') ?? '',
    step: asked.get('schritt') ?? '',
  };
};

/** The address of a filter: "zeige=ueberfaellig&sprache=ar", or '' for the ordinary list. */
export const queryOfFilter = ({ group, language, step }: CaseFilter): string => {
  const said = Object.entries({ zeige: words[group], sprache: language, schritt: step });
  return new URLSearchParams(said.filter(([, word]) => word !== '')).toString();
};
