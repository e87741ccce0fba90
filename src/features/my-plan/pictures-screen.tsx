// The plan for those who do not read: the whole way as beads, one picture, one voice, and four tiles that speak.
import type { ReactNode } from 'react';
import { useLocalVoice, useSaying, type Saying } from '#i18n/react.tsx';
import { speak } from '#i18n/speech.ts';
import type { PlanStep } from '#protocol/plan-view.ts';
import { Beads } from '#ui/beads.tsx';
import { IconButton, IconLink } from '#ui/button.tsx';
import { iconArrowLeft, iconArrowRight, iconPhone, iconRoute, iconVolume } from '#ui/icon-paths.ts';
import { DayLeaf, PictureTile, TileGrid, VoiceCard } from '#ui/no-reading.tsx';
import type { PictogramName } from '#ui/pictogram.tsx';
import { bringPictogram, stepPictogram } from '#ui/step-pictogram.ts';
import { hrefTo } from './address.ts';
import { dialAddress } from './contact.ts';
import { ListenButton } from './listen-button.tsx';
import type { Station } from './path-steps.ts';
import { isClock, laterToWords } from '#i18n/step-words.ts';
import { stepToWords, type StepWords } from './step-words.ts';
import { thingsToBring } from './things-to-bring.ts';
import { Said, Written } from './written.tsx';

type SpeakingTileProps = {
  readonly pictogram?: PictogramName;
  readonly picture?: ReactNode;
  /** What is said when it is pressed. */
  readonly sentence: string;
  /** Where it leads on a phone without a voice. */
  readonly href: string;
  readonly children: ReactNode;
};

function SpeakingTile({ sentence, href, children, ...pictures }: SpeakingTileProps) {
  const { language } = useSaying('plan');
  const voice = useLocalVoice(language.intl);
  if (voice === undefined)
    return (
      <PictureTile {...pictures} href={href}>
        {children}
      </PictureTile>
    );
  const say = () => {
    speak([sentence], voice, () => undefined);
  };
  return (
    <PictureTile {...pictures} icon={iconVolume} onClick={say}>
      {children}
    </PictureTile>
  );
}

type TileProps = {
  readonly step: PlanStep;
  readonly words: StepWords;
  readonly saying: Saying<'plan'>;
  readonly href: string;
};

/** A leaf with five dots for the working week, and a clock face: only if both can be drawn. */
const leafOf = ({ from, time, contested }: PlanStep): ReactNode => {
  if (contested || from === null || !isClock(time)) return undefined;
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return <DayLeaf day={Number(from.slice(8, 10))} weekday={weekday} hour={hour} minute={minute} />;
};

function WhenTile({ step, words, href }: TileProps) {
  if (words.date === '') return null;
  const leaf = leafOf(step);
  return (
    <SpeakingTile
      {...(leaf === undefined ? { pictogram: 'date' } : { picture: leaf })}
      sentence={`${words.date}. ${words.time?.text ?? ''}`}
      href={href}
    >
      {words.date}
      {words.time && (
        <>
          <br />
          <Said words={words.time} />
        </>
      )}
    </SpeakingTile>
  );
}

/** A tile for each thing: it is looked at while packing the bag. */
function BringTiles({ step, saying, href }: TileProps) {
  return thingsToBring(step.bring).map((code) => {
    const name = saying.codeName('bring', code) ?? code;
    return (
      <SpeakingTile
        key={code}
        pictogram={bringPictogram(code)}
        sentence={`${saying.t('step.bring')} ${name}`}
        href={href}
      >
        {name}
      </SpeakingTile>
    );
  });
}

/** More beads than five do not fit a small phone: those around the step that is looked at. */
const mostBeads = 5;

const around = (stations: readonly Station[], at: number): readonly Station[] => {
  const first = Math.max(0, Math.min(at - 2, stations.length - mostBeads));
  return stations.slice(first, first + mostBeads);
};

type PicturesScreenProps = {
  readonly stations: readonly Station[];
  readonly at: number;
  readonly secret: string;
  readonly today: string;
  /** Back to the plan in words. */
  readonly onWords: () => void;
};

/** One step in pictures, and the way to the one before and after. */
export function PicturesScreen({ stations, at, secret, today, onWords }: PicturesScreenProps) {
  const saying = useSaying('plan');
  const { t } = saying;
  const station = stations[at];
  if (station === undefined) return null;
  const { step, kind } = station;
  const words = stepToWords(step, saying, today);
  const state =
    kind === 'now' ? t('path.now') : kind === 'later' ? laterToWords(step, saying, today) : words.state;
  const href = hrefTo(secret, { at: 'step', step: step.id });
  const to = (next: Station | undefined) => next && hrefTo(secret, { at: 'pictures', step: next.step.id });
  const [before, after] = [to(stations[at - 1]), to(stations[at + 1])];
  return (
    <div className={kind === 'now' ? 'p-pictures' : 'p-pictures p-pictures-other'}>
      <Beads
        label={t('path.label')}
        stations={around(stations, at).map((one) => ({
          id: one.step.id,
          pictogram: stepPictogram(one.step.type),
          state: one.kind === 'over' ? 'later' : one.kind,
          label: stepToWords(one.step, saying, today).title.text,
        }))}
      />
      <VoiceCard
        pictogram={stepPictogram(step.type)}
        title={<Said words={words.title} />}
        voice={
          <>
            {kind !== 'now' && <p>{state}</p>}
            <ListenButton
              look="wide"
              sentences={[words.title.text, state, words.date, words.time?.text ?? null, words.where]}
            />
          </>
        }
      />
      <TileGrid>
        <WhenTile {...{ step, words, saying, href }} />
        {words.where !== null && (
          <SpeakingTile pictogram="place" sentence={words.where} href={href}>
            <Written>{words.where}</Written>
          </SpeakingTile>
        )}
        <BringTiles {...{ step, words, saying, href }} />
        {step.contactPhone !== null && (
          <PictureTile picture={iconPhone} href={dialAddress(step.contactPhone)} chosen>
            {t('step.call')}
          </PictureTile>
        )}
      </TileGrid>
      <nav className="p-turn" aria-label={t('nav.label')}>
        {before === undefined ? (
          <span />
        ) : (
          <IconLink
            icon={iconArrowLeft}
            variant="soft"
            size="l"
            label={t('pictures.previous')}
            href={before}
          />
        )}
        <IconButton icon={iconRoute} size="l" label={t('pictures.toWords')} onClick={onWords} />
        {after === undefined ? (
          <span />
        ) : (
          <IconLink icon={iconArrowRight} variant="tint" size="l" label={t('pictures.next')} href={after} />
        )}
      </nav>
    </div>
  );
}
