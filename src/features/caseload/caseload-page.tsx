// Fälle: everybody this device holds, found by any word, late ones first.
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { queryWords } from '#domain/fold.ts';
import { usePorts } from '#features/ports.tsx';
import { SyncSentence } from '#features/sync-sentence.tsx';
import { localDay } from '#i18n/berlin-time.ts';
import { useTexts } from '#i18n/react.tsx';
import { caseTransferOf, useCases, useStore, useTransferFacts } from '#store/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconDownload, iconPlus } from '#ui/icon-paths.ts';
import { useKeptPlace } from '#ui/kept-place.ts';
import { PageHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { SearchField, ToolBar } from '#ui/text-field.tsx';
import { useNow } from '#ui/use-now.ts';
import { CaseFilters } from './case-filters.tsx';
import { CaseList, type CaseListHandle } from './case-list.tsx';
import { filterOfQuery, queryOfFilter } from './filter-address.ts';
import { keepLook, lastLookAt, type LastLook } from './last-look.ts';
import { chooseCases, choicesOf, listCases, type CaseFilter } from './listed-cases.ts';
import './caseload.css';

const PATH = '/faelle';
const everything: CaseFilter = { group: 'all', language: '', step: '' };

/** The cases in the order of the list, made anew only when a case, the transfer or the day changes. */
const useListed = (today: string) => {
  const cases = useCases();
  const facts = useTransferFacts();
  const listed = useMemo(() => {
    const touched = new Set([...facts.waiting, ...facts.refused].map(({ caseId }) => caseId));
    return listCases(
      cases,
      (summary) =>
        summary.contested > 0 || touched.has(summary.caseId) ? caseTransferOf(facts, summary) : 'sent',
      today,
    );
  }, [cases, facts, today]);
  const choices = useMemo(() => choicesOf(listed), [listed]);
  return { listed, choices };
};

/** The slash brings the hand to the search field, unless somebody is writing. */
const useSlash = (focus: () => void): void => {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      const isWriting =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isWriting) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [focus]);
};

function NoCases() {
  const { t } = useTexts('caseload');
  const { transfer } = usePorts();
  return (
    <EmptyState
      begin
      title={t('noCases')}
      actions={
        <>
          <LinkButton variant="primary" size="l" icon={iconPlus} href="/faelle/neu">
            {t('newCase')}
          </LinkButton>
          <Button size="l" icon={iconDownload} onClick={() => void transfer.now()}>
            {t('loadCases')}
          </Button>
        </>
      }
    >
      {t('noCasesText')}
    </EmptyState>
  );
}

/** The page. Whoever comes back without asking for anything else finds the list as she left it. */
export function CaseloadPage() {
  const store = useStore();
  const query = useSearch();
  const [last] = useState(() => lastLookAt(store, query));
  const [isThere, setIsThere] = useState(false);
  if (!isThere && (last === undefined || last.query === query)) setIsThere(true);
  return isThere ? <Caseload last={last} /> : <Redirect to={`${PATH}?${last?.query ?? ''}`} replace />;
}

function Caseload({ last }: { readonly last: LastLook | undefined }) {
  const { t } = useTexts('caseload');
  const store = useStore();
  const now = useNow();
  const today = useMemo(() => localDay(now.toISOString()), [now]);
  const { listed, choices } = useListed(today);
  const [, navigate] = useLocation();
  const query = useSearch();
  const [text, setText] = useState(last?.text ?? '');
  const filter = useMemo(() => filterOfQuery(query), [query]);
  const searched = useDeferredValue(text);
  const chosen = useDeferredValue(filter);
  const shown = useMemo(() => chooseCases(listed, chosen, queryWords(searched)), [listed, chosen, searched]);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<CaseListHandle>(null);
  const opened = useRef(last?.opened ?? null);
  usePage(t('title'));

  // The same functions at every key: chips and rows are drawn anew only when they change.
  const setFilter = useCallback(
    (next: CaseFilter): void => {
      const asked = queryOfFilter(next);
      navigate(asked === '' ? PATH : `${PATH}?${asked}`, { replace: true });
    },
    [navigate],
  );
  const noteOpened = useCallback((caseId: string): void => {
    opened.current = caseId;
  }, []);
  const toField = useCallback(() => field.current?.focus(), []);
  useSlash(toField);
  const empty = (): void => {
    setText('');
    field.current?.focus();
  };

  useKeptPlace(last?.top, (top) =>
    keepLook(store, { query, text, top, rows: list.current?.measured() ?? [], opened: opened.current }),
  );

  const steer = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setText('');
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      list.current?.focusFirst();
    }
  };

  const head = (
    <PageHead
      title={t('title')}
      {...(listed.length > 0 ? { sub: t('onTablet', { count: listed.length }), subBeside: true } : {})}
      sync={<SyncSentence today={today} />}
    />
  );
  if (listed.length === 0)
    return (
      <>
        {head}
        <NoCases />
      </>
    );
  const elsewhere = shown.length > 0 ? 0 : chooseCases(listed, everything, queryWords(searched)).length;
  return (
    <>
      {head}
      <div className="g-caseload-tools">
        <ToolBar>
          <SearchField
            ref={field}
            label={t('search')}
            placeholder={t('searchHint')}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={steer}
          />
          <LinkButton variant="primary" icon={iconPlus} href="/faelle/neu">
            {t('newCase')}
          </LinkButton>
        </ToolBar>
        <CaseFilters filter={filter} choices={choices} onChange={setFilter} />
      </div>
      <p role="status" className="g-hidden">
        {searched === '' ? '' : t('found', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState
          title={t('nothing')}
          actions={
            <>
              {elsewhere > 0 && (
                <Button size="l" onClick={() => setFilter(everything)}>
                  {t('inAll', { count: elsewhere })}
                </Button>
              )}
              {text !== '' && (
                <Button size="l" onClick={empty}>
                  {t('emptySearch')}
                </Button>
              )}
            </>
          }
        >
          {t(text === '' ? 'nothingChosen' : 'nothingText')}
        </EmptyState>
      ) : (
        <CaseList
          ref={list}
          cases={shown}
          today={today}
          last={last}
          onLeaveUp={toField}
          onOpen={noteOpened}
        />
      )}
    </>
  );
}
