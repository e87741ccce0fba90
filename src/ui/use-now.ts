// The clock for what is said relative to now; looks again every half minute.
import { useEffect, useState } from 'react';

const PAUSE = 30_000;

/** The moment now. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), PAUSE);
    return () => clearInterval(timer);
  }, []);
  return now;
};
