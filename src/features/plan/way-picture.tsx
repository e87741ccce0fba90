// The way as lanes over the months, with its words: what runs, what is next, what is planned, and the days of waiting.
import { useFormat, useTexts } from '#i18n/react.tsx';
import { LaneChart } from '#ui/lane-chart.tsx';
import { monthStarts } from '#ui/lane-layout.ts';
import type { Station } from './stations.ts';
import { useStepWords } from './step-words.ts';
import { wayChartOf, type WayBar } from './way-chart.ts';

type WayPictureProps = {
  readonly stations: readonly Station[];
  readonly today: string;
  readonly onSelect: (id: string) => void;
};

/** The picture; bars open their step. */
export function WayPicture({ stations, today, onSelect }: WayPictureProps) {
  const { t } = useTexts('plan-edit');
  const { language } = useFormat();
  const { nameOf, stateWordOf, whenOf } = useStepWords();
  const chart = wayChartOf(stations, today);
  const monthName = new Intl.DateTimeFormat(language.intl, { month: 'short', timeZone: 'UTC' });

  const subOf = ({ station, state, isDated }: WayBar): string => {
    const said =
      station.disputed !== undefined && !station.isContested ? t('step.disputed') : stateWordOf(station.step);
    if (state === 'running' && isDated) return said;
    return `${said} · ${whenOf(station)}`;
  };
  return (
    <LaneChart
      label={t('picture.label')}
      {...chart.axis}
      today={today}
      todayLabel={t('picture.today')}
      ticks={monthStarts(chart.axis, 2).map((date, index) => ({
        date,
        label: monthName.format(new Date(`${date}T00:00:00Z`)),
        year: index === 0 || date.slice(5, 7) === '01' ? date.slice(0, 4) : undefined,
      }))}
      lanes={chart.lanes.map(({ id, bars }) => ({
        id,
        label: t(`lane.${id}`),
        bars: bars.map((bar) => ({
          ...{ id: bar.id, from: bar.from, to: bar.to, state: bar.state },
          title: nameOf(bar.station.step),
          sub: subOf(bar),
        })),
      }))}
      waits={
        chart.waits.length === 0
          ? undefined
          : {
              label: t('lane.waiting'),
              items: chart.waits.map(({ from, to, days }) => ({
                ...{ from, to },
                label: t('wait.days', { count: days }),
              })),
            }
      }
      links={chart.links}
      onSelect={onSelect}
    />
  );
}
