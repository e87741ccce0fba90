// Mehr: how somebody wants to work on this device, her password, and what the device promises.
import { usePorts } from '#features/ports.tsx';
import { languageByTag } from '#i18n/languages.ts';
import { useTexts } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { iconLock } from '#ui/icon-paths.ts';
import { PageHead, SectionHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { DeviceNameCard } from './device-name-card.tsx';
import { DevicesCard } from './devices-card.tsx';
import { InstallCard } from './install-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { PasskeyCard } from './passkey-card.tsx';
import { PinCard } from './pin-card.tsx';
import { SpareKeyCard } from './spare-key-card.tsx';
import './settings.css';

const languages = (['de', 'en'] as const).map((tag) => ({
  value: tag,
  label: languageByTag(tag)?.endonym ?? tag,
  lang: tag,
}));

function Person() {
  const { t } = useTexts('settings');
  const { session, lock } = usePorts();
  const say = useStatus();
  const lockOrSay = async (): Promise<void> => {
    await lock();
    say({ words: t('app:lockWaits') });
  };
  return (
    <Card title={<bdi>{session.user.name}</bdi>} note={<bdi>{session.user.login}</bdi>}>
      <Stack gap={12}>
        <p>
          {t(`role.${session.user.role}`)}
          {' · '}
          <bdi>{session.county}</bdi>
        </p>
        <div>
          <Button icon={iconLock} onClick={() => void lockOrSay()}>
            {t('lock')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

/** Who has one way in alone loses what was not transferred together with it. */
function OneWay() {
  const { t } = useTexts('settings');
  const { password, spare, passkeys } = usePorts().waysIn.ways;
  const count = Number(password) + Number(spare) + passkeys.length;
  return count === 1 ? <Banner tone="wait">{t('oneWay')}</Banner> : null;
}

function Looks() {
  const { t } = useTexts('settings');
  const { language, theme } = usePorts();
  return (
    <Card title={t('looks')}>
      <Stack gap={16}>
        <div className="g-setting">
          <span aria-hidden>{t('language')}</span>
          <SegmentedControl
            label={t('language')}
            options={languages}
            value={language.current === 'en' ? 'en' : 'de'}
            onChange={language.choose}
          />
        </div>
        {languageByTag(language.current)?.review === null && <p className="g-check-hint">{t('unread')}</p>}
        <div className="g-setting">
          <span aria-hidden>{t('theme')}</span>
          <SegmentedControl
            label={t('theme')}
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`themes.${value}`),
            }))}
            value={theme.current}
            onChange={theme.choose}
          />
        </div>
      </Stack>
    </Card>
  );
}

function Protection() {
  const { t } = useTexts('settings');
  const { isPersistent } = usePorts().storage;
  const state = isPersistent === null ? 'unknown' : isPersistent ? 'granted' : 'refused';
  return (
    <Card title={t('protection')}>
      <p>{t(`protected.${state}`)}</p>
    </Card>
  );
}

/** The page. */
export function SettingsPage() {
  const { t } = useTexts('settings');
  const { version } = usePorts();
  usePage(t('title'));
  return (
    <>
      <PageHead title={t('title')} />
      <div className="g-settings">
        <Stack gap={16}>
          <SectionHead size="m" title={t('you')} />
          <Person />
          <OneWay />
          <PasswordCard />
          <PasskeyCard />
          <PinCard />
          <SpareKeyCard />
        </Stack>
        <Stack gap={16}>
          <SectionHead size="m" title={t('device')} />
          <Looks />
          <DeviceNameCard />
          <DevicesCard />
          <Protection />
          <InstallCard />
          <Card title={t('about')}>
            <Stack gap={12}>
              <p>{t('version', { version })}</p>
              <p>{t('licence')}</p>
              <div>
                <LinkButton href="/mehr/barrierefreiheit">{t('accessibility.title')}</LinkButton>
              </div>
            </Stack>
          </Card>
        </Stack>
      </div>
    </>
  );
}
