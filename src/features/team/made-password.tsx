// A password the server made for somebody of the team.
import { SecretDialog } from '#features/secret-dialog.tsx';
import { useTexts } from '#i18n/react.tsx';

/** Whose it is, and the password. */
export type MadePassword = {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly isReset: boolean;
};

/** Shows it once. */
export function MadePasswordDialog({
  made,
  onDone,
}: {
  readonly made: MadePassword;
  readonly onDone: () => void;
}) {
  const { t } = useTexts('team');
  return (
    <SecretDialog
      title={t('madeTitle')}
      name={made.name}
      login={made.login}
      secret={made.password}
      onDone={onDone}
    >
      <p>{t('madeText')}</p>
      {made.isReset && <p>{t('madeFormer')}</p>}
    </SecretDialog>
  );
}
