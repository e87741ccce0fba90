// The adviser's summary, which the person may read; the proposed way; and that she was told about her data (Art. 13).
import { CodeLeaf } from '#forms/code-choice.tsx';
import { DayLeaf } from '#forms/partial-date-field.tsx';
import { LanguageLeaf } from '#forms/place-select.tsx';
import { useTexts } from '#i18n/react.tsx';
import { TextArea } from '#ui/text-field.tsx';
import { Part } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

/** Sections K and L. */
export const SummarySection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  return (
    <>
      <Part>
        <TextArea label={t('summary.strengths')} hint={t('readable')} {...form.field('strengths')} />
        <TextArea label={t('summary.needs')} hint={t('readable')} {...form.field('needs')} />
        <CodeLeaf
          form={form}
          path="template"
          list="plan_template"
          label={t('summary.template')}
          hint={t('summary.templateHint')}
        />
      </Part>
      <Part title={t('summary.information')}>
        <p className="g-forms-note">{t('summary.informationHint')}</p>
        <DayLeaf form={form} path="infoGiven" label={t('summary.infoGiven')} />
        <LanguageLeaf form={form} path="infoLanguage" label={t('summary.infoLanguage')} />
        <CodeLeaf form={form} path="infoForm" list="info_form" label={t('summary.infoForm')} />
      </Part>
      <Part>
        <CodeLeaf
          form={form}
          path="profileState"
          list="profile_state"
          label={t('summary.state')}
          columns={4}
        />
      </Part>
    </>
  );
};
