// Writes one leaf anew outside its form: nothing is saved until somebody says so.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Json } from '#domain/json.ts';
import { kindByName } from '#domain/kinds.ts';
import { ok } from '#domain/result.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { TextArea, TextField } from '#ui/text-field.tsx';
import { CodeLeaf, CodesLeaf, FlagLeaf } from './code-choice.tsx';
import { judge, readChoice, readText, readWhole, type Judged, type Reading } from './judging.ts';
import { LocalTimeLeaf, readLocalTime } from './local-time-field.tsx';
import { directionOf, useLeafWords, type LeafPlace } from './leaf-words.tsx';
import { leafLookAt, type Look } from './leaf-looks.ts';
import { DateLeaf, DayLeaf, readDay, readPartialDate } from './partial-date-field.tsx';
import { CountryLeaf, LanguageLeaf } from './place-select.tsx';
import { useProblemWords } from './problem-words.ts';
import type { LeafSource } from './record-form.tsx';

/** Tools, places: one field, parted by commas. */
const readWords: Reading = (raw) => {
  const words = (typeof raw === 'string' ? raw.split(',') : []).map((word) => word.trim()).filter(Boolean);
  return ok(words.length === 0 ? null : words);
};

const readings: Partial<Record<Look, Reading>> = {
  ...{ text: readText, line: readText, sign: readText, words: readWords, number: readWhole },
  ...{ code: readChoice, codes: readChoice, flag: readChoice, country: readChoice, language: readChoice },
  ...{ day: readDay, partial: readPartialDate(), moment: readLocalTime },
};

/** Whether a leaf can be written outside its form; an address or a name is mended in its field. */
export const canEditLeaf = (kind: string, path: string): boolean => {
  const look = leafLookAt(kind, path)?.look;
  return look !== undefined && Object.hasOwn(readings, look);
};

const typedOf = (value: Json): string => {
  if (Array.isArray(value)) return value.filter((word) => typeof word === 'string').join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** One leaf in the hand: what was put in, and what it would be stored as. */
const useLooseLeaf = (place: LeafPlace, initial: Json) => {
  const words = useProblemWords();
  const [raw, setRaw] = useState<Json>();
  const [isTold, setIsTold] = useState(false);
  const kind = kindByName(place.kind);
  const look = leafLookAt(place.kind, place.path)?.look ?? 'line';
  const judged: Judged =
    raw === undefined || kind === undefined
      ? ok(initial)
      : judge(kind, place.path, readings[look] ?? readChoice, raw);
  const error = isTold && !judged.ok ? words(judged.error) : undefined;
  const source: LeafSource = {
    leaf: () => ({
      value: raw ?? initial,
      isRaw: raw !== undefined,
      change: setRaw,
      onFocus: () => undefined,
      onBlur: () => undefined,
      ...{ error, contested: undefined, isSaved: false },
    }),
  };
  return { source, look, raw, setRaw, judged, error, tell: () => setIsTold(true) };
};

type Loose = ReturnType<typeof useLooseLeaf>;

const Typed = ({
  place,
  label,
  loose,
  initial,
}: {
  readonly place: LeafPlace;
  readonly label: string;
  readonly loose: Loose;
  readonly initial: Json;
}) => {
  const { look, raw, setRaw, error } = loose;
  const wiring = {
    label,
    error,
    value: typedOf(raw ?? initial),
    dir: directionOf(place.kind, place.path),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setRaw(event.currentTarget.value),
  } as const;
  if (look === 'text') return <TextArea rows={4} {...wiring} />;
  return <TextField {...wiring} {...(look === 'number' ? { inputMode: 'numeric' } : {})} />;
};

const Control = (props: {
  readonly place: LeafPlace;
  readonly label: string;
  readonly loose: Loose;
  readonly initial: Json;
}): ReactNode => {
  const { place, label, loose } = props;
  const { source: form, look } = loose;
  const { path } = place;
  const list = leafLookAt(place.kind, path)?.list;
  if (look === 'code' && list !== undefined) return <CodeLeaf {...{ form, path, list, label }} />;
  if (look === 'codes' && list !== undefined) return <CodesLeaf {...{ form, path, list, label }} />;
  if (look === 'flag') return <FlagLeaf {...{ form, path, label }} />;
  if (look === 'country') return <CountryLeaf {...{ form, path, label }} nationality />;
  if (look === 'language') return <LanguageLeaf {...{ form, path, label }} spoken />;
  if (look === 'day') return <DayLeaf {...{ form, path, label }} />;
  if (look === 'partial') return <DateLeaf {...{ form, path, label }} canBeEstimated />;
  if (look === 'moment') return <LocalTimeLeaf {...{ form, path }} dateLabel={label} />;
  return <Typed {...props} />;
};

type LeafEditorProps = {
  readonly place: LeafPlace;
  /** What stands there before anybody types. */
  readonly initial: Json;
  readonly saveLabel: ReactNode;
  readonly onSave: (value: Json) => void;
  readonly onCancel: () => void;
};

/** The field with its own control, and the two ways out. */
export const LeafEditor = ({ place, initial, saveLabel, onSave, onCancel }: LeafEditorProps) => {
  const { t } = useTexts('versions');
  const words = useLeafWords();
  const loose = useLooseLeaf(place, initial);
  const form = useRef<HTMLFormElement>(null);
  // Whoever asked to write has the cursor where she writes.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  return (
    <form
      ref={form}
      className="g-forms-loose"
      onSubmit={(event) => {
        event.preventDefault();
        if (loose.judged.ok) onSave(loose.judged.value);
        else loose.tell();
      }}
    >
      <Control place={place} label={words.label(place)} loose={loose} initial={initial} />
      <ButtonRow>
        <Button type="submit" variant="primary">
          {saveLabel}
        </Button>
        <Button onClick={onCancel}>{t('app:cancel')}</Button>
      </ButtonRow>
    </form>
  );
};
