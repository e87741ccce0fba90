// What was just done, with the way back.
import type { ReactNode } from 'react';
import './status-line.css';

/** Keep it mounted; what it says is spoken when it changes. `action` is a quiet button: undo. */
export function StatusLine({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  const says = children !== undefined && children !== null && children !== false;
  return (
    <div className="g-status-line" role="status">
      {says && (
        <div>
          <span>{children}</span>
          {action}
        </div>
      )}
    </div>
  );
}
