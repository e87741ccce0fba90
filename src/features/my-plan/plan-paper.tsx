// Her plan on one sheet of paper: German at one edge, the path in the middle, her own language at the other.
// Who reads German has the steps at one edge, and at the other when and where.
import type { ReactNode } from 'react';
import { useSaying, useSecondLanguage, type Saying } from '#i18n/react.tsx';
import type { PlanView } from '#protocol/plan-view.ts';
import { PrintSheet, type BothWords, type PrintStep } from '#ui/print-sheet.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { bringPictogram, stepPictogram } from '#ui/step-pictogram.ts';
import { contactOf } from './contact.ts';
import { stationsOf, type Station } from './path-steps.ts';
import { laterToWords } from '#i18n/step-words.ts';
import { stepToWords } from './step-words.ts';
import { thingsToBring } from './things-to-bring.ts';
import { Said, Written } from './written.tsx';
import './plan-paper.css';

type Plan = Saying<'plan'>;
/** Says something in German and in her language; to a German reader only once. */
type Both = (say: (saying: Plan) => ReactNode) => BothWords;

/** When and where, a line each, of the steps that are not over. */
const linesOf = ({ step, kind }: Station, saying: Plan, today: string): readonly ReactNode[] => {
  const words = stepToWords(step, saying, today);
  if (kind === 'later') return [laterToWords(step, saying, today)];
  if (kind !== 'now') return [];
  const day = words.date === '' ? saying.t('step.noDate') : words.date;
  return [
    words.time === null ? day : saying.format.withTime(day, words.time.text),
    ...(words.ownCalendar === null ? [] : [<bdi key="calendar">{words.ownCalendar}</bdi>]),
    ...[step.partner, step.place].flatMap((place) =>
      place === null ? [] : [<Written key={place}>{place}</Written>],
    ),
  ];
};

const inPairs = (german: readonly ReactNode[], own: readonly ReactNode[]): readonly BothWords[] =>
  Array.from({ length: Math.max(german.length, own.length) }, (_, index) => ({
    german: german[index] ?? '',
    own: own[index] ?? '',
  }));

type PlanPaperProps = {
  readonly plan: PlanView;
  /** When the server last said so. */
  readonly seen: string;
  readonly today: string;
  readonly address: string;
};

/** Shown on paper only. */
export function PlanPaper({ plan, seen, today, address }: PlanPaperProps) {
  const own = useSaying('plan');
  const german = useSecondLanguage('de', 'plan');
  if (german === null) return null;
  const isOneLanguage = own.language.tag === german.language.tag;
  const both: Both = (say) => ({ german: say(german), own: isOneLanguage ? '' : say(own) });
  const stations = stationsOf(plan.steps);
  const now = stations.find(({ kind }) => kind === 'now')?.step;
  const contact = contactOf(plan);

  const stepOf = (station: Station): PrintStep => {
    const { step, kind } = station;
    const wordOf = (saying: Plan) =>
      kind === 'now' ? saying.t('path.now') : (stepToWords(step, saying, today).state ?? '');
    return {
      id: step.id,
      pictogram: stepPictogram(step.type),
      state: kind === 'over' ? 'later' : kind,
      word: kind === 'later' ? undefined : isOneLanguage ? { german: wordOf(german), own: '' } : both(wordOf),
      title: both((saying) => <Said words={stepToWords(step, saying, today).title} />),
      lines: isOneLanguage
        ? inPairs([], linesOf(station, german, today))
        : inPairs(linesOf(station, german, today), linesOf(station, own, today)),
    };
  };

  return (
    <div className="p-paper" lang="de" dir="ltr" aria-hidden>
      <PrintSheet
        own={{ lang: own.language.tag, dir: own.language.dir }}
        title={both(({ t }) => t('path.title'))}
        steps={stations.map(stepOf)}
        papersTitle={both(({ t }) => t('print.bring'))}
        papers={[...thingsToBring(now?.bring ?? []), 'PLAN'].map((code) => ({
          pictogram: bringPictogram(code),
          ...both(({ codeName }) => codeName('bring', code) ?? <Written>{code}</Written>),
        }))}
        help={[
          both(({ t }) => t('print.helps', { name: `\u2068${contact.name}\u2069` })),
          { german: <Written>{plan.office}</Written>, own: isOneLanguage ? '' : own.t('print.scan') },
          ...(contact.phone === null
            ? []
            : [
                both(({ t }) => (
                  <>
                    {t('print.phone')} <bdi dir="ltr">{contact.phone}</bdi>
                  </>
                )),
              ]),
        ]}
        qr={<QrCode text={address} label={german.t('print.qr')} size={116} />}
        foot={
          <>
            {german.t('print.asOf', { when: german.format.instant(seen) })}. {german.t('print.binding')}
            {own.language.review === null && (
              <>
                <br />
                {german.t('machine')}{' '}
                <bdi lang={own.language.tag} dir={own.language.dir}>
                  {own.t('machine')}
                </bdi>
              </>
            )}
          </>
        }
      />
    </div>
  );
}
