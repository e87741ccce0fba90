// What lies on this device, and how safe it is there.
import { usePorts } from '#features/ports.tsx';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useCases } from '#store/react.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { roundBytes } from './waiting.ts';

/** Cases, room, protection. */
export function DeviceCard() {
  const { t } = useTexts('transfer');
  const { number } = useFormat();
  const { storage } = usePorts();
  const count = useCases().length;
  const size = (bytes: number): string => {
    const { figure, unit } = roundBytes(bytes);
    return t('size', { figure: number(figure), unit });
  };
  const { used, quota, isPersistent } = storage;
  const room =
    used === null || quota === null ? t('unknown') : t('room', { used: size(used), quota: size(quota) });
  const protection = isPersistent === null ? t('unknown') : t(isPersistent ? 'protected' : 'unprotected');
  return (
    <Card title={t('device')}>
      <DefinitionList
        look="ends"
        items={[
          { term: t('cases'), value: number(count) },
          { term: t('storage'), value: room },
          { term: t('protection'), value: protection },
        ]}
      />
    </Card>
  );
}
