// One question of a talk, in German and in the client's language, with its answer controls below.
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './question.css';

type SecondLanguage = { lang: string; dir: 'ltr' | 'rtl' };

type QuestionProps = {
  label: ReactNode;
  second?: ReactNode;
  secondLang?: SecondLanguage | undefined;
  /** The voice button, at the very end. */
  audio?: ReactNode;
  hint?: ReactNode;
  /** Answer controls; hide their own label. */
  children: ReactNode;
};

/** A question as a group named by its German words. */
export function Question({ label, second, secondLang, audio, hint, children }: QuestionProps) {
  const id = useId();
  return (
    <section className="g-question" role="group" aria-labelledby={id}>
      <div className={classNames('g-question-words', second === undefined && 'g-question-single')}>
        <span id={id}>{label}</span>
        {second !== undefined && (
          <span className="g-question-second" {...secondLang}>
            {second}
          </span>
        )}
        {audio !== undefined && <span className="g-question-audio">{audio}</span>}
      </div>
      {hint !== undefined && <p className="g-question-hint">{hint}</p>}
      {children}
    </section>
  );
}

/** The heading above a section's questions, in both languages. */
export function QuestionHead({
  title,
  second,
  secondLang,
}: {
  title: ReactNode;
  second?: ReactNode;
  secondLang?: SecondLanguage | undefined;
}) {
  return (
    <div className="g-two-heads">
      <h2>{title}</h2>
      {second !== undefined && <h2 {...secondLang}>{second}</h2>}
    </div>
  );
}

type TalkFrameProps = { head: ReactNode; rail: ReactNode; foot: ReactNode; children: ReactNode };

/** The whole screen of a talk: head and foot stay, sections at the side or in a strip. */
export function TalkFrame({ head, rail, foot, children }: TalkFrameProps) {
  return (
    <div className="g-talk">
      <header className="g-talk-head">{head}</header>
      <div className="g-talk-rail">{rail}</div>
      <main className="g-talk-page">{children}</main>
      <footer className="g-talk-foot">{foot}</footer>
    </div>
  );
}

type HandOverFrameProps = {
  lock: ReactNode;
  progress: ReactNode;
  voice: ReactNode;
  question: ReactNode;
  foot: ReactNode;
  children: ReactNode;
};

/** The tablet in the person's hands: one question, pictures, back and next; no name, no rail. */
export function HandOverFrame({ lock, progress, voice, question, foot, children }: HandOverFrameProps) {
  return (
    <div className="g-handover">
      <header className="g-handover-head">
        {lock}
        {progress}
      </header>
      <main className="g-handover-page">
        <div className="g-handover-question">
          {voice}
          <h1 id="page-title" tabIndex={-1}>
            {question}
          </h1>
        </div>
        {children}
      </main>
      <footer className="g-handover-foot">{foot}</footer>
    </div>
  );
}
