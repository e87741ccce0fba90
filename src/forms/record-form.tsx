// The form of one record: fields that save themselves, keep what cannot be valid, and never overrule what they did not show.
import { useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode, type Ref } from 'react';
import { useForm } from 'react-hook-form';
import type { Edit } from '#domain/change.ts';
import type { Json } from '#domain/json.ts';
import { versionsToDecide } from '#domain/dispute.ts';
import type { KindDefinition, VersionedRecord } from '#domain/record.ts';
import { useTexts } from '#i18n/react.tsx';
import { useCaseFile, useStore } from '#store/react.tsx';
import { ContestedMark } from './contested-mark.tsx';
import { watchUnsaved } from './dirty.ts';
import { readChoice, readText, readWhole, type Reading } from './judging.ts';
import { useProblemWords } from './problem-words.ts';
import type { Beginning } from './entries-to-deed.ts';
import { createRecordSession, type RecordSession } from './record-session.ts';

/** What a text field of `ui` takes: spread it behind the label. `hint` is only there when two versions stand here. */
export type FieldProps = {
  readonly name: string;
  readonly defaultValue: string;
  readonly onChange: (event: { readonly target: unknown; readonly type?: unknown }) => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: { readonly target: unknown; readonly type?: unknown }) => void;
  readonly ref: Ref<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>;
  readonly error: ReactNode;
  readonly hint?: ReactNode;
};

/** A leaf for controls that are told their value: chips, dates, addresses. */
export type Leaf = {
  /** What the control shows: what was put in by hand, else what is stored; null is nothing. */
  readonly value: Json;
  /** Whether `value` is what somebody put in and not what is stored. */
  readonly isRaw: boolean;
  readonly change: (raw: Json) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** The sentence under the field; undefined if all is well. */
  readonly error: ReactNode;
  /** The mark that two versions stand here; undefined if not. */
  readonly contested: ReactNode;
  readonly isSaved: boolean;
};

export type RecordForm = {
  /** The record as it is shown; undefined if nobody wrote it yet. */
  readonly record: VersionedRecord | undefined;
  /** Whether the case file is read. Until then nothing should be drawn. */
  readonly isLoaded: boolean;
  readonly recordId: string;
  /** Props for a text field; `whole` reads a whole number. */
  readonly field: (path: string, as?: 'text' | 'whole') => FieldProps;
  /** A leaf for a controlled field; `reading` turns what the control holds into what is stored. */
  readonly leaf: (path: string, reading?: Reading) => Leaf;
  /** The mark of a path that is no field: whether an item is deleted, where it stands in its list. */
  readonly contested: (path: string) => ReactNode;
  /** Writes at once, as one deed: adding, removing, moving, closing. Further edits belong to the same deed. */
  readonly write: (set: Edit['set'], more?: readonly Edit[]) => Promise<boolean>;
  readonly session: RecordSession;
};

/** What a controlled field needs of a form: enough for one that is not saved as it is typed, too. */
export type LeafSource = Pick<RecordForm, 'leaf'>;

const asText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const readingOf = { text: readText, whole: readWhole };

/** The form library takes dots and brackets in a name for a path, and `|` for nothing. */
const nameOf = (recordId: string, path: string): string => `${recordId}:${path}`;

const textOf = (target: unknown): string =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement
    ? target.value
    : '';

/** Saves when the tablet is put away or the page goes, and tells lock and update prompt what is unsaved. */
const useSaving = (session: RecordSession): void => {
  useEffect(() => {
    const forget = watchUnsaved(session);
    const save = (): void => void session.flush();
    const saveIfHidden = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    document.addEventListener('visibilitychange', saveIfHidden);
    window.addEventListener('pagehide', save);
    return () => {
      document.removeEventListener('visibilitychange', saveIfHidden);
      window.removeEventListener('pagehide', save);
      void session.flush().then(forget);
    };
  }, [session]);
};

type RecordFormOptions = {
  readonly caseId: string;
  readonly kind: KindDefinition;
  readonly recordId: string;
  /** What a record begins with that is not there yet; the same object at every drawing. */
  readonly beginning?: Beginning;
};

/**
 * Opens the form of a record. Each field saves itself 400 ms after the last key, when it is left and when the page is
 * put away. Only what a hand touched is written, resting on what the field showed when it was opened.
 */
export const useRecordForm = ({ caseId, kind, recordId, beginning }: RecordFormOptions): RecordForm => {
  const store = useStore();
  const file = useCaseFile(caseId);
  const { t } = useTexts('forms');
  const words = useProblemWords();
  const session = useMemo(
    () => createRecordSession({ store, caseId, kind, recordId, beginning }),
    [store, caseId, kind, recordId, beginning],
  );
  useSyncExternalStore(session.subscribe, session.version);
  useSaving(session);
  const inputs = useForm<Record<string, string>>();
  const texts = useRef(new Map<string, 'text' | 'whole'>());
  const record = file?.records.get(recordId);

  const stored = (path: string): Json | undefined =>
    record === undefined ? beginning?.set[path] : record.values[path];
  const shownText = (path: string, as: 'text' | 'whole'): string =>
    asText(session.leaf(path, readingOf[as]).raw ?? stored(path));
  // What others wrote goes into the fields in which no hand is.
  useEffect(() => {
    for (const [path, as] of texts.current) {
      const name = nameOf(recordId, path);
      if (session.isEdited(path) && session.leaf(path, readingOf[as]).raw === undefined) continue;
      const text = shownText(path, as);
      if (inputs.getValues(name) !== text) inputs.setValue(name, text);
    }
  });

  const errorOf = (path: string, reading: Reading): ReactNode => {
    const state = session.leaf(path, reading);
    if (state.problem !== undefined) return words(state.problem);
    const failure = session.state();
    if (state.isFailed && (failure === 'storage-full' || failure === 'storage-failed'))
      return t(`failed.${failure}`);
    return undefined;
  };
  const contestedAt = (path: string, shown?: Json): ReactNode =>
    record !== undefined && versionsToDecide(record, path).length > 0 ? (
      <ContestedMark record={record} path={path} shown={shown} />
    ) : undefined;

  return {
    record,
    isLoaded: file !== undefined,
    recordId,
    field: (path, as = 'text') => {
      texts.current.set(path, as);
      const reading = readingOf[as];
      const registered = inputs.register(nameOf(recordId, path), {
        onChange: (event: { target: unknown }) => {
          session.touch(path, textOf(event.target), reading, { quiet: true });
        },
        onBlur: () => void session.blur(path),
      });
      const contested = contestedAt(path, session.leaf(path, reading).raw);
      return {
        name: registered.name,
        ref: registered.ref,
        onChange: (event) => void registered.onChange(event),
        onBlur: (event) => void registered.onBlur(event),
        onFocus: () => {
          session.focus(path);
        },
        defaultValue: shownText(path, as),
        error: errorOf(path, reading),
        ...(contested === undefined ? {} : { hint: contested }),
      };
    },
    leaf: (path, reading = readChoice) => {
      const { raw, isSaved } = session.leaf(path, reading);
      return {
        value: raw ?? stored(path) ?? null,
        isRaw: raw !== undefined,
        change: (next) => {
          session.touch(path, next, reading, { shown: record });
        },
        onFocus: () => {
          session.focus(path);
        },
        onBlur: () => void session.blur(path),
        error: errorOf(path, reading),
        contested: contestedAt(path, raw),
        isSaved,
      };
    },
    contested: contestedAt,
    write: session.write,
    session,
  };
};
