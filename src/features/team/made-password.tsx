// A password the server made: shown once, to copy or to print, and then gone.
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { iconCopy, iconPrinter } from '#ui/icon-paths.ts';
import { useStatus } from '#ui/status-provider.tsx';
import './team.css';

/** Whose it is, and the password. */
export type MadePassword = {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly isReset: boolean;
};

/** The dialog; only "done" closes it, so that it is not lost by a slip. */
export function MadePasswordDialog({
  made,
  onDone,
}: {
  readonly made: MadePassword;
  readonly onDone: () => void;
}) {
  const { t } = useTexts('team');
  const say = useStatus();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(made.password);
      say({ words: t('copied') });
    } catch {
      say({ words: t('copyFailed') });
    }
  };
  return (
    <Dialog
      open
      onClose={() => undefined}
      title={t('madeTitle')}
      actions={
        <>
          <Button variant="primary" onClick={onDone}>
            {t('done')}
          </Button>
          <Button icon={iconCopy} onClick={() => void copy()}>
            {t('copy')}
          </Button>
          <Button icon={iconPrinter} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <p>
        <b>
          <bdi>{made.name}</bdi>
        </b>
        {' · '}
        <bdi>{made.login}</bdi>
      </p>
      <p className="g-made-password" dir="ltr">
        {made.password}
      </p>
      <p>{t('madeText')}</p>
      {made.isReset && <p>{t('madeFormer')}</p>}
    </Dialog>
  );
}
