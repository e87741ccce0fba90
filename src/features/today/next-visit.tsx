// The visit that comes next: who, where, in which language, what is still open, and the way into the talk.
import type { ReactNode } from 'react';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { DayNowCard } from '#ui/day-path.tsx';
import { iconAlertTriangle, iconLanguage, iconMapPin, iconMessageCircle, iconUser } from '#ui/icon-paths.ts';
import type { IconPicture } from '#ui/icon.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { isDisputed, minutesBetween, type Visit } from './day.ts';

/** From here on "in 3 hours" says more than minutes. */
const LONG = 90;

/** How long until then, or since then. */
export const useUntil = (): ((now: string, at: string) => string) => {
  const { t } = useTexts('today');
  return (now, at) => {
    const minutes = minutesBetween(now, at);
    if (minutes === 0) return t('now');
    if (minutes <= -LONG) return t('sinceHours', { count: Math.round(-minutes / 60) });
    if (minutes < 0) return t('sinceMinutes', { count: -minutes });
    return minutes < LONG
      ? t('inMinutes', { count: minutes })
      : t('inHours', { count: Math.round(minutes / 60) });
  };
};

type Fact = { readonly icon: IconPicture; readonly text: ReactNode };

const useFacts = (visit: Visit): readonly Fact[] => {
  const { summary, appointment } = visit;
  const { t } = useTexts('today');
  const { languageName } = useFormat();
  const codes = useCodeNames('codes');
  const label = (list: string, code: string | null): string | null =>
    code === null || code === 'NONE' ? null : (codes(list, code) ?? code);
  const place = appointment.place ?? label('contact_type', appointment.mode);
  const language = summary.languages[0];
  const speaking = [
    language === undefined ? null : languageName(language),
    label('interpreter_kind', appointment.interpreter),
  ].filter((part) => part !== null);
  const open = summary.profileTotal - summary.profileDone;
  const dotted = (parts: readonly string[]): ReactNode => <span dir="auto">{parts.join(' · ')}</span>;
  return [
    ...(place === null ? [] : [{ icon: iconMapPin, text: <span dir="auto">{place}</span> }]),
    ...(speaking.length === 0 ? [] : [{ icon: iconLanguage, text: dotted(speaking) }]),
    ...(appointment.withWhom === null ? [] : [{ icon: iconUser, text: <bdi>{appointment.withWhom}</bdi> }]),
    ...(isDisputed(visit) ? [{ icon: iconAlertTriangle, text: t('twoVersions') }] : []),
    ...(open <= 0
      ? []
      : [{ icon: iconMessageCircle, text: t('profileOpen', { count: open, total: summary.profileTotal }) }]),
  ];
};

/** The raised card of the day. */
export function NextVisit({
  visit,
  isOver,
  now,
  goTo,
}: {
  readonly visit: Visit;
  /** Its time has passed, and nothing is written about it yet. */
  readonly isOver: boolean;
  readonly now: string;
  readonly goTo: (href: string) => void;
}) {
  const { t } = useTexts('today');
  const until = useUntil();
  const facts = useFacts(visit);
  const { summary, appointment } = visit;
  const caseHref = `/faelle/${summary.caseId}`;
  return (
    <DayNowCard
      tag={<StatusTag tone="next">{t(isOver ? 'stillOpen' : 'next')}</StatusTag>}
      aside={until(now, appointment.at)}
      title={<bdi>{summary.name || t('nameless')}</bdi>}
      facts={facts}
      actions={
        <>
          <Button
            variant="primary"
            size="l"
            onClick={() => goTo(`${caseHref}/gespraeche?neu=1&termin=${appointment.id}`)}
          >
            {t(isOver ? 'writeTalk' : 'beginTalk')}
          </Button>
          <LinkButton variant="quiet" size="l" href={`${caseHref}/ueberblick`}>
            {t('openCase')}
          </LinkButton>
        </>
      }
    />
  );
}
