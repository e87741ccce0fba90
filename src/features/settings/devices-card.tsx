// One's own devices, to take away one that is lost, or this one before it is handed in.
import { DeviceList } from '#features/device-list.tsx';
import { usePorts } from '#features/ports.tsx';
import { useDevices } from '#features/use-devices.ts';
import { useTexts } from '#i18n/react.tsx';
import { useTransferFacts } from '#store/react.tsx';
import { Card, Stack } from '#ui/card.tsx';

/** The card. What waits on this device is counted here, not at the server. */
export function DevicesCard() {
  const { t } = useTexts('settings');
  const { user } = usePorts().session;
  const { devices, look } = useDevices();
  const { device: here, waiting } = useTransferFacts();
  const own = (devices ?? [])
    .filter((device) => device.user === user.id)
    .map((device) => (device.id === here ? { ...device, waiting: waiting.length } : device));
  return (
    <Card title={t('devices.title')}>
      <Stack gap={12}>
        <p>{t('devices.text')}</p>
        {devices === null ? (
          <p>{t('devices.notTold')}</p>
        ) : (
          <DeviceList label={t('devices.title')} devices={own} here={here} onRevoked={look} />
        )}
      </Stack>
    </Card>
  );
}
