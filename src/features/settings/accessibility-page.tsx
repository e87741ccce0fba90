// How accessible Geleit is, honestly: what was looked at, what is known not to work, and whom to tell.
import { useTexts } from '#i18n/react.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import './settings.css';

/** The page. */
export function AccessibilityPage() {
  const { t } = useTexts('settings');
  usePage(t('accessibility.title'));
  return (
    <>
      <PageHead back={{ href: '/mehr', label: t('app:back') }} title={t('accessibility.title')} />
      <div className="g-prose">
        <p>{t('accessibility.aim')}</p>
        <p>{t('accessibility.tested')}</p>
        <h2>{t('accessibility.gaps')}</h2>
        <ul>
          <li>{t('accessibility.gapReaders')}</li>
          <li>{t('accessibility.gapReview')}</li>
          <li>{t('accessibility.gapChart')}</li>
        </ul>
        <h2>{t('accessibility.tell')}</h2>
        <p>{t('accessibility.tellText')}</p>
      </div>
    </>
  );
}
