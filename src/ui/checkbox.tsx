// A tick box and a switch with their words.
import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './checkbox.css';

type CheckProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode; hint?: ReactNode };

function Check({ label, hint, className, id, ...input }: CheckProps & { role?: 'switch' }) {
  const made = useId();
  const inputId = id ?? made;
  return (
    <label className="g-check" htmlFor={inputId}>
      <input
        type="checkbox"
        autoComplete="off"
        id={inputId}
        aria-describedby={hint === undefined ? undefined : `${inputId}-hint`}
        {...input}
        className={className}
      />
      <span>
        {label}
        {hint !== undefined && (
          <span id={`${inputId}-hint`} className="g-check-hint">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

/** A tick box. */
export function Checkbox(props: CheckProps) {
  return <Check {...props} />;
}

/** A switch: takes effect at once. */
export function Switch({ className, ...rest }: CheckProps) {
  return <Check {...rest} role="switch" className={classNames('g-switch-track', className)} />;
}
