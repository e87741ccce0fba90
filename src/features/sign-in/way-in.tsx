// The frame of every page before the first unlocking: the path picture, the office, and the choice of language.
import type { ReactNode } from 'react';
import { languageByTag } from '#i18n/languages.ts';
import { useTexts } from '#i18n/react.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { UnlockFrame } from '#ui/unlock-frame.tsx';
import './sign-in.css';

/** The languages staff can work in. */
export type StaffLanguage = 'de' | 'en';

export type WayInFrame = {
  readonly county: string | null;
  readonly language: string;
  readonly onLanguage: (tag: StaffLanguage) => void;
};

const languages = (['de', 'en'] as const).map((tag) => ({
  value: tag,
  label: languageByTag(tag)?.endonym ?? tag,
  lang: tag,
}));

/** Title, words, form and what else can be done. */
export function WayIn({
  frame,
  title,
  before,
  children,
}: {
  readonly frame: WayInFrame;
  readonly title: string;
  /** Who it is, above the title. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTexts('app');
  const { county, language, onLanguage } = frame;
  return (
    <UnlockFrame
      name={t('product')}
      office={county === null ? [t('office')] : [<bdi key="county">{county}</bdi>, t('office')]}
    >
      <div className="g-way-in">
        {before}
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
      <SegmentedControl
        label={t('signIn.language')}
        options={languages}
        value={language === 'en' ? 'en' : 'de'}
        onChange={onLanguage}
      />
    </UnlockFrame>
  );
}
