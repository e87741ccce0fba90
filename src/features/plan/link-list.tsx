// Who can open the plan: the links that were given, each with the way to end it.
import { useState } from 'react';
import type { PlanLink } from '#domain/plan-link.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useTransferFacts } from '#store/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SectionHead } from '#ui/page-head.tsx';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { linkTransferOf, type GivenLink } from './plan-links.ts';

type LinkListProps = { readonly links: readonly GivenLink[]; readonly onEnd: (id: string) => void };

/** The list; nothing as long as nobody was given a link. */
export function LinkList({ links, onEnd }: LinkListProps) {
  const { t } = useTexts('plan-edit');
  const { day, languageName } = useFormat();
  const facts = useTransferFacts();
  const [asked, setAsked] = useState<string>();
  if (links.length === 0) return null;
  const languageOf = ({ language, pinCheck }: PlanLink): string =>
    [
      language === undefined ? undefined : languageName(language),
      t(pinCheck === undefined ? 'links.withoutPin' : 'links.withPin'),
    ]
      .filter((word) => word !== undefined)
      .join(', ');
  return (
    <section>
      <SectionHead
        size="m"
        title={t('links.title')}
        count={links.filter(({ link }) => link.revoked !== true).length}
      />
      <RowList label={t('links.title')}>
        {links.map(({ id, link }) => {
          const transfer = linkTransferOf(facts, id);
          const given = day(link.createdOn ?? '');
          const isOver = link.revoked === true;
          return (
            <Row
              key={id}
              cells={[
                <Lines
                  key="when"
                  first={isOver ? t('links.ended', { day: given }) : t('links.given', { day: given })}
                  second={link.burnt === true ? t('links.burnt') : languageOf(link)}
                  plain={isOver && link.burnt !== true}
                />,
                <SyncMark key="transfer" state={transfer}>
                  {t(`links.${transfer}`)}
                </SyncMark>,
              ]}
              end={
                isOver ? undefined : (
                  <Button
                    variant="quiet"
                    aria-label={t('links.endThis', { day: given })}
                    onClick={() => setAsked(id)}
                  >
                    {t('links.end')}
                  </Button>
                )
              }
            />
          );
        })}
      </RowList>
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('links.askTitle')}
        actions={
          <>
            <Button onClick={() => setAsked(undefined)}>{t('links.keep')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (asked !== undefined) onEnd(asked);
                setAsked(undefined);
              }}
            >
              {t('links.end')}
            </Button>
          </>
        }
      >
        <p>{t('links.askText')}</p>
      </Dialog>
    </section>
  );
}
