// Devices: which there are, when each was last heard, and taking one away. What lies on it goes at its next contact.
import { useState } from 'react';
import { localDay } from '#i18n/berlin-time.ts';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { useNow } from '#ui/use-now.ts';
import { ConfirmedForm } from './confirmed-form.tsx';
import { usePorts, type KnownDevice } from './ports.tsx';

type DeviceListProps = {
  readonly label: string;
  readonly devices: readonly KnownDevice[];
  /** Whose device it is; left out where all are one person's. */
  readonly nameOf?: (user: string) => string;
  /** The device that this is. */
  readonly here: string;
  readonly onRevoked: () => void;
};

function RevokeDialog({
  device,
  isHere,
  onClose,
  onRevoked,
}: {
  readonly device: KnownDevice;
  readonly isHere: boolean;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}) {
  const { t } = useTexts('settings');
  const failureWords = useFailureWords();
  const { devices } = usePorts();
  const say = useStatus();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('devices.revokeTitle')}
      actions={<Button onClick={onClose}>{t('app:cancel')}</Button>}
    >
      <p>
        <b>
          <bdi>{device.name}</bdi>
        </b>
      </p>
      <p>{t(isHere ? 'devices.revokeHere' : 'devices.revokeText')}</p>
      {device.waiting > 0 && <Banner tone="bad">{t('devices.willBeLost', { count: device.waiting })}</Banner>}
      <ConfirmedForm
        go={t('devices.revokeGo')}
        danger
        deed={async (confirmation) => {
          const revoked = await devices.revoke(confirmation, device.id);
          if (!revoked.ok) return failureWords(revoked.error.type);
          say({ words: t('devices.revoked') });
          onRevoked();
          return null;
        }}
      />
    </Dialog>
  );
}

/** The list; devices that were taken away stand at its end. */
export function DeviceList({ label, devices, nameOf, here, onRevoked }: DeviceListProps) {
  const { t } = useTexts('settings');
  const format = useFormat();
  const today = localDay(useNow().toISOString());
  const [asked, setAsked] = useState<KnownDevice | null>(null);
  const seenOf = ({ lastSeen, revokedAt }: KnownDevice): string => {
    if (revokedAt !== null) return t('devices.goneSince', { when: format.instantNear(revokedAt, today) });
    return lastSeen === null
      ? t('devices.neverSeen')
      : t('devices.seen', { when: format.instantNear(lastSeen, today) });
  };
  const ordered = [...devices].sort(
    (a, b) =>
      Number(a.revokedAt !== null) - Number(b.revokedAt !== null) ||
      (b.lastSeen ?? '').localeCompare(a.lastSeen ?? ''),
  );
  return (
    <>
      <RowList label={label}>
        {ordered.map((device) => (
          <Row
            key={device.id}
            cells={[
              <Lines
                key="name"
                first={
                  <>
                    <bdi>{device.name}</bdi>
                    {device.id === here && ` · ${t('devices.here')}`}
                  </>
                }
                second={nameOf === undefined ? undefined : <bdi>{nameOf(device.user)}</bdi>}
                third={
                  device.waiting > 0 && device.revokedAt === null
                    ? `${seenOf(device)} · ${t('devices.waiting', { count: device.waiting })}`
                    : seenOf(device)
                }
              />,
            ]}
            end={
              device.revokedAt === null && (
                <Button variant="quiet" onClick={() => setAsked(device)}>
                  {t('devices.revoke')}
                </Button>
              )
            }
          />
        ))}
      </RowList>
      {asked !== null && (
        <RevokeDialog
          device={asked}
          isHere={asked.id === here}
          onClose={() => setAsked(null)}
          onRevoked={() => {
            setAsked(null);
            onRevoked();
          }}
        />
      )}
    </>
  );
}
