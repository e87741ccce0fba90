// On which tablets cases still lie that have gone to somebody else: asked of the server while there are any.
import { useCallback, useEffect, useState } from 'react';
import { usePorts, type StillHeld } from '#features/ports.tsx';
import { textAt } from '#domain/reading.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useCounty, useTransferFacts } from '#store/react.tsx';

/** Says it for a case; undefined if no tablet is known to hold it. Without a connection nothing is said. */
export const useStillHeld = (
  today: string,
): { readonly stillOn: (caseId: string) => string | undefined; readonly ask: () => void } => {
  const { t } = useTexts('review');
  const { instantNear, list } = useFormat();
  const { handOver } = usePorts();
  const { lastSuccess } = useTransferFacts();
  const county = useCounty();
  const [held, setHeld] = useState<readonly StillHeld[]>([]);
  const [asked, setAsked] = useState(0);
  const ask = useCallback(() => setAsked((times) => times + 1), []);
  // While a tablet is still to be heard of, every transfer may bring its word.
  const moment = held.length > 0 ? lastSuccess : null;
  useEffect(() => {
    let isHere = true;
    void handOver.held().then((answer) => {
      if (isHere && answer.ok) setHeld(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, [handOver, asked, moment]);
  const stillOn = useCallback(
    (caseId: string): string | undefined => {
      const tablets = held
        .filter((one) => one.caseId === caseId)
        .map(({ device, user, lastSeen }) => {
          const name = textAt(county.records.get(user)?.values, 'name') ?? t('unknownOwner');
          return t('stillOnOne', {
            // many a device bears the name of whoever uses it
            device: device.includes(name) ? device : `${device} · ${name}`,
            when: lastSeen === null ? t('neverSent') : instantNear(lastSeen, today),
          });
        });
      return tablets.length === 0 ? undefined : t('stillOn', { tablets: list(tablets) });
    },
    [held, county, t, instantNear, list, today],
  );
  return { stillOn, ask };
};
