// The parts of a name, each with what it is: many people have no family name, some have two (§6.5).
import * as z from 'zod/mini';
import type { Json } from '#domain/json.ts';
import { namePartRoles, namePartSchema, type NamePart } from '#domain/name-part.ts';
import { itemPath } from '#domain/path.ts';
import { ok } from '#domain/result.ts';
import { ItemList, useItems } from '#forms/items.tsx';
import type { Reading } from '#forms/judging.ts';
import type { RecordForm } from '#forms/record-form.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useTexts } from '#i18n/react.tsx';
import { FieldPair, SelectField, TextField } from '#ui/text-field.tsx';
import { More } from './parts.tsx';

/** What stands in the fields: the text may still be empty. */
const typedSchema = z.extend(namePartSchema, { text: z.string(), sounds: z.exactOptional(z.string()) });
const emptyPart: NamePart = { text: '', role: 'given' };

const partOf = (value: Json): NamePart => typedSchema.safeParse(value).data ?? emptyPart;

/** A part without text is nothing, whatever its role. */
export const readPart: Reading = (raw) => ok(partOf(raw).text.trim() === '' ? null : raw);

const PartFields = ({ form, id }: { readonly form: RecordForm; readonly id: string }) => {
  const { t } = useTexts('profile');
  const leaf = form.leaf(itemPath('nameParts', id, 'part'), readPart);
  const part = partOf(leaf.value);
  const change = (next: Partial<NamePart>): void => {
    const { sounds, ...rest } = { ...part, ...next };
    leaf.change(sounds === undefined || sounds === '' ? rest : { ...rest, sounds });
  };
  const wiring = { onFocus: leaf.onFocus, onBlur: leaf.onBlur };
  return (
    <>
      <FieldPair>
        <TextField
          label={t('person.part')}
          dir="auto"
          value={part.text}
          error={leaf.error}
          hint={leaf.contested}
          {...wiring}
          onChange={(event) => {
            change({ text: event.currentTarget.value });
          }}
        />
        <SelectField
          label={t('person.role')}
          value={part.role}
          {...wiring}
          onChange={(event) => {
            const role = namePartRoles.find((one) => one === event.currentTarget.value);
            if (role !== undefined) change({ role });
          }}
        >
          {namePartRoles.map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </SelectField>
      </FieldPair>
      <More>
        <TextField
          label={t('person.sounds')}
          value={part.sounds ?? ''}
          {...wiring}
          onChange={(event) => {
            change({ sounds: event.currentTarget.value });
          }}
        />
      </More>
    </>
  );
};

/** The list of parts, in the order they are said. */
export const NameParts = ({ form }: { readonly form: RecordForm }) => {
  const { t } = useTexts('profile');
  const items = useItems(form, 'nameParts', useUndo());
  return (
    <ItemList
      items={items}
      label={t('person.names')}
      hint={t('person.namesHint')}
      addLabel={t('person.addPart')}
      nameOf={({ leaves }, index) =>
        partOf(leaves['part'] ?? null).text || t('person.partAt', { index: index + 1 })
      }
      canMove
    >
      {({ id }) => <PartFields form={form} id={id} />}
    </ItemList>
  );
};
