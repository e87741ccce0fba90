// The line under chips and other controls that have none of their own: what is wrong, or that two versions stand here.
import { iconAlertCircle } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import type { Leaf } from './record-form.tsx';
import './forms.css';

/** Says what is wrong with a leaf; nothing if all is well. */
export const LeafNote = ({ leaf }: { readonly leaf: Leaf }) => {
  if (leaf.error !== undefined)
    return (
      <p className="g-forms-note g-forms-wrong">
        <Icon icon={iconAlertCircle} size={19} />
        <span>{leaf.error}</span>
      </p>
    );
  return leaf.contested === undefined ? null : <p className="g-forms-note">{leaf.contested}</p>;
};
