// Which page stands at which address. Each page comes when it is first asked for; all of them are on the device already.
import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { UserRole } from '#domain/user.ts';
import { usePorts } from '#features/ports.tsx';
import { homeOf, NoSuchPage } from './staff-frame.tsx';

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
          <NoSuchPage />
        </Only>
      </Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  );
}
