// The profile: one section at a time, every field saves itself, no question blocks the way to the next.
import { useEffect, useRef, type ReactNode } from 'react';
import { useSearch } from 'wouter';
import { personIdOf } from '#domain/id.ts';
import { personKind } from '#domain/person.ts';
import { useRecordForm, type RecordForm } from '#forms/record-form.tsx';
import { SaveMark } from '#forms/save-mark.tsx';
import { useTexts } from '#i18n/react.tsx';
import { LinkButton } from '#ui/button.tsx';
import { iconArrowLeft, iconArrowRight } from '#ui/icon-paths.ts';
import { SectionRail, SectionRailItem } from '#ui/section-rail.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ContactSection } from './contact-section.tsx';
import { FamilySection } from './family-section.tsx';
import { FrameworkSection } from './framework-section.tsx';
import { GoalsSection } from './goals-section.tsx';
import { LanguageSection } from './language-section.tsx';
import { PersonSection } from './person-section.tsx';
import { SchoolSection } from './school-section.tsx';
import { isSection, progressOf, sections, type Section } from './sections.ts';
import { StatusSection } from './status-section.tsx';
import { SummarySection } from './summary-section.tsx';
import { WorkSection } from './work-section.tsx';
import './profile.css';

/** What every section gets. */
export type SectionProps = { readonly form: RecordForm };

const pages: Readonly<Record<Section, (props: SectionProps) => ReactNode>> = {
  person: PersonSection,
  contact: ContactSection,
  language: LanguageSection,
  work: WorkSection,
  school: SchoolSection,
  family: FamilySection,
  framework: FrameworkSection,
  goals: GoalsSection,
  status: StatusSection,
  summary: SummarySection,
};

/** Brings the head of a section into view and the focus to it, for whoever cannot see it change. */
const useHeadInView = (section: Section) => {
  const head = useRef<HTMLHeadingElement>(null);
  const before = useRef(section);
  useEffect(() => {
    if (before.current === section) return;
    before.current = section;
    head.current?.focus({ preventScroll: true });
  }, [section]);
  return head;
};

/** The page. */
export const ProfilePage = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('profile');
  const asked = new URLSearchParams(useSearch()).get('abschnitt');
  const section = isSection(asked) ? asked : sections[0];
  const form = useRecordForm({ caseId, kind: personKind, recordId: personIdOf(caseId) });
  const head = useHeadInView(section);
  if (!form.isLoaded) return <Skeleton label={t('loading')} />;

  const index = sections.indexOf(section);
  const [before, after] = [sections[index - 1], sections[index + 1]];
  const linkTo = (other: Section): string => `/faelle/${caseId}/profil?abschnitt=${other}`;
  const Page = pages[section];
  return (
    <div className="g-profile">
      <div className="g-profile-rail">
        <SectionRail label={t('sections')}>
          {sections.map((other) => (
            <SectionRailItem
              key={other}
              href={linkTo(other)}
              label={t(`section.${other}`)}
              current={other === section}
              {...progressOf(other, form.record)}
            />
          ))}
        </SectionRail>
      </div>
      <div className="g-profile-page">
        <div className="g-profile-head">
          <h2 ref={head} tabIndex={-1}>
            {t(`section.${section}`)}
          </h2>
          <SaveMark form={form} />
        </div>
        <div key={section} className="g-profile-fields">
          <Page form={form} />
        </div>
        <div className="g-profile-foot">
          {before !== undefined && (
            <LinkButton icon={iconArrowLeft} href={linkTo(before)}>
              {t(`section.${before}`)}
            </LinkButton>
          )}
          {after === undefined ? (
            <LinkButton variant="primary" iconEnd={iconArrowRight} href={`/faelle/${caseId}/weg`}>
              {t('toWay')}
            </LinkButton>
          ) : (
            <LinkButton variant="primary" iconEnd={iconArrowRight} href={linkTo(after)}>
              {t('next', { section: t(`section.${after}`) })}
            </LinkButton>
          )}
        </div>
      </div>
    </div>
  );
};
