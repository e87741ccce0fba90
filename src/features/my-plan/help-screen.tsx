// Help: whom to call, who sees what, and what can be set on this phone.
import { useState } from 'react';
import { textSizes, type TextSize } from '#i18n/reading-choice.ts';
import { useSaying } from '#i18n/react.tsx';
import type { PlanView } from '#protocol/plan-view.ts';
import { Avatar } from '#ui/avatar.tsx';
import { PlanHead } from '#ui/bottom-bar.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { iconLanguage, iconPhone, iconPhoto, iconPrinter, iconTrash } from '#ui/icon-paths.ts';
import { HelpRow } from '#ui/path-line.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { hrefTo } from './address.ts';
import { initialsOf } from '#ui/initials.ts';
import { contactOf, dialAddress } from './contact.ts';
import { ListenButton } from './listen-button.tsx';
import { Written } from './written.tsx';

type HelpProps = {
  readonly plan: PlanView;
  readonly secret: string;
  readonly textSize: TextSize;
  readonly onTextSize: (size: TextSize) => void;
  readonly onPictures: () => void;
  readonly onPrint: () => void;
  readonly onRemove: () => void;
};

function RemoveDialog({
  open,
  onClose,
  onRemove,
}: {
  open: boolean;
  onClose: () => void;
  onRemove: () => void;
}) {
  const { t } = useSaying('plan');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('help.removeAsk')}
      actions={
        <>
          <Button variant="primary" size="l" onClick={onClose}>
            {t('help.removeNo')}
          </Button>
          <Button variant="danger" size="l" onClick={onRemove}>
            {t('help.removeYes')}
          </Button>
        </>
      }
    >
      <p>{t('help.removeText')}</p>
    </Dialog>
  );
}

/** Everything that is not the path. */
export function HelpScreen({ plan, secret, textSize, onTextSize, onPictures, onPrint, onRemove }: HelpProps) {
  const { t, language } = useSaying('plan');
  const [asking, setAsking] = useState(false);
  const contact = contactOf(plan);
  const privacy = [t('help.privacyOffice'), t('help.privacyPhone'), t('help.privacyCare')];
  const sizeNames = { normal: t('help.textNormal'), large: t('help.textLarge'), huge: t('help.textHuge') };
  const sentences = [
    ...[t('help.askTitle'), t('help.askText'), t('help.notClearTitle'), t('help.notClearText')],
    ...[t('help.privacyTitle'), ...privacy],
  ];
  return (
    <div className="p-help">
      <PlanHead title={t('help.title')} end={<ListenButton look="head" sentences={sentences} />} />
      <section>
        <h2>{t('help.askTitle')}</h2>
        <p>{t('help.askText')}</p>
        <p className="p-office">
          <Written>{plan.office}</Written>
        </p>
        <HelpRow
          avatar={<Avatar initials={initialsOf(contact.name)} size={44} own />}
          label={t('step.who')}
          name={<Written>{contact.name}</Written>}
          action={
            contact.phone !== null && (
              <LinkButton variant="tint" size="l" icon={iconPhone} href={dialAddress(contact.phone)}>
                {t('step.call')}
              </LinkButton>
            )
          }
        />
      </section>
      <section>
        <h2>{t('help.notClearTitle')}</h2>
        <p>{t('help.notClearText')}</p>
      </section>
      <section>
        <h2>{t('help.privacyTitle')}</h2>
        {privacy.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section className="p-settings">
        <h2>{t('help.settings')}</h2>
        <LinkButton
          variant="soft"
          size="l"
          wide
          icon={iconLanguage}
          href={hrefTo(secret, { at: 'language' })}
        >
          {t('help.language')}: {language.endonym}
        </LinkButton>
        <Button variant="soft" size="l" wide icon={iconPhoto} onClick={onPictures}>
          {t('pictures.toPictures')}
        </Button>
        <h3>{t('help.textSize')}</h3>
        <SegmentedControl
          label={t('help.textSize')}
          value={textSize}
          onChange={onTextSize}
          options={textSizes.map((value) => ({ value, label: sizeNames[value] }))}
        />
        <Button variant="soft" size="l" wide icon={iconPrinter} onClick={onPrint}>
          {t('path.print')}
        </Button>
        <Button
          variant="danger"
          size="l"
          wide
          icon={iconTrash}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('help.remove')}
        </Button>
      </section>
      <RemoveDialog
        open={asking}
        onClose={() => {
          setAsking(false);
        }}
        onRemove={onRemove}
      />
    </div>
  );
}
