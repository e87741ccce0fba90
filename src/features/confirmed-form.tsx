// A form that asks first who it is: for deeds that change the ways in.
import { useState, type ReactNode } from 'react';
import { useConfirmation } from './confirmation.tsx';
import type { Confirmation } from './ports.tsx';
import { useTexts } from '#i18n/react.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import './confirmed-form.css';

/** What the form does once it is confirmed; answers what went wrong, in words. */
export type Deed = (confirmation: Confirmation, form: FormData) => Promise<string | null>;

/** The fields of the deed, those of the confirmation, and the button. */
export function ConfirmedForm({
  go,
  danger = false,
  deed,
  children,
  onCancel,
}: {
  readonly go: string;
  readonly danger?: boolean;
  readonly deed: Deed;
  readonly children?: ReactNode;
  /** Left out where something else leads back. */
  readonly onCancel?: () => void;
}) {
  const { t } = useTexts('settings');
  const [isBusy, setIsBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const confirming = useConfirmation(t('pinPassword'), wrong, children === undefined);
  const submit = async (form: FormData): Promise<void> => {
    const confirmation = confirming.read(form);
    if (confirmation === null) return setWrong(t('missing'));
    setIsBusy(true);
    const words = await deed(confirmation, form);
    setIsBusy(false);
    setWrong(words ?? undefined);
  };
  return (
    <form
      className="g-confirmed-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void submit(new FormData(event.currentTarget));
      }}
    >
      {children}
      {confirming.fields}
      <ButtonRow>
        <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={isBusy}>
          {isBusy ? t('app:moment') : go}
        </Button>
        {onCancel && (
          <Button variant="quiet" onClick={onCancel}>
            {t('app:cancel')}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}
