// How a person's name is said: the parts in the order she uses, whatever the papers made of them (§6.5).
import type { NamePart, NamePartRole } from './name-part.ts';

/** What is known of a name. */
export type NameFacts = {
  /** In their order. */
  readonly parts: readonly NamePart[];
  readonly displayOrder?: readonly NamePartRole[] | undefined;
  readonly registerGiven?: string | null | undefined;
  readonly registerFamily?: string | null | undefined;
  readonly nameCalled?: string | null | undefined;
};

const isLatin = ({ script }: NamePart): boolean => script === undefined || script === 'Latn';

/** The name for lists and headings: from its parts, else as registered, else as the person wants to be called. */
export const displayName = ({
  parts,
  displayOrder,
  registerGiven,
  registerFamily,
  nameCalled,
}: NameFacts): string => {
  const latin = parts.filter(isLatin);
  const shown = latin.length > 0 ? latin : parts;
  const place = ({ role }: NamePart): number => {
    const index = displayOrder?.indexOf(role) ?? -1;
    return index < 0 ? (displayOrder?.length ?? 0) : index;
  };
  // Sorting is stable: parts of one role stay as they stand, and a particle that the order does not name goes last.
  const fromParts = [...shown].sort((a, b) => place(a) - place(b)).map(({ text }) => text.trim());
  const fromRegister = [registerGiven, registerFamily].map((text) => (text ?? '').trim());
  return (
    [fromParts, fromRegister, [(nameCalled ?? '').trim()]]
      .map((words) => words.filter(Boolean).join(' '))
      .find(Boolean) ?? ''
  );
};
