// Geleit on the home screen: offered from the second visit on, put away for a month if nobody wants it.
import { useState } from 'react';
import { usePorts } from '#features/ports.tsx';
import { useTexts } from '#i18n/react.tsx';
import { keepChoice, readChoice } from '#store/device-choices.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { iconDeviceTablet, iconPlus, iconShare } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { isInstallOffered, isPadOrPhone } from './install-offer.ts';
import './settings.css';

/** Apple's browsers ask nothing: the way is drawn. */
function DrawnWay() {
  const { t } = useTexts('settings');
  return (
    <ol className="g-settings-steps">
      <li>
        <Icon icon={iconShare} size={24} />
        <span>{t('install.share')}</span>
      </li>
      <li>
        <Icon icon={iconPlus} size={24} />
        <span>{t('install.add')}</span>
      </li>
    </ol>
  );
}

/** The card, or nothing. */
export function InstallCard() {
  const { t } = useTexts('settings');
  const { install } = usePorts();
  const [isAway, setIsAway] = useState(false);
  const visits = Number(readChoice('visits') ?? 0);
  const isDrawn = isPadOrPhone(navigator.userAgent, navigator.maxTouchPoints);
  const offer = { ...install, visits, isDrawn, putAway: readChoice('install-hint'), now: new Date() };
  if (isAway || !isInstallOffered(offer)) return null;
  return (
    <Card title={t('install.title')} icon={iconDeviceTablet}>
      <Stack gap={12}>
        <p>{t('install.text')}</p>
        {!install.canAsk && <DrawnWay />}
        <ButtonRow>
          {install.canAsk && <Button onClick={() => void install.ask()}>{t('install.go')}</Button>}
          <Button
            variant="quiet"
            onClick={() => {
              keepChoice('install-hint', new Date().toISOString());
              setIsAway(true);
            }}
          >
            {t('install.later')}
          </Button>
        </ButtonRow>
      </Stack>
    </Card>
  );
}
