// Everybody with an account: who, with which role, and when her device last transferred.
import type { Member } from '#features/ports.tsx';
import { localDay } from '#i18n/berlin-time.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { initialsOf } from '#ui/initials.ts';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { useNow } from '#ui/use-now.ts';
import { hasOwnCases } from './members.ts';

function Facts({ member }: { readonly member: Member }) {
  const { t } = useTexts('team');
  const format = useFormat();
  const today = localDay(useNow().toISOString());
  const seen = member.lastSeen === null ? t('never') : format.instantNear(member.lastSeen, today);
  return (
    <Lines
      plain
      first={member.active ? t(`role.${member.role}`) : `${t(`role.${member.role}`)} · ${t('inactive')}`}
      second={t('seen', { when: seen })}
      {...(member.mayReadLimits && hasOwnCases(member.role) ? { third: t('mayRead') } : {})}
    />
  );
}

/** Rows; with `onChoose` each can be pressed. */
export function MemberList({
  members,
  onChoose,
}: {
  readonly members: readonly Member[];
  readonly onChoose?: ((member: Member) => void) | undefined;
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
          onClick={onChoose && (() => onChoose(member))}
        />
      ))}
    </RowList>
  );
}
