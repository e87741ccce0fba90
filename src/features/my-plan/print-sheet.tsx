// The plan on one sheet of paper: German at one edge, the path in the middle, her own language at the other.
import { Fragment } from 'react';
import { useSaying, useSecondLanguage, type Saying } from '#i18n/react.tsx';
import type { PlanView } from '#protocol/plan-view.ts';
import { iconCheck } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { Mark } from '#ui/mark.tsx';
import { Pictogram } from '#ui/pictogram.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { stationsOf, type Station } from './path-steps.ts';
import { bringPictogram, stepPictogram } from './step-pictogram.ts';
import { laterWords, stepToWords } from './step-words.ts';
import { Said, Written } from './written.tsx';
import './print-sheet.css';

type Sayings = readonly Saying<'plan'>[];

function StationWords({
  station,
  saying,
  today,
}: {
  station: Station;
  saying: Saying<'plan'>;
  today: string;
}) {
  const { step, kind } = station;
  const words = stepToWords(step, saying, today);
  const state = kind === 'now' ? saying.t('path.now') : kind === 'later' ? null : words.state;
  const day = words.date === '' ? saying.t('step.noDate') : words.date;
  const when = words.time === null ? day : saying.format.withTime(day, words.time.text);
  return (
    <div className="p-sheet-words" lang={saying.language.tag} dir={saying.language.dir}>
      {state !== null && (
        <span className={kind === 'now' ? 'p-sheet-tag p-sheet-tag-now' : 'p-sheet-tag'}>{state}</span>
      )}
      <b>
        <Said words={words.title} />
      </b>
      {kind === 'now' && <span>{when}</span>}
      {kind === 'now' && words.ownCalendar !== null && (
        <span>
          <bdi>{words.ownCalendar}</bdi>
        </span>
      )}
      {kind === 'now' && words.where !== null && (
        <span>
          <Written>{words.where}</Written>
        </span>
      )}
      {kind === 'now' && step.partner !== null && step.place !== null && (
        <span>
          <Written>{step.place}</Written>
        </span>
      )}
      {kind === 'later' && <span>{laterWords(step, saying, words.state, today)}</span>}
    </div>
  );
}

function SheetStation({ station, sayings, today }: { station: Station; sayings: Sayings; today: string }) {
  const { step, kind } = station;
  const [german, own] = sayings;
  return (
    <li className={`p-sheet-${kind}`}>
      {german && <StationWords station={station} saying={german} today={today} />}
      <span className="p-sheet-station">
        {kind === 'done' ? (
          <Icon icon={iconCheck} size={34} heavy />
        ) : (
          <Pictogram name={stepPictogram(step.type)} size={34} />
        )}
      </span>
      {own && <StationWords station={station} saying={own} today={today} />}
    </li>
  );
}

function Bring({ codes, sayings }: { codes: readonly string[]; sayings: Sayings }) {
  return (
    <section className="p-sheet-bring">
      <div className="p-sheet-head2">
        {sayings.map(({ t, language }) => (
          <h2 key={language.tag} lang={language.tag} dir={language.dir}>
            {t('print.bring')}
          </h2>
        ))}
      </div>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <Pictogram name={bringPictogram(code)} size={34} />
            <span>
              {sayings.map(({ codeName, language }) => (
                <span key={language.tag} lang={language.tag} dir={language.dir}>
                  {codeName('bring', code) ?? <Written>{code}</Written>}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Foot({ plan, saying, phone }: { plan: PlanView; saying: Saying<'plan'>; phone: string | null }) {
  const { t, language } = saying;
  const now = stationsOf(plan.steps).find(({ kind }) => kind === 'now')?.step;
  const name = now?.contactName ?? plan.helper;
  return (
    <div lang={language.tag} dir={language.dir}>
      {name !== null && <b>{t('print.helps', { name: `\u2068${name}\u2069` })}</b>}
      <span>
        <Written>{plan.office}</Written>
      </span>
      {phone !== null && (
        <span>
          {t('print.phone')} <bdi dir="ltr">{phone}</bdi>
        </span>
      )}
      {language.tag !== 'de' && <span>{t('print.scan')}</span>}
    </div>
  );
}

type PrintSheetProps = {
  readonly plan: PlanView;
  /** When the server last said so. */
  readonly seen: string;
  readonly today: string;
  readonly address: string;
};

/** Shown on paper only. */
export function PrintSheet({ plan, seen, today, address }: PrintSheetProps) {
  const own = useSaying('plan');
  const german = useSecondLanguage('de', 'plan');
  if (german === null) return null;
  const sayings: Sayings = own.language.tag === 'de' ? [german] : [german, own];
  const stations = stationsOf(plan.steps);
  const now = stations.find(({ kind }) => kind === 'now')?.step;
  const phone =
    now?.contactPhone ?? plan.steps.find(({ contactPhone }) => contactPhone !== null)?.contactPhone ?? null;
  return (
    <div className={sayings.length === 1 ? 'p-sheet p-sheet-one' : 'p-sheet'} lang="de" dir="ltr" aria-hidden>
      <header>
        {sayings.map(({ t, language }, index) => (
          <Fragment key={language.tag}>
            {index === 1 && <Mark size={44} />}
            <p className="p-sheet-title" lang={language.tag} dir={language.dir}>
              {t('path.title')}
            </p>
          </Fragment>
        ))}
        {sayings.length === 1 && <Mark size={44} />}
      </header>
      <ol>
        {stations.map((station) => (
          <SheetStation key={station.step.id} {...{ station, sayings, today }} />
        ))}
      </ol>
      <Bring codes={[...(now?.bring ?? []), 'PLAN']} sayings={sayings} />
      <footer>
        <Foot plan={plan} saying={german} phone={phone} />
        <QrCode text={address} label={german.t('print.qr')} size={116} />
        {sayings[1] && <Foot plan={plan} saying={sayings[1]} phone={phone} />}
      </footer>
      <p className="p-sheet-note">
        {german.t('print.asOf', { when: german.format.instant(seen) })}. {german.t('print.binding')}
      </p>
      {own.language.review === null && (
        <p className="p-sheet-note">
          {german.t('machine')}{' '}
          <span lang={own.language.tag} dir={own.language.dir}>
            {own.t('machine')}
          </span>
        </p>
      )}
    </div>
  );
}
