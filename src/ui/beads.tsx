// The whole path as beads on one line: pictures only, words for the ear.
import { classNames } from './class-names.ts';
import { iconCheck } from './icon-paths.ts';
import { Icon } from './icon.tsx';
import { Pictogram, type PictogramName } from './pictogram.tsx';
import './beads.css';
import './hidden.css';

type Station = {
  id: string;
  pictogram: PictogramName;
  state: 'done' | 'now' | 'later';
  /** Spoken. */
  label: string;
};

/** Beads for every station, in order. */
export function Beads({ label, stations }: { label: string; stations: readonly Station[] }) {
  return (
    <ol className="g-beads" aria-label={label}>
      {stations.map((station, index) => (
        <li
          key={station.id}
          className={classNames(stations[index - 1]?.state === 'done' && 'g-bead-after-done')}
          aria-current={station.state === 'now' ? 'step' : undefined}
        >
          <span className={`g-bead g-bead-${station.state}`}>
            {station.state === 'done' ? (
              <Icon icon={iconCheck} size={22} heavy />
            ) : (
              <Pictogram name={station.pictogram} size={station.state === 'now' ? 36 : 22} />
            )}
          </span>
          <span className="g-hidden">{station.label}</span>
        </li>
      ))}
    </ol>
  );
}
