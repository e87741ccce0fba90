// How far an entry has travelled: glyph, word and colour together.
import type { ReactNode } from 'react';
import {
  iconAlertTriangle,
  iconArrowBackUp,
  iconCheck,
  iconChecks,
  iconClock,
  iconWifiOff,
} from './icon-paths.ts';
import { Icon } from './icon.tsx';
import './sync-mark.css';

const glyphByState = {
  saved: iconCheck,
  waiting: iconClock,
  sent: iconChecks,
  'two-versions': iconAlertTriangle,
  refused: iconArrowBackUp,
  offline: iconWifiOff,
};

/** The states an entry, a case or the whole device can be in. */
export type SyncMarkState = keyof typeof glyphByState;

/** Glyph and the words given: `<SyncMark state="waiting">…</SyncMark>`. Also the sentence in a page head. */
export function SyncMark({ state, children }: { state: SyncMarkState; children: ReactNode }) {
  return (
    <span className={`g-sync g-sync-${state}`}>
      <Icon icon={glyphByState[state]} size={19} />
      <span>{children}</span>
    </span>
  );
}
