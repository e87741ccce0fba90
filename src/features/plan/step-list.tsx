// The steps one below the other: the picture of the way on a phone, and on every screen the place where they are ordered.
import { useTexts } from '#i18n/react.tsx';
import { IconButton } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { iconArrowDown, iconArrowUp, iconCheck, iconEye, iconPencil, iconTrash } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { Pictogram } from '#ui/pictogram.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { stepPictogram } from '#ui/step-pictogram.ts';
import { nextIndexOf, stageOf, type Station } from './stations.ts';
import { useStepWords } from './step-words.ts';

type Deeds = {
  readonly move: (id: string, by: -1 | 1) => void;
  readonly remove: (id: string, name: string) => void;
};

type StepListProps = {
  readonly stations: readonly Station[];
  readonly onEdit: (id: string) => void;
  /** Up, down and away; without them the steps are only shown. */
  readonly deeds?: Deeds | undefined;
};

const lookOf = ({ step }: Station, isNext: boolean): string => {
  if (isNext) return 'next';
  if (step.state === 'ERFOLG') return 'done';
  const stage = stageOf(step);
  return stage === 'RUNNING' ? 'running' : stage === 'ENDED' ? 'over' : 'ahead';
};

function ListedStep({
  station,
  index,
  count,
  isNext,
  onEdit,
  deeds,
}: {
  readonly station: Station;
  readonly index: number;
  readonly count: number;
  readonly isNext: boolean;
} & Pick<StepListProps, 'onEdit' | 'deeds'>) {
  const { t } = useTexts('plan-edit');
  const { nameOf, stateWordOf, whenOf } = useStepWords();
  const { id, step } = station;
  const name = nameOf(step);
  const look = lookOf(station, isNext);
  return (
    <li className={classNames('g-plan-step', `g-plan-step-${look}`)}>
      <button type="button" className="g-plan-step-words" onClick={() => onEdit(id)}>
        <span className="g-plan-station">
          {look === 'done' ? (
            <Icon icon={iconCheck} size={24} heavy />
          ) : (
            <Pictogram name={stepPictogram(step.type ?? null)} size={28} />
          )}
        </span>
        <span className="g-plan-step-text">
          <bdi className="g-plan-step-name">{name}</bdi>
          <span>
            {stateWordOf(step)} · {whenOf(station)}
          </span>
          {station.disputed !== undefined && <SyncMark state="two-versions">{t('step.disputed')}</SyncMark>}
          {isNext && <b>{t('card.next')}</b>}
          {step.visible === true && (
            <span className="g-plan-visible">
              <Icon icon={iconEye} size={19} />
              <span>{t('card.visible')}</span>
            </span>
          )}
        </span>
        {deeds === undefined && <Icon icon={iconPencil} size={22} />}
      </button>
      {deeds !== undefined && (
        <span className="g-plan-step-deeds">
          <IconButton
            icon={iconArrowUp}
            label={t('order.up', { name })}
            disabled={index === 0}
            onClick={() => deeds.move(id, -1)}
          />
          <IconButton
            icon={iconArrowDown}
            label={t('order.down', { name })}
            disabled={index === count - 1}
            onClick={() => deeds.move(id, 1)}
          />
          <IconButton
            icon={iconTrash}
            label={t('order.remove', { name })}
            onClick={() => deeds.remove(id, name)}
          />
        </span>
      )}
    </li>
  );
}

/** The list; each step opens to be edited. */
export function StepList({ stations, onEdit, deeds }: StepListProps) {
  const { t } = useTexts('plan-edit');
  const next = nextIndexOf(stations);
  return (
    <ol className="g-plan-steps" aria-label={t('list.label')}>
      {stations.map((station, index) => (
        <ListedStep
          key={station.id}
          {...{ station, index, onEdit, deeds }}
          count={stations.length}
          isNext={index === next}
        />
      ))}
    </ol>
  );
}
