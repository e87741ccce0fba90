// The plan on paper (A4): German at the start, the path in the middle, the own language at the end. Black on white.
import type { ReactNode } from 'react';
import { iconCheck } from './icon-paths.ts';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { Pictogram, type PictogramName } from './pictogram.tsx';
import './print-sheet.css';

/** The same thing in German and in the person's language. */
export type BothWords = { german: ReactNode; own: ReactNode };

/** One step on paper. */
export type PrintStep = {
  id: string;
  pictogram: PictogramName;
  state: 'done' | 'now' | 'later';
  /** "done" or "now" in a pill; nothing for later ones. */
  word?: BothWords | undefined;
  title: BothWords;
  /** Date, time, place: a line each. */
  lines: readonly BothWords[];
};

type OwnLanguage = { lang: string; dir: 'ltr' | 'rtl' };

type PrintSheetProps = {
  own: OwnLanguage;
  title: BothWords;
  /** Whose plan; left out if the person prints it for themselves. */
  name?: BothWords | undefined;
  steps: readonly PrintStep[];
  papersTitle?: BothWords | undefined;
  papers: readonly (BothWords & { pictogram: PictogramName })[];
  /** Who helps, office, telephone. */
  help: readonly BothWords[];
  /** `<QrCode size={116} …/>`. */
  qr?: ReactNode;
  /** Date, and which language binds. */
  foot: ReactNode;
};

function Side({ words, own, as: Tag = 'p' }: { words: BothWords; own: OwnLanguage; as?: 'p' | 'h1' | 'h2' }) {
  return (
    <>
      <Tag lang="de" dir="ltr" className="g-sheet-german">
        {words.german}
      </Tag>
      <Tag {...own} className="g-sheet-own">
        {words.own}
      </Tag>
    </>
  );
}

function Station({ pictogram, state }: Pick<PrintStep, 'pictogram' | 'state'>) {
  return (
    <span className="g-sheet-station">
      {state === 'done' ? (
        <Icon icon={iconCheck} size={34} heavy />
      ) : (
        <Pictogram name={pictogram} size={42} />
      )}
    </span>
  );
}

function Words({ step, side, own }: { step: PrintStep; side: keyof BothWords; own: OwnLanguage }) {
  const island = side === 'own' ? own : ({ lang: 'de', dir: 'ltr' } as const);
  return (
    <div {...island} className={`g-sheet-${side}`}>
      {step.word && <span className="g-sheet-word">{step.word[side]}</span>}
      <b>{step.title[side]}</b>
      {step.lines.map((line, index) => (
        <span key={index} className="g-sheet-line">
          {line[side]}
        </span>
      ))}
    </div>
  );
}

/** One A4 page. Shown on the screen as a preview too. */
export function PrintSheet({
  own,
  title,
  name,
  steps,
  papersTitle,
  papers,
  help,
  qr,
  foot,
}: PrintSheetProps) {
  return (
    <article className="g-sheet">
      <header className="g-sheet-row g-sheet-head">
        <div lang="de" dir="ltr" className="g-sheet-german">
          <h1>{title.german}</h1>
          {name && <p>{name.german}</p>}
        </div>
        <Mark size={44} />
        <div {...own} className="g-sheet-own">
          <p className="g-sheet-title">{title.own}</p>
          {name && <p>{name.own}</p>}
        </div>
      </header>
      <ol className="g-sheet-path">
        {steps.map((step) => (
          <li key={step.id} className={`g-sheet-row g-sheet-${step.state}`}>
            <Words step={step} side="german" own={own} />
            <Station pictogram={step.pictogram} state={step.state} />
            <Words step={step} side="own" own={own} />
          </li>
        ))}
      </ol>
      {papers.length > 0 && papersTitle && (
        <>
          <div className="g-sheet-ends">
            <Side words={papersTitle} own={own} as="h2" />
          </div>
          <ul className="g-sheet-papers">
            {papers.map((paper, index) => (
              <li key={index}>
                <Pictogram name={paper.pictogram} size={42} />
                <div>
                  <Side words={paper} own={own} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <footer className="g-sheet-row g-sheet-help">
        <div lang="de" dir="ltr" className="g-sheet-german">
          {help.map((line, index) => (
            <p key={index}>{line.german}</p>
          ))}
        </div>
        {qr}
        <div {...own} className="g-sheet-own">
          {help.map((line, index) => (
            <p key={index}>{line.own}</p>
          ))}
        </div>
      </footer>
      <p className="g-sheet-foot">{foot}</p>
    </article>
  );
}
