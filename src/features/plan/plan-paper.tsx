// The plan on A4: German, the path, the person's language. Shown on paper only; the page around it stays off the paper.
import type { VersionedRecord } from '#domain/record.ts';
import { useTexts, type Saying } from '#i18n/react.tsx';
import { PrintSheet, type BothWords, type PrintStep } from '#ui/print-sheet.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { bringPictogram, stepPictogram } from '#ui/step-pictogram.ts';
import { Said, useSayings } from './both-languages.tsx';
import { usePartnerName } from './partners.ts';
import { laterWordsOf, phoneStationsOf, phoneWordsOf, type PhoneStation } from './phone-words.ts';
import './plan-paper.css';

type PlanPaperProps = {
  readonly record: VersionedRecord | undefined;
  readonly language: string;
  readonly today: string;
  readonly name: string;
  readonly helper: string;
  readonly office: string;
  /** The address of a code that is shown just now; without one there is no code on the paper. */
  readonly address: string | undefined;
};

type Say = (saying: Saying<'plan'>) => BothWords['german'];

/** The sheet. */
export function PlanPaper({ record, language, today, name, helper, office, address }: PlanPaperProps) {
  const { t } = useTexts('plan-edit');
  const sayings = useSayings(language);
  const partnerNameOf = usePartnerName();
  if (sayings === null) return null;
  const [german] = sayings;
  const own = sayings[1] ?? german;
  const both = (say: Say): BothWords => ({ german: say(german), own: own === german ? '' : say(own) });
  const stations = phoneStationsOf(record);
  const now = stations.find(({ kind }) => kind === 'now')?.station.step;
  const phone = [now, ...stations.map(({ station }) => station.step)].find(
    (step) => step?.contactPhone !== undefined,
  )?.contactPhone;

  const linesOf = ({ station, kind }: PhoneStation): readonly BothWords[] => {
    if (kind === 'later') return [both((saying) => laterWordsOf(station, saying, today))];
    if (kind !== 'now') return [];
    const where = partnerNameOf(station.step) ?? station.step.place;
    return [
      both((saying) => {
        const { date, time } = phoneWordsOf(station, saying, today);
        return (
          <>
            {date || saying.t('step.noDate')}
            {time && ', '}
            {time && <Said words={time} />}
          </>
        );
      }),
      ...(where === undefined ? [] : [both(() => <bdi dir="auto">{where}</bdi>)]),
    ];
  };
  const stepOf = (at: PhoneStation): PrintStep => ({
    id: at.station.id,
    pictogram: stepPictogram(at.station.step.type ?? null),
    state: at.kind === 'now' || at.kind === 'done' ? at.kind : 'later',
    word:
      at.kind === 'later'
        ? undefined
        : both((saying) =>
            at.kind === 'now' ? saying.t('path.now') : phoneWordsOf(at.station, saying, today).state,
          ),
    title: both((saying) => <Said words={phoneWordsOf(at.station, saying, today).title} />),
    lines: linesOf(at),
  });

  return (
    <div className="g-plan-paper">
      <PrintSheet
        own={{ lang: own.language.tag, dir: own.language.dir }}
        title={both((saying) => saying.t('path.title'))}
        name={both(() => (
          <bdi>{name}</bdi>
        ))}
        steps={stations.map(stepOf)}
        papersTitle={both((saying) => saying.t('print.bring'))}
        papers={papersOf(now?.bring ?? [], both)}
        help={[
          both((saying) => saying.t('print.helps', { name: `\u2068${now?.contactName ?? helper}\u2069` })),
          both(() => <bdi lang="de">{office}</bdi>),
          ...(phone === undefined
            ? []
            : [
                both((saying) => (
                  <>
                    {saying.t('print.phone')} <bdi dir="ltr">{phone}</bdi>
                  </>
                )),
              ]),
          ...(address === undefined ? [] : [both((saying) => saying.t('print.scan'))]),
        ]}
        qr={address === undefined ? <span /> : <QrCode text={address} label={t('give.qr')} size={116} />}
        foot={
          <span lang="de">
            {german.t('print.asOf', { when: german.format.day(today) })}. {german.t('print.binding')}
          </span>
        }
      />
    </div>
  );
}

/** The things to bring; at the end always the plan itself. */
const papersOf = (bring: readonly string[], both: (say: Say) => BothWords) =>
  [...bring.filter((code) => code !== 'NOTHING'), 'PLAN'].map((code) => ({
    pictogram: bringPictogram(code),
    ...both(({ codeName }) => codeName('bring', code) ?? code),
  }));
