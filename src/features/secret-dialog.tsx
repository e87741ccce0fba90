// A secret that was made for somebody: shown once, to copy or to print, and then gone.
import type { ReactNode } from 'react';
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { iconCopy, iconPrinter } from '#ui/icon-paths.ts';
import { useStatus } from '#ui/status-provider.tsx';
import './secret-dialog.css';

type SecretDialogProps = {
  readonly title: string;
  readonly name: string;
  readonly login: string;
  readonly secret: string;
  /** What it is for, and what to do with it. */
  readonly children: ReactNode;
  readonly onDone: () => void;
};

/** The dialog; only "done" closes it, so that it is not lost by a slip. */
export function SecretDialog({ title, name, login, secret, children, onDone }: SecretDialogProps) {
  const { t } = useTexts('app');
  const say = useStatus();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret);
      say({ words: t('secret.copied') });
    } catch {
      say({ words: t('secret.copyFailed') });
    }
  };
  return (
    <Dialog
      open
      onClose={() => undefined}
      title={title}
      actions={
        <>
          <Button variant="primary" onClick={onDone}>
            {t('secret.done')}
          </Button>
          <Button icon={iconCopy} onClick={() => void copy()}>
            {t('secret.copy')}
          </Button>
          <Button icon={iconPrinter} onClick={() => window.print()}>
            {t('secret.print')}
          </Button>
        </>
      }
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
        {' · '}
        <bdi>{login}</bdi>
      </p>
      <p className="g-secret" dir="ltr">
        {secret}
      </p>
      {children}
    </Dialog>
  );
}
