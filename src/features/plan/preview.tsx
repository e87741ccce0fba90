// "This is how the person sees it": the visible steps as her phone will say them, in her language beside German.
import { useEffect, useRef } from 'react';
import { languageByTag } from '#i18n/languages.ts';
import { useTexts } from '#i18n/react.tsx';
import type { VersionedRecord } from '#domain/record.ts';
import { Banner } from '#ui/banner.tsx';
import { Dotted } from '#ui/dotted.tsx';
import { SectionHead } from '#ui/page-head.tsx';
import { Papers, PaperTile, PathDone, PathLater, PathLine, PathNow } from '#ui/path-line.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { bringPictogram, stepPictogram } from '#ui/step-pictogram.ts';
import { Both, Said, useSayings, type Sayings } from './both-languages.tsx';
import { usePartnerName } from './partners.ts';
import { laterWordsOf, phoneStationsOf, phoneWordsOf, type PhoneStation } from './phone-words.ts';
import { stationsOf, type Station } from './stations.ts';
import { useStepWords } from './step-words.ts';
import './preview.css';

type Shared = { readonly sayings: Sayings; readonly today: string };

function SecondLine({ station, sayings, today }: Shared & { readonly station: Station }) {
  const partnerNameOf = usePartnerName();
  const where = partnerNameOf(station.step) ?? station.step.place;
  return (
    <Both
      sayings={sayings}
      say={(saying) => {
        const { time } = phoneWordsOf(station, saying, today);
        return (
          <Dotted
            parts={[time && <Said words={time} />, where !== undefined && <bdi dir="auto">{where}</bdi>]}
          />
        );
      }}
    />
  );
}

function PhoneStep({ at: { station, kind }, sayings, today }: Shared & { readonly at: PhoneStation }) {
  const title = (
    <Both sayings={sayings} say={(saying) => <Said words={phoneWordsOf(station, saying, today).title} />} />
  );
  const pictogram = stepPictogram(station.step.type ?? null);
  const state = <Both sayings={sayings} say={(saying) => phoneWordsOf(station, saying, today).state} />;
  if (kind === 'done') return <PathDone title={title} when={state} />;
  if (kind === 'over') return <PathLater pictogram={pictogram} title={title} when={state} />;
  if (kind === 'later')
    return (
      <PathLater
        pictogram={pictogram}
        title={title}
        when={<Both sayings={sayings} say={(saying) => laterWordsOf(station, saying, today)} />}
      />
    );
  return (
    <PathNow
      word={<Both sayings={sayings} say={({ t }) => t('path.now')} />}
      pictogram={pictogram}
      title={title}
      date={
        <Both
          sayings={sayings}
          say={(saying) => phoneWordsOf(station, saying, today).date || saying.t('step.noDate')}
        />
      }
      place={<SecondLine {...{ station, sayings, today }} />}
      actions={null}
    />
  );
}

/** What stands on the page of the step that is now. */
function Details({ station: { step }, sayings }: Pick<Shared, 'sayings'> & { readonly station: Station }) {
  const { bring = [], noteForPerson } = step;
  return (
    <>
      {bring.length > 0 && (
        <section className="g-plan-details">
          <h3>
            <Both sayings={sayings} say={({ t }) => t('step.bring')} />
          </h3>
          <Papers>
            {bring.map((code) => (
              <PaperTile key={code} pictogram={bringPictogram(code)}>
                <Both sayings={sayings} say={({ codeName }) => codeName('bring', code) ?? code} />
              </PaperTile>
            ))}
          </Papers>
        </section>
      )}
      {noteForPerson !== undefined && (
        <section className="g-plan-details">
          <h3>
            <Both sayings={sayings} say={({ t }) => t('step.know')} />
          </h3>
          <p lang="de" dir="auto" className="g-plan-written">
            {noteForPerson}
          </p>
        </section>
      )}
    </>
  );
}

type PreviewProps = {
  readonly record: VersionedRecord | undefined;
  readonly language: string;
  readonly today: string;
};

/** The content of the drawer. */
export function Preview({ record, language, today }: PreviewProps) {
  const { t } = useTexts('plan-edit');
  const { nameOf } = useStepWords();
  const sayings = useSayings(language);
  const isLoaded = sayings !== null;
  const region = useRef<HTMLDivElement>(null);
  // There is no field in here that could take the focus, and Escape must close it.
  useEffect(() => region.current?.focus({ preventScroll: true }), [isLoaded]);
  if (sayings === null) return <Skeleton label={t('app:loading')} />;
  const shown = phoneStationsOf(record);
  const hidden = stationsOf(record).filter(({ id }) => !shown.some(({ station }) => station.id === id));
  const now = shown.find(({ kind }) => kind === 'now')?.station;
  return (
    <div ref={region} className="g-plan-preview" tabIndex={-1}>
      {languageByTag(language) === undefined && <Banner tone="info">{t('give.inGerman')}</Banner>}
      {sayings.some((saying) => saying.language.review === null) && (
        <Banner tone="info">{t('preview.unreviewed')}</Banner>
      )}
      {shown.length === 0 ? (
        <p>{t('preview.nothing')}</p>
      ) : (
        <PathLine label={t('preview.title')}>
          {shown.map((at) => (
            <PhoneStep key={at.station.id} {...{ at, sayings, today }} />
          ))}
        </PathLine>
      )}
      {now && <Details station={now} sayings={sayings} />}
      {hidden.length > 0 && (
        <section className="g-plan-details">
          <SectionHead size="m" title={t('preview.hidden')} count={hidden.length} />
          <p>{t('preview.hiddenText')}</p>
          <ul className="g-plan-hidden">
            {hidden.map(({ id, step }) => (
              <li key={id}>
                <bdi>{nameOf(step)}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
