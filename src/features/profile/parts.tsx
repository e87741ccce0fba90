// Small things that several sections use: a part with its heading, what is rarely needed, own words, a tick.
import type { ReactNode } from 'react';
import { useTexts } from '#i18n/react.tsx';
import { LeafNote } from '#forms/leaf-note.tsx';
import type { RecordForm } from '#forms/record-form.tsx';
import { Checkbox } from '#ui/checkbox.tsx';

/** A part of a section. */
export const Part = ({ title, children }: { readonly title?: string; readonly children: ReactNode }) => (
  <div className="g-profile-part">
    {title !== undefined && <h3>{title}</h3>}
    {children}
  </div>
);

/** What is rarely asked, behind one press. */
export const More = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTexts('profile');
  return (
    <details className="g-profile-more">
      <summary>{t('more')}</summary>
      <div>{children}</div>
    </details>
  );
};

/** Lists that belong together, two in a row where there is room. */
export const Four = ({ children }: { readonly children: ReactNode }) => (
  <div className="g-profile-four">{children}</div>
);

/** A statement that holds or was not made. */
export const TickLeaf = ({
  form,
  path,
  label,
}: {
  readonly form: RecordForm;
  readonly path: string;
  readonly label: string;
}) => {
  const leaf = form.leaf(path);
  return (
    <div className="g-forms-leaf">
      <Checkbox
        label={label}
        checked={leaf.value === true}
        onChange={(event) => {
          leaf.change(event.currentTarget.checked ? true : null);
        }}
      />
      <LeafNote leaf={leaf} />
    </div>
  );
};
