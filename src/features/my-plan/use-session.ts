// Keeps a screen in step with a plan's session: asks at opening, when the network is back, when the phone is taken up again.
import { useEffect, useSyncExternalStore } from 'react';
import type { PlanSession, PlanState } from './plan-session.ts';

/** What is known of the plan, as it changes. */
export const useSession = (session: PlanSession): PlanState => {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void session.refresh();
    };
    const look = () => {
      if (document.visibilityState === 'visible') void session.takeUp();
      else session.putAway();
    };
    ask();
    window.addEventListener('online', ask);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session]);
  return useSyncExternalStore(session.subscribe, session.state);
};
