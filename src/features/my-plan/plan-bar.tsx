// The three places of the plan.
import { useTexts } from '#i18n/react.tsx';
import { BottomBar, BottomBarItem } from '#ui/bottom-bar.tsx';
import { iconCalendar, iconHelpCircle, iconRoute } from '#ui/icon-paths.ts';
import { hrefTo, type Place } from './address.ts';

const places = [
  { at: 'path', icon: iconRoute },
  { at: 'appointments', icon: iconCalendar },
  { at: 'help', icon: iconHelpCircle },
] as const;

/** My path, dates, help. */
export function PlanBar({ secret, at }: { readonly secret: string; readonly at: Place['at'] }) {
  const { t } = useTexts('plan');
  return (
    <BottomBar label={t('nav.label')}>
      {places.map((place) => (
        <BottomBarItem
          key={place.at}
          href={hrefTo(secret, { at: place.at })}
          icon={place.icon}
          label={t(`nav.${place.at}`)}
          current={place.at === at}
        />
      ))}
    </BottomBar>
  );
}
