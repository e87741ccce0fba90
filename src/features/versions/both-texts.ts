// Keeping both versions of a text: one after the other in one field, each with who wrote it and when.
import { kindByName } from '#domain/kinds.ts';
import { leafSchemaAt } from '#domain/record.ts';
import { isOwnText } from '#forms/leaf-looks.ts';
import type { Question } from './questions.ts';

/**
 * Both texts as one, in the order of the sides; null where there is no text to keep, or the field cannot hold both.
 * @param signed a text with its author's name and day behind it
 */
export const bothTexts = (
  { record: { kind: name }, path, sides }: Question,
  signed: (text: string, side: Question['sides'][number]) => string,
): string | null => {
  if (!isOwnText(name, path)) return null;
  const texts = sides.flatMap((side) =>
    typeof side.value === 'string' && side.value.trim() !== '' ? [signed(side.value.trim(), side)] : [],
  );
  const kind = kindByName(name);
  const both = texts.join('\n\n');
  const schema = kind === undefined ? undefined : leafSchemaAt(kind, path);
  return texts.length > 1 && schema?.safeParse(both).success === true ? both : null;
};
