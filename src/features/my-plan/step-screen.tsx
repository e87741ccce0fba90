// One step: what, where, when, what to bring, who helps.
import { useSaying, type Saying } from '#i18n/react.tsx';
import type { PlanStep, PlanView } from '#protocol/plan-view.ts';
import { Avatar } from '#ui/avatar.tsx';
import { PlanHead } from '#ui/bottom-bar.tsx';
import { IconLink, LinkButton } from '#ui/button.tsx';
import { iconArrowLeft, iconPhone } from '#ui/icon-paths.ts';
import { Fact, Facts, HelpRow, PaperTile, Papers, StepHead } from '#ui/path-line.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { hrefTo } from './address.ts';
import { initialsOf } from '#ui/initials.ts';
import { dialAddress } from './contact.ts';
import { ListenButton } from './listen-button.tsx';
import type { StationKind } from './path-steps.ts';
import { bringPictogram, stepPictogram } from '#ui/step-pictogram.ts';
import { laterToWords } from '#i18n/step-words.ts';
import { stepToWords, type StepWords } from './step-words.ts';
import { isNothingNeeded, thingsToBring } from './things-to-bring.ts';
import { Said, Written } from './written.tsx';

function StateTag({ kind, words, saying }: { kind: StationKind; words: StepWords; saying: Saying<'plan'> }) {
  if (kind === 'now') return <StatusTag tone="next">{saying.t('path.now')}</StatusTag>;
  if (words.state === null) return null;
  return <StatusTag tone={kind === 'done' ? 'done' : 'plain'}>{words.state}</StatusTag>;
}

function Where({ step, words, saying }: { step: PlanStep; words: StepWords; saying: Saying<'plan'> }) {
  if (words.where === null) return null;
  const more = step.partner !== null && step.place !== null ? <Written>{step.place}</Written> : undefined;
  return (
    <Fact
      pictogram="place"
      label={saying.t('step.where')}
      main={<Written>{words.where}</Written>}
      more={more}
    />
  );
}

function When({ step, words, saying }: { step: PlanStep; words: StepWords; saying: Saying<'plan'> }) {
  const { t } = saying;
  const main = (
    <>
      {step.contested ? t('step.contested') : words.date === '' ? t('step.noDate') : words.date}
      {words.time && (
        <>
          <br />
          <Said words={words.time} />
        </>
      )}
    </>
  );
  const more = step.contested ? t('step.contestedAsk') : words.ownCalendar;
  return <Fact pictogram="date" label={t('step.when')} main={main} more={more ?? undefined} />;
}

function Bring({ step, saying }: { step: PlanStep; saying: Saying<'plan'> }) {
  if (isNothingNeeded(step.bring))
    return (
      <Fact pictogram="folder" label={saying.t('step.bring')} main={saying.codeName('bring', 'NOTHING')} />
    );
  const things = thingsToBring(step.bring);
  if (things.length === 0) return null;
  return (
    <Fact pictogram="folder" label={saying.t('step.bring')}>
      <Papers>
        {things.map((code) => (
          <PaperTile key={code} pictogram={bringPictogram(code)}>
            {saying.codeName('bring', code) ?? <Written>{code}</Written>}
          </PaperTile>
        ))}
      </Papers>
    </Fact>
  );
}

function Helper({ step, plan, saying }: { step: PlanStep; plan: PlanView; saying: Saying<'plan'> }) {
  const name = step.contactName ?? plan.helper;
  if (name === null && step.contactPhone === null) return null;
  const call = step.contactPhone !== null && (
    <LinkButton variant="tint" size="l" icon={iconPhone} href={dialAddress(step.contactPhone)}>
      {saying.t('step.call')}
    </LinkButton>
  );
  return (
    <HelpRow
      avatar={<Avatar initials={initialsOf(name ?? plan.office)} size={44} own />}
      label={saying.t('step.who')}
      name={<Written>{name ?? plan.office}</Written>}
      action={call}
    />
  );
}

type StepScreenProps = {
  readonly plan: PlanView;
  readonly step: PlanStep;
  readonly kind: StationKind;
  readonly secret: string;
  readonly today: string;
};

/** The page of one step. */
export function StepScreen({ plan, step, kind, secret, today }: StepScreenProps) {
  const saying = useSaying('plan');
  const { t } = saying;
  const words = stepToWords(step, saying, today);
  const bring = step.bring.map((code) => saying.codeName('bring', code) ?? code);
  const state = kind === 'later' ? laterToWords(step, saying, today) : words.state;
  const sentences = [
    ...[words.title.text, kind === 'now' ? t('path.now') : state],
    ...(words.where === null ? [] : [t('step.where'), words.where]),
    ...[t('step.when'), step.contested ? t('step.contested') : words.date, words.time?.text ?? null],
    ...(bring.length === 0 ? [] : [t('step.bring'), ...bring]),
    ...(step.contactName === null ? [] : [t('step.who'), step.contactName]),
  ];
  return (
    <article className="p-step">
      <PlanHead
        back={
          <IconLink
            icon={iconArrowLeft}
            size="l"
            label={t('nav.back')}
            href={hrefTo(secret, { at: 'path' })}
          />
        }
        end={<ListenButton look="filled" sentences={sentences} />}
      />
      <StepHead
        pictogram={stepPictogram(step.type)}
        tag={<StateTag kind={kind} words={words} saying={saying} />}
        title={<Said words={words.title} />}
      />
      {words.calledSo !== null && (
        <p className="p-called-so">
          <Written>{words.calledSo}</Written>
        </p>
      )}
      <Facts>
        <Where step={step} words={words} saying={saying} />
        <When step={step} words={words} saying={saying} />
        <Bring step={step} saying={saying} />
        {step.note !== null && step.note !== '' && (
          <Fact pictogram="advice" label={t('step.know')} more={<Written>{step.note}</Written>} />
        )}
      </Facts>
      <Helper step={step} plan={plan} saying={saying} />
    </article>
  );
}
