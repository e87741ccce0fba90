// What is possible from day to day: driving, ways, hours; obstacles without a word about health (that is its own record).
import { CodesLeaf } from '#forms/code-choice.tsx';
import { CountryLeaf } from '#forms/place-select.tsx';
import { useTexts } from '#i18n/react.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Part } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

/** Section I. */
export const FrameworkSection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const driving = form.record?.values['driving'];
  const isForeign =
    Array.isArray(driving) && driving.some((code) => code === 'D_AUSL' || code === 'D_UMSCHR');
  return (
    <>
      <Part>
        <CodesLeaf form={form} path="driving" list="driving" label={t('framework.driving')} columns={2} />
        {isForeign && <CountryLeaf form={form} path="drivingCountry" label={t('framework.drivingCountry')} />}
      </Part>
      <Part>
        <CodesLeaf form={form} path="mobility" list="mobility" label={t('framework.mobility')} columns={2} />
        <TextField
          label={t('framework.travel')}
          inputMode="numeric"
          dir="ltr"
          className="g-control-short"
          {...form.field('travelMinutes', 'whole')}
        />
      </Part>
      <Part>
        <CodesLeaf form={form} path="shifts" list="shift" label={t('framework.shifts')} columns={4} />
        <CodesLeaf
          form={form}
          path="obstacles"
          list="obstacle"
          label={t('framework.obstacles')}
          hint={t('framework.obstaclesHint')}
          columns={2}
        />
      </Part>
    </>
  );
};
