// Choosing from a code list: chips up to seven, else the system's list. What may no longer be chosen is shown where it stands.
import type { ReactNode } from 'react';
import { codeEntry, codeLists, isSelectable, type CodeListName } from '#domain/codes.ts';
import type { Code } from '#domain/codes/code.ts';
import type { Json } from '#domain/json.ts';
import { today } from '#domain/local-time.ts';
import { useCodeNames, useTexts } from '#i18n/react.tsx';
import { ChoiceChips, MultiChoiceChips } from '#ui/choice-chips.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { LeafNote } from './leaf-note.tsx';
import type { LeafSource } from './record-form.tsx';

/** Above this many choices a list is quicker than chips. */
const MOST_CHIPS = 7;

/** The codes to offer: those that may be chosen today, and those that stand there already, whatever became of them. */
export const codesToOffer = (
  list: CodeListName,
  present: readonly string[],
  on: string,
): readonly string[] => {
  const all: readonly Code[] = codeLists[list];
  const offered = all.filter((code) => isSelectable(code, on));
  const first = offered.filter(({ restricted }) => restricted !== true);
  const rest = offered.filter(({ restricted }) => restricted === true);
  const codes = [...first, ...rest].map(({ code }) => code);
  return [...codes, ...present.filter((code) => code !== '' && !codes.includes(code))];
};

/** What a code is called; one that nobody named is shown as it is, one that may no longer be chosen says so. */
export const useCodeLabel = (): ((list: CodeListName, code: string) => string) => {
  const { t } = useTexts('forms');
  const nameOf = useCodeNames('codes');
  const on = today(new Date());
  return (list, code) => {
    const name = nameOf(list, code) ?? code;
    const entry = codeEntry(list, code);
    return entry !== undefined && !isSelectable(entry, on) ? t('historic', { name }) : name;
  };
};

type CodeLeafProps = {
  readonly form: LeafSource;
  readonly path: string;
  readonly list: CodeListName;
  readonly label: ReactNode;
  readonly hint?: ReactNode | undefined;
  readonly columns?: 2 | 3 | 4;
  /** list: the system's list even where chips would do, for fields that stand close together. */
  readonly look?: 'chips' | 'list';
  /** Only these of the list. */
  readonly only?: (code: string) => boolean;
};

const textsIn = (value: Json): string[] =>
  Array.isArray(value)
    ? value.filter((one) => typeof one === 'string')
    : typeof value === 'string'
      ? [value]
      : [];

/** One code. */
export const CodeLeaf = ({
  form,
  path,
  list,
  label,
  hint,
  columns = 3,
  look = 'chips',
  only,
}: CodeLeafProps) => {
  const { t } = useTexts('forms');
  const labelOf = useCodeLabel();
  const leaf = form.leaf(path);
  const [value = ''] = textsIn(leaf.value);
  const codes = codesToOffer(list, [value], today(new Date())).filter(
    (code) => code === value || only === undefined || only(code),
  );
  if (look === 'chips' && codes.length <= MOST_CHIPS)
    return (
      <div className="g-forms-leaf">
        <ChoiceChips
          label={label}
          columns={columns}
          options={codes.map((code) => ({ value: code, label: labelOf(list, code) }))}
          value={value === '' ? undefined : value}
          onChange={(code) => {
            leaf.change(code ?? null);
          }}
          clearable
        />
        {hint !== undefined && <p className="g-forms-note">{hint}</p>}
        <LeafNote leaf={leaf} />
      </div>
    );
  return (
    <SelectField
      label={label}
      hint={leaf.contested ?? hint}
      error={leaf.error}
      value={value}
      onFocus={leaf.onFocus}
      onBlur={leaf.onBlur}
      onChange={(event) => {
        leaf.change(event.currentTarget.value);
      }}
    >
      <option value="">{t('pleaseChoose')}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {labelOf(list, code)}
        </option>
      ))}
    </SelectField>
  );
};

/** Several codes. */
export const CodesLeaf = ({ form, path, list, label, hint, columns = 3, only }: CodeLeafProps) => {
  const labelOf = useCodeLabel();
  const leaf = form.leaf(path);
  const value = textsIn(leaf.value);
  const codes = codesToOffer(list, value, today(new Date())).filter(
    (code) => value.includes(code) || only === undefined || only(code),
  );
  return (
    <div className="g-forms-leaf">
      <MultiChoiceChips
        label={label}
        columns={columns}
        options={codes.map((code) => ({ value: code, label: labelOf(list, code) }))}
        value={value}
        onChange={leaf.change}
      />
      {hint !== undefined && <p className="g-forms-note">{hint}</p>}
      <LeafNote leaf={leaf} />
    </div>
  );
};

/** Yes or no; pressing the chosen one again takes the answer back. */
export const FlagLeaf = ({ form, path, label }: Pick<CodeLeafProps, 'form' | 'path' | 'label'>) => {
  const { t } = useTexts('forms');
  const leaf = form.leaf(path);
  return (
    <div className="g-forms-leaf g-forms-flag">
      <ChoiceChips<'yes' | 'no'>
        label={label}
        columns={2}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        value={leaf.value === true ? 'yes' : leaf.value === false ? 'no' : undefined}
        onChange={(answer) => {
          leaf.change(answer === undefined ? null : answer === 'yes');
        }}
        clearable
      />
      <LeafNote leaf={leaf} />
    </div>
  );
};
