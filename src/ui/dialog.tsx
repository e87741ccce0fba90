// A question that must be answered (dialog), and a place to write beside the page (drawer).
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './button.tsx';
import { iconX } from './icon-paths.ts';
import './dialog.css';

type DialogProps = {
  open: boolean;
  /** Escape, or the system's way back. */
  onClose: () => void;
  /** The question. */
  title: ReactNode;
  /** The safe button first: it gets the focus. */
  actions: ReactNode;
  wide?: boolean | undefined;
  /** The object and the consequence. */
  children?: ReactNode;
};

function OpenDialog({ onClose, title, actions, wide = false, children }: Omit<DialogProps, 'open'>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const deeds = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    const field = element?.querySelector<HTMLElement>('[data-first-focus]');
    (field ?? deeds.current?.querySelector<HTMLElement>('button, a'))?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={classNames('g-dialog', wide && 'g-dialog-wide')}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <div className="g-dialog-body">{children}</div>
      <div ref={deeds} className="g-dialog-actions">
        {actions}
      </div>
    </dialog>
  );
}

/** Modal. Focus goes to the safe button (or to a field marked data-first-focus) and comes back afterwards. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

type DrawerProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
};

function OpenDrawer({ onClose, title, closeLabel, children }: Omit<DrawerProps, 'open'>) {
  const drawer = useRef<HTMLElement>(null);
  const titleId = useId();

  useEffect(() => {
    const before = document.activeElement;
    drawer.current?.querySelector<HTMLElement>('textarea, input, select')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <aside
      ref={drawer}
      className="g-drawer"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="g-drawer-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon={iconX} label={closeLabel} onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}

/** Not modal: the page beside it stays usable. */
export function Drawer({ open, ...rest }: DrawerProps) {
  return open ? <OpenDrawer {...rest} /> : null;
}
