// How a case is introduced in its head: languages, place, status; and the name of somebody who has none yet.
import type { CaseSummary } from '#domain/case-summary.ts';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';

/** The second line below a name: "Arabisch, Kurmandschi · Adersbeck · Aufenthaltsgestattung". */
export const useCaseLine = (): ((summary: CaseSummary) => string) => {
  const { languageName } = useFormat();
  const nameOf = useCodeNames('codes');
  return ({ languages, place, accommodation, status }) =>
    [
      languages.map(languageName).join(', '),
      place ?? (accommodation === null ? '' : (nameOf('accommodation', accommodation) ?? accommodation)),
      status === null ? '' : (nameOf('residence_status', status) ?? status),
    ]
      .filter((part) => part !== '')
      .join(' · ');
};

/** A name, or what stands for one that nobody has written down yet. */
export const useNameWords = (): ((name: string) => string) => {
  const { t } = useTexts('case');
  return (name) => (name === '' ? t('unnamed') : name);
};
