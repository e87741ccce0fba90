// Words and their values.
import { Fragment, type ReactNode } from 'react';
import './definition-list.css';

type DefinitionListProps = {
  items: readonly { term: ReactNode; value: ReactNode }[];
  /** ends: figures at the end edge. */
  look?: 'columns' | 'ends' | undefined;
};

/** A dl. */
export function DefinitionList({ items, look = 'columns' }: DefinitionListProps) {
  return (
    <dl className={`g-definitions g-definitions-${look}`}>
      {items.map((item, index) => (
        <Fragment key={index}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
