// Says what an entry is about: its kind, and its fields in words.
import { useCallback } from 'react';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';

/** More fields than these are counted, not named. */
const NAMED = 3;

/** Gives "Profil: Telefon, Adresse", or "Profil: Telefon, Adresse, E-Mail und 4 weitere". */
export const useEntryWords = (): ((kind: string, fields: readonly string[]) => string) => {
  const { t } = useTexts('transfer');
  const name = useCodeNames('transfer');
  const { list } = useFormat();
  return useCallback(
    (kind, fields) => {
      const what = name('kind', kind) ?? t('kindUnknown');
      const words = fields.map((field) => name(`field.${kind}`, field)).filter((word) => word !== null);
      const unique = [...new Set(words)];
      const rest = unique.slice(NAMED);
      const named = unique.slice(0, NAMED);
      if (named.length === 0) return what;
      const said = rest.length === 0 ? list(named) : list([...named, t('more', { count: rest.length })]);
      return t('entry', { what, fields: said });
    },
    [t, name, list],
  );
};
