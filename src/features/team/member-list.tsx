// Everybody with an account: who, with which role, and when her device last transferred.
import type { Member } from '#features/ports.tsx';
import { localDay } from '#i18n/berlin-time.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { iconPencil } from '#ui/icon-paths.ts';
import { initialsOf } from '#ui/initials.ts';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { useNow } from '#ui/use-now.ts';
import { hasOwnCases } from './members.ts';

function Facts({ member }: { readonly member: Member }) {
  const { t } = useTexts('team');
  const format = useFormat();
  const today = localDay(useNow().toISOString());
  const seen = member.lastSeen === null ? t('never') : format.instantNear(member.lastSeen, today);
  const limits = hasOwnCases(member.role)
    ? `${t('head.limits')}: ${t(member.mayReadLimits ? 'mayRead' : 'mayNotRead')}`
    : undefined;
  return (
    <Lines
      plain
      first={member.active ? t(`role.${member.role}`) : `${t(`role.${member.role}`)} · ${t('inactive')}`}
      second={limits ?? `${t('head.seen')}: ${seen}`}
      {...(limits === undefined ? {} : { third: `${t('head.seen')}: ${seen}` })}
    />
  );
}

/** Rows; with `onEdit` each has its button. */
export function MemberList({
  members,
  onEdit,
}: {
  readonly members: readonly Member[];
  readonly onEdit?: ((member: Member) => void) | undefined;
}) {
  const { t } = useTexts('team');
  return (
    <RowList label={t('people')}>
      {members.map((member) => (
        <Row
          key={member.id}
          glyph={<Avatar initials={initialsOf(member.name)} size={44} />}
          cells={[
            <Lines key="who" first={<bdi>{member.name}</bdi>} second={<bdi>{member.login}</bdi>} />,
            <Facts key="facts" member={member} />,
          ]}
          end={
            onEdit && (
              <Button
                variant="quiet"
                icon={iconPencil}
                aria-label={t('editOf', { name: member.name })}
                onClick={() => onEdit(member)}
              >
                {t('edit')}
              </Button>
            )
          }
        />
      ))}
    </RowList>
  );
}
