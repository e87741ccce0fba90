// Keeps a screen in step with a plan's session: asks at opening, when the network is back, when the phone is taken up again.
import { useEffect, useSyncExternalStore } from 'react';
import type { PlanSession, PlanState } from './plan-session.ts';

/** What is known of the plan, as it changes. */
export const useSession = (session: PlanSession): PlanState => {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void session.refresh();
    };
    ask();
    window.addEventListener('online', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      window.removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [session]);
  return useSyncExternalStore(session.subscribe, session.state);
};
