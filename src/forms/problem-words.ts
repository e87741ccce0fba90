// The sentence for each reason why an entry cannot be stored.
import { useCallback } from 'react';
import { useFormat, useTexts } from '#i18n/react.tsx';
import type { Problem } from './judging.ts';

/** Says what is wrong with an entry, with an example of what is right. */
export const useProblemWords = (): ((problem: Problem) => string) => {
  const { t } = useTexts('forms');
  const { number } = useFormat();
  return useCallback(
    ({ type, limit }) =>
      limit === undefined || (type !== 'too-small' && type !== 'too-big' && type !== 'too-long')
        ? t(`problem.${type}`, { limit: '' })
        : t(`problem.${type}`, { limit: type === 'too-long' ? number(limit) : String(limit) }),
    [t, number],
  );
};
