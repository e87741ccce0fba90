// What can be done with a step: into the calendar, onto paper; and the page of a step that is no longer there.
import { useSaying } from '#i18n/react.tsx';
import { FootDeeds } from '#ui/bottom-bar.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconCalendarPlus, iconPrinter } from '#ui/icon-paths.ts';
import { hrefTo } from './address.ts';

type StepDeedsProps = {
  /** Missing where there is no date to keep. */
  readonly onCalendar: (() => void) | null;
  readonly onPrint: () => void;
};

/** Into the calendar, onto paper. */
export function StepDeeds({ onCalendar, onPrint }: StepDeedsProps) {
  const { t } = useSaying('plan');
  return (
    <FootDeeds>
      {onCalendar && (
        <Button variant="soft" size="l" icon={iconCalendarPlus} onClick={onCalendar}>
          {t('step.calendar')}
        </Button>
      )}
      <Button variant="soft" size="l" icon={iconPrinter} onClick={onPrint}>
        {t('step.print')}
      </Button>
    </FootDeeds>
  );
}

/** The step was taken out of the plan while its page was open. */
export function StepGone({ secret }: { readonly secret: string }) {
  const { t } = useSaying('plan');
  return (
    <EmptyState
      title={t('step.goneTitle')}
      actions={
        <LinkButton variant="primary" size="l" href={hrefTo(secret, { at: 'path' })}>
          {t('step.toPath')}
        </LinkButton>
      }
    >
      {t('step.goneText')}
    </EmptyState>
  );
}
