// Where the entries of a form are, in the head of its section: on this tablet, or not yet and why.
import { useTexts } from '#i18n/react.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import type { RecordForm } from './record-form.tsx';

/** Says whether what was put in lies on this tablet; nothing before the first save. Stands still, so nothing jumps. */
export const SaveMark = ({ form }: { readonly form: Pick<RecordForm, 'session'> }) => {
  const { t } = useTexts('forms');
  const state = form.session.state();
  return (
    <span className="g-forms-save" role="status">
      {state === 'saved' && <SyncMark state="saved">{t('savedHere')}</SyncMark>}
      {(state === 'storage-full' || state === 'storage-failed') && (
        <SyncMark state="refused">{t(`failed.${state}`)}</SyncMark>
      )}
    </span>
  );
};
