// Which page stands at which address. Each page comes when it is first asked for; all of them are on the device already.
import { lazy, Suspense, type ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { UserRole } from '#domain/user.ts';
import { usePorts } from '#features/ports.tsx';
import { homeOf } from './places.ts';
import { Loading, NoSuchPage } from './standing-pages.tsx';

const TodayPage = lazy(() =>
  import('#features/today/today-page.tsx').then((page) => ({ default: page.TodayPage })),
);
const CaseloadPage = lazy(() =>
  import('#features/caseload/caseload-page.tsx').then((page) => ({ default: page.CaseloadPage })),
);
const ReviewPage = lazy(() =>
  import('#features/review/review-page.tsx').then((page) => ({ default: page.ReviewPage })),
);
const TransferPage = lazy(() =>
  import('#features/transfer/transfer-page.tsx').then((page) => ({ default: page.TransferPage })),
);
const VersionsPage = lazy(() =>
  import('#features/versions/inbox-page.tsx').then((page) => ({ default: page.VersionsPage })),
);
const DecidePage = lazy(() =>
  import('#features/versions/decide-page.tsx').then((page) => ({ default: page.DecidePage })),
);
const SettingsPage = lazy(() =>
  import('#features/settings/settings-page.tsx').then((page) => ({ default: page.SettingsPage })),
);
const AccessibilityPage = lazy(() =>
  import('#features/settings/accessibility-page.tsx').then((page) => ({ default: page.AccessibilityPage })),
);
const TeamPage = lazy(() =>
  import('#features/team/team-page.tsx').then((page) => ({ default: page.TeamPage })),
);

const NewCasePage = lazy(() =>
  import('#features/case/new-case-page.tsx').then((page) => ({ default: page.NewCasePage })),
);
const CaseFrame = lazy(() =>
  import('#features/case/case-frame.tsx').then((page) => ({ default: page.CaseFrame })),
);
const OverviewPage = lazy(() =>
  import('#features/case/overview-page.tsx').then((page) => ({ default: page.OverviewPage })),
);
const ProfilePage = lazy(() =>
  import('#features/profile/profile-page.tsx').then((page) => ({ default: page.ProfilePage })),
);
const CounsellingPage = lazy(() =>
  import('#features/counselling/counselling-page.tsx').then((page) => ({ default: page.CounsellingPage })),
);
const PlanEditPage = lazy(() =>
  import('#features/plan/plan-edit-page.tsx').then((page) => ({ default: page.PlanEditPage })),
);

const ContributionsPage = lazy(() =>
  import('#features/contributions/contributions-page.tsx').then((page) => ({
    default: page.ContributionsPage,
  })),
);

/** The pages inside a case, by the last word of the address. */
const casePages = {
  ueberblick: OverviewPage,
  profil: ProfilePage,
  weg: PlanEditPage,
  gespraeche: CounsellingPage,
  beitraege: ContributionsPage,
} as const;
const isCaseSection = (word: string): word is keyof typeof casePages => Object.hasOwn(casePages, word);

const onCases: readonly UserRole[] = ['caseworker', 'supervisor'];

/** Shows a page to some roles; everybody else goes where she begins. */
function Only({ roles, children }: { readonly roles: readonly UserRole[]; readonly children: ReactNode }) {
  const { role } = usePorts().session.user;
  return roles.includes(role) ? children : <Redirect to={homeOf(role)} replace />;
}

/** A place in a case; without one, the overview. The frame stays while the places change. */
function CasePlace({ caseId, section }: { readonly caseId: string; readonly section: string | undefined }) {
  if (section === undefined) return <Redirect to={`/faelle/${caseId}/ueberblick`} replace />;
  if (!isCaseSection(section)) return <NoSuchPage />;
  const Page = casePages[section];
  return (
    <CaseFrame key={caseId} caseId={caseId} section={section}>
      <Suspense fallback={<Loading />}>
        <Page caseId={caseId} />
      </Suspense>
    </CaseFrame>
  );
}

/** All pages of the staff's app. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Only roles={['caseworker']}>
          <TodayPage />
        </Only>
      </Route>
      <Route path="/faelle">
        <Only roles={onCases}>
          <CaseloadPage />
        </Only>
      </Route>
      <Route path="/faelle/neu">
        <Only roles={onCases}>
          <NewCasePage />
        </Only>
      </Route>
      <Route path="/faelle/:caseId/:section?">
        {({ caseId, section }) => (
          <Only roles={onCases}>
            <CasePlace caseId={caseId} section={section} />
          </Only>
        )}
      </Route>
      <Route path="/fallbestand">
        <Only roles={['supervisor']}>
          <ReviewPage />
        </Only>
      </Route>
      <Route path="/uebertragung">
        <Only roles={onCases}>
          <TransferPage />
        </Only>
      </Route>
      <Route path="/uebertragung/fassungen">
        <Only roles={onCases}>
          <VersionsPage />
        </Only>
      </Route>
      <Route path="/uebertragung/fassungen/:place">
        {({ place }) => (
          <Only roles={onCases}>
            <DecidePage place={place} />
          </Only>
        )}
      </Route>
      <Route path="/team">
        <Only roles={['supervisor', 'administrator']}>
          <TeamPage />
        </Only>
      </Route>
      <Route path="/mehr">
        <SettingsPage />
      </Route>
      <Route path="/mehr/barrierefreiheit">
        <AccessibilityPage />
      </Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  );
}
