// Wherever a contested field stands it says so: glyph and word, what the others wrote, and the way to decide (S6).
import { versionsToDecide } from '#domain/dispute.ts';
import { isSameJson, type Json } from '#domain/json.ts';
import { isGonePath } from '#domain/path.ts';
import { textAt } from '#domain/reading.ts';
import type { VersionedRecord } from '#domain/record.ts';
import { useTexts } from '#i18n/react.tsx';
import { useCounty } from '#store/react.tsx';
import { Link } from '#ui/link.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { directionOf, useLeafWords } from './leaf-words.tsx';
import { versionsAddress } from './versions-address.ts';
import './forms.css';

/** Longer values are read where there is room for them. */
const LONGEST = 160;

const here = (): string => `${window.location.pathname}${window.location.search}`;

type VersionsLinkProps = {
  readonly caseId: string | null;
  readonly field?: { readonly recordId: string; readonly path: string } | undefined;
  /** How many fields, where more than one may be meant. */
  readonly count?: number | undefined;
};

/** "Zwei Fassungen", and the way to decide; one comes back to where one pressed it. */
export const VersionsLink = ({ caseId, field, count }: VersionsLinkProps) => {
  const { t } = useTexts('forms');
  return (
    <Link className="g-forms-versions" href={versionsAddress({ caseId, field, back: here() })}>
      <SyncMark state="two-versions">
        {count === undefined ? t('twoVersions') : t('twoVersionsOf', { count })}
      </SyncMark>
    </Link>
  );
};

type ContestedMarkProps = {
  readonly record: VersionedRecord;
  readonly path: string;
  /** What the field shows: what a hand put in, else what is stored. */
  readonly shown?: Json | undefined;
};

/** What the other versions say, so that nobody overrules in a field what she has not seen. */
const Others = ({ record, path, shown = record.values[path] }: ContestedMarkProps) => {
  const { t } = useTexts('forms');
  const words = useLeafWords();
  const county = useCounty();
  const others = versionsToDecide(record, path)
    .filter(({ value }) => !isGonePath(path) && !isSameJson(value, shown) && String(value) !== shown)
    .map(({ change, value, by }) => ({
      change,
      said: words.value({ kind: record.kind, path, record }, value),
      name: by === null ? null : textAt(county.records.get(by)?.values, 'name'),
    }))
    .filter(({ said }) => said.length <= LONGEST);
  return others.map(({ change, said, name }) => (
    <span key={change} className="g-forms-other">
      {t('otherVersion')} <bdi dir={directionOf(record.kind, path)}>{said}</bdi>
      {name !== null && (
        <>
          {' ('}
          <bdi>{name}</bdi>
          {')'}
        </>
      )}
    </span>
  ));
};

/** The mark under a field. */
export const ContestedMark = (props: ContestedMarkProps) => (
  <span className="g-forms-contested">
    <VersionsLink caseId={props.record.caseId} field={{ recordId: props.record.id, path: props.path }} />
    <Others {...props} />
  </span>
);
