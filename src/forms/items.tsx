// Lists of things that repeat (languages, schools, jobs): add, remove with a way back, move up and down.
import { useState, type ReactNode } from 'react';
import { orderBetween } from '#domain/order.ts';
import { itemPath } from '#domain/path.ts';
import { itemsByMap, orderedItems, textAt, type ItemLeaves } from '#domain/reading.ts';
import { useTexts } from '#i18n/react.tsx';
import { Button, IconButton } from '#ui/button.tsx';
import { iconArrowDown, iconArrowUp, iconPlus, iconTrash } from '#ui/icon-paths.ts';
import type { RecordForm } from './record-form.tsx';
import { movedOrders } from './moving.ts';
import type { Undo } from './undo.tsx';
import './forms.css';

/** One item as the list shows it; `leaves` is empty as long as nobody has touched a new one. */
export type ListItem = { readonly id: string; readonly leaves: ItemLeaves };

export type Items = {
  readonly items: readonly ListItem[];
  /** Shows an empty item; it is written with its first touched leaf. Returns its id. */
  readonly add: () => string;
  readonly remove: (id: string, name: string) => void;
  readonly move: (id: string, by: -1 | 1) => void;
  /** That somebody deleted it while somebody else wrote in it, or that two put it in different places. */
  readonly noteOf: (id: string) => ReactNode;
};

/** The items of one map of a record. */
export const useItems = (form: RecordForm, map: string, undo: Undo): Items => {
  const { t } = useTexts('forms');
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const stored =
    form.record === undefined
      ? []
      : orderedItems(itemsByMap(form.record), map).map(([id, leaves]) => ({ id, leaves }));
  const added = fresh
    .filter((id) => form.record?.values[itemPath(map, id, 'order')] === undefined)
    .map((id) => ({ id, leaves: {} }));
  const items = [...stored, ...added];
  return {
    items,
    add: () => {
      const id = crypto.randomUUID();
      const last = stored.at(-1);
      let order = orderBetween(last === undefined ? undefined : (textAt(last.leaves, 'order') ?? undefined));
      for (const _ of added) order = orderBetween(order);
      form.session.place(map, id, order);
      setFresh([...fresh, id]);
      return id;
    },
    remove: (id, name) => {
      setFresh(fresh.filter((other) => other !== id));
      if (added.some((item) => item.id === id)) return;
      void form.write({ [itemPath(map, id, 'gone')]: true }).then((isWritten) => {
        if (isWritten)
          undo.offer(t('removed', { name }), () => form.write({ [itemPath(map, id, 'gone')]: false }));
      });
    },
    move: (id, by) => {
      const orders = movedOrders(
        stored.map((item) => ({ id: item.id, order: textAt(item.leaves, 'order') })),
        id,
        by,
      );
      const set = Object.fromEntries(
        Object.entries(orders).map(([item, order]) => [itemPath(map, item, 'order'), order]),
      );
      if (Object.keys(set).length > 0) void form.write(set);
    },
    noteOf: (id) => form.contested(itemPath(map, id, 'gone')) ?? form.contested(itemPath(map, id, 'order')),
  };
};

type ItemListProps = {
  readonly items: Items;
  readonly label: ReactNode;
  /** What one item is called: on its buttons, and in the line after it was removed. */
  readonly nameOf: (item: ListItem, index: number) => string;
  readonly addLabel: ReactNode;
  /** The order matters to people, so it can be changed. */
  readonly canMove?: boolean;
  readonly most?: number;
  readonly hint?: ReactNode;
  readonly children: (item: ListItem, index: number) => ReactNode;
};

/** The items one below the other, each with its fields and its deeds. */
export const ItemList = ({
  items: { items, add, remove, move, noteOf },
  label,
  nameOf,
  addLabel,
  canMove = false,
  most = 100,
  hint,
  children,
}: ItemListProps) => {
  const { t } = useTexts('forms');
  return (
    <fieldset className="g-forms-items">
      <legend>{label}</legend>
      {hint !== undefined && <p className="g-forms-note">{hint}</p>}
      {items.map((item, index) => {
        const name = nameOf(item, index);
        return (
          <div key={item.id} className="g-forms-item" role="group" aria-label={name}>
            <div className="g-forms-item-fields">
              {noteOf(item.id)}
              {children(item, index)}
            </div>
            <div className="g-forms-item-deeds">
              {canMove && items.length > 1 && (
                <>
                  <IconButton
                    icon={iconArrowUp}
                    label={t('itemUp', { name })}
                    disabled={index === 0}
                    onClick={() => {
                      move(item.id, -1);
                    }}
                  />
                  <IconButton
                    icon={iconArrowDown}
                    label={t('itemDown', { name })}
                    disabled={index === items.length - 1}
                    onClick={() => {
                      move(item.id, 1);
                    }}
                  />
                </>
              )}
              <IconButton
                icon={iconTrash}
                label={t('itemRemove', { name })}
                onClick={() => {
                  remove(item.id, name);
                }}
              />
            </div>
          </div>
        );
      })}
      {items.length < most && (
        <div>
          <Button icon={iconPlus} onClick={add}>
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
