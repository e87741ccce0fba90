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
export function QuestionHead({ title, second, secondLang }: { title: ReactNode; second?: ReactNode; secondLang?: SecondLanguage | undefined }) {
  return (
    <div className="g-two-heads">
      <h2>{title}</h2>
      {second !== undefined && <h2 {...secondLang}>{second}</h2>}
    </div>
  );
}
