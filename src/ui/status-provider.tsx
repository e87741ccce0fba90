// Says on one line what was just done, wherever on the screen it was done, with the way back.
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { StatusLine } from './status-line.tsx';

/** What was done, and how to undo it. */
export type Status = {
  readonly words: ReactNode;
  readonly undo?: { readonly label: string; readonly run: () => void } | undefined;
};

type Say = (status: Status) => void;

const StatusContext = createContext<Say>(() => undefined);

/** How long it can be read, in milliseconds; longer if there is something to undo. */
const READING = 6_000;
const UNDOING = 15_000;

/** `const say = useStatus(); say({ words: t('…'), undo: { label: t('app:undo'), run } })` */
export const useStatus = (): Say => use(StatusContext);

/** Holds the one status line; stands once, around all pages. */
export const StatusProvider = ({ children }: { readonly children: ReactNode }) => {
  const [status, setStatus] = useState<Status | null>(null);
  useEffect(() => {
    if (status === null) return undefined;
    const timer = setTimeout(() => setStatus(null), status.undo === undefined ? READING : UNDOING);
    return () => clearTimeout(timer);
  }, [status]);
  const say = useCallback<Say>((next) => setStatus({ ...next }), []);
  const undo = status?.undo;
  const action = useMemo(
    () =>
      undo && (
        <Button
          variant="quiet"
          onClick={() => {
            setStatus(null);
            undo.run();
          }}
        >
          {undo.label}
        </Button>
      ),
    [undo],
  );
  return (
    <StatusContext value={say}>
      {children}
      <StatusLine action={action}>{status?.words}</StatusLine>
    </StatusContext>
  );
};
