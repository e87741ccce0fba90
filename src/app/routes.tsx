// Which page stands at which address. Each page comes when it is first asked for; all of them are on the device already.
import { lazy, type ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { UserRole } from '#domain/user.ts';
import { usePorts } from '#features/ports.tsx';
import { homeOf } from './places.ts';
import { NoSuchPage } from './standing-pages.tsx';

const TodayPage = lazy(() =>
  import('#features/today/today-page.tsx').then((page) => ({ default: page.TodayPage })),
);
const CaseloadPage = lazy(() =>
  import('#features/caseload/caseload-page.tsx').then((page) => ({ default: page.CaseloadPage })),
);
const TransferPage = lazy(() =>
  import('#features/transfer/transfer-page.tsx').then((page) => ({ default: page.TransferPage })),
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

const onCases: readonly UserRole[] = ['caseworker', 'supervisor'];

/** Shows a page to some roles; everybody else goes where she begins. */
function Only({ roles, children }: { readonly roles: readonly UserRole[]; readonly children: ReactNode }) {
  const { role } = usePorts().session.user;
  return roles.includes(role) ? children : <Redirect to={homeOf(role)} replace />;
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
      <Route path="/uebertragung">
        <Only roles={onCases}>
          <TransferPage />
        </Only>
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
