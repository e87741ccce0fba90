// Before a list of names leaves the program: what is in it, and that it stays inside.
import { useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { iconDownload } from '#ui/icon-paths.ts';

type ExportDialogProps = {
  readonly open: boolean;
  readonly count: number;
  readonly onClose: () => void;
  readonly onExport: () => void;
};

/** Asks once, the safe answer first. */
export function ExportDialog({ open, count, onClose, onExport }: ExportDialogProps) {
  const { t } = useTexts('review');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('exportTitle')}
      actions={
        <>
          <Button onClick={onClose}>{t('app:cancel')}</Button>
          <Button
            icon={iconDownload}
            onClick={() => {
              onExport();
              onClose();
            }}
          >
            {t('exportGo')}
          </Button>
        </>
      }
    >
      <p>{t('exportWhat', { count })}</p>
      <p>{t('exportInside')}</p>
    </Dialog>
  );
}
