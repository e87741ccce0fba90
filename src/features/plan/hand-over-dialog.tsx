// Handing the plan over: the code and its PIN, shown once, and whether a phone can use it already.
import { useTexts } from '#i18n/react.tsx';
import { useTransferFacts } from '#store/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { iconDeviceMobile, iconPrinter } from '#ui/icon-paths.ts';
import { QrCode } from '#ui/qr-code.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { linkTransferOf, type NewLink } from './plan-links.ts';
import { isOnThisDeviceOnly, planAddress } from './plan-secret.ts';

type HandOverDialogProps = {
  readonly link: NewLink;
  readonly publicUrl: string;
  /** What the plan will be in, by name; undefined if Geleit does not speak the person's language. */
  readonly languageName: string | undefined;
  readonly isBusy: boolean;
  /** Another code that wants no PIN, in the place of this one. */
  readonly onWithoutPin: () => void;
  readonly onClose: () => void;
  readonly onPrint: () => void;
};

/** The PIN to be said, in two groups of three. */
function PinToSay({ pin }: { readonly pin: string }) {
  const { t } = useTexts('plan-edit');
  return (
    <div className="g-plan-pin">
      <p>
        <span>{t('give.pin')}</span>{' '}
        <bdi dir="ltr" className="g-plan-pin-digits">
          {pin.slice(0, 3)}&nbsp;{pin.slice(3)}
        </bdi>
      </p>
      <p className="g-plan-note">{t('give.pinHow')}</p>
    </div>
  );
}

/** The dialog. After it is closed nobody can show code or PIN again. */
export function HandOverDialog(props: HandOverDialogProps) {
  const { link, publicUrl, languageName, isBusy, onWithoutPin, onClose, onPrint } = props;
  const { t } = useTexts('plan-edit');
  const transfer = linkTransferOf(useTransferFacts(), link.id);
  const address = planAddress(publicUrl, link.secret);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('give.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('give.done')}</Button>
          <Button variant="quiet" icon={iconPrinter} onClick={onPrint}>
            {t('give.print')}
          </Button>
          {link.pin !== null && (
            <Button variant="quiet" busy={isBusy} onClick={onWithoutPin}>
              {t('give.withoutPin')}
            </Button>
          )}
          {isOnThisDeviceOnly(publicUrl) && (
            <LinkButton
              variant="quiet"
              icon={iconDeviceMobile}
              href={address}
              target="_blank"
              rel="noreferrer"
            >
              {t('give.openView')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className="g-plan-give">
        <QrCode text={address} label={t('give.qr')} size={280} />
        <div className="g-plan-give-words">
          <p>
            <b>{t('give.how')}</b>
          </p>
          {link.pin === null ? <p>{t('give.noPin')}</p> : <PinToSay pin={link.pin} />}
          <p>{t('give.valid')}</p>
          <div role="status">
            <SyncMark state={transfer}>{t(`give.${transfer}`)}</SyncMark>
            {transfer === 'waiting' && <p>{t('give.waitingText')}</p>}
          </div>
          {isOnThisDeviceOnly(publicUrl) && <Banner tone="info">{t('give.local')}</Banner>}
          <p>
            {languageName === undefined ? t('give.inGerman') : t('give.language', { language: languageName })}
          </p>
          <p className="g-plan-note">{t('give.once')}</p>
        </div>
        <p className="g-plan-address">
          <span>{t('give.address')}</span>
          <bdi dir="ltr">{address}</bdi>
        </p>
      </div>
    </Dialog>
  );
}
