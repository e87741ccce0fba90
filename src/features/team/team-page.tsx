// Team: who works here. The administration creates and closes access; the supervisor reads.
import { useState } from 'react';
import type { Failure } from '#domain/result.ts';
import { DeviceList } from '#features/device-list.tsx';
import { usePorts, type Member } from '#features/ports.tsx';
import { useDevices } from '#features/use-devices.ts';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { useTransferFacts } from '#store/react.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorState } from '#ui/empty-state.tsx';
import { iconPencil, iconPlus } from '#ui/icon-paths.ts';
import { PageHead, SectionHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { AccessDialog } from './access-dialog.tsx';
import { MadePasswordDialog, type MadePassword } from './made-password.tsx';
import { MemberDialog, type MemberDraft } from './member-dialog.tsx';
import { MemberList } from './member-list.tsx';
import { isLastAdministrator } from './members.ts';
import { useTeam } from './use-team.ts';
import './team.css';

/** What is open in front of the list. */
type Front =
  | { readonly kind: 'new' }
  | { readonly kind: 'choose' | 'edit' | 'reset' | 'deactivate'; readonly member: Member }
  | { readonly kind: 'made'; readonly made: MadePassword }
  | null;

/** What can be done about one person. */
function ChooseDialog({
  member,
  isLast,
  onClose,
  onChoose,
  onActivate,
}: {
  readonly member: Member;
  readonly isLast: boolean;
  readonly onClose: () => void;
  readonly onChoose: (kind: 'edit' | 'reset' | 'deactivate') => void;
  readonly onActivate: () => void;
}) {
  const { t } = useTexts('team');
  const failureWords = useFailureWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={<bdi>{member.name}</bdi>}
      actions={<Button onClick={onClose}>{t('app:close')}</Button>}
    >
      <div className="g-team-deeds">
        <Button icon={iconPencil} onClick={() => onChoose('edit')}>
          {t('editTitle')}
        </Button>
        {member.active && <Button onClick={() => onChoose('reset')}>{t('reset')}</Button>}
        {member.active && !isLast && (
          <Button variant="danger" onClick={() => onChoose('deactivate')}>
            {t('deactivate')}
          </Button>
        )}
        {!member.active && <Button onClick={onActivate}>{t('activate')}</Button>}
      </div>
      {isLast && <p className="g-team-note">{failureWords('last-administrator')}</p>}
    </Dialog>
  );
}

const useTeamDeeds = (load: () => Promise<void>, show: (front: Front) => void) => {
  const { t } = useTexts('team');
  const { team } = usePorts();
  const say = useStatus();
  const changed = async (words: string): Promise<null> => {
    show(null);
    say({ words });
    await load();
    return null;
  };
  return {
    create: async (draft: MemberDraft): Promise<Failure | null> => {
      const made = await team.create(draft);
      if (!made.ok) return made.error;
      show({ kind: 'made', made: { ...draft, password: made.value.password, isReset: false } });
      await load();
      return null;
    },
    change: async (member: Member, { name, role, mayReadLimits }: MemberDraft): Promise<Failure | null> => {
      const answer = await team.change(member.id, { name, role, mayReadLimits });
      return answer.ok ? changed(t('saved', { name })) : answer.error;
    },
    setActive: async (member: Member, active: boolean): Promise<Failure | null> => {
      const answer = await team.change(member.id, { active });
      return answer.ok ? changed(t(active ? 'opened' : 'closed', { name: member.name })) : answer.error;
    },
    reset: async (member: Member): Promise<Failure | null> => {
      const made = await team.resetPassword(member.id);
      if (!made.ok) return made.error;
      show({ kind: 'made', made: { ...member, password: made.value.password, isReset: true } });
      return null;
    },
  };
};

function TeamFailed({ failure, onAgain }: { readonly failure: Failure; readonly onAgain: () => void }) {
  const { t } = useTexts('team');
  const failureWords = useFailureWords();
  const isOffline = failure.type === 'no-connection';
  return (
    <ErrorState
      title={t(isOffline ? 'offlineTitle' : 'troubleTitle')}
      actions={
        <Button size="l" onClick={onAgain}>
          {t('tryAgain')}
        </Button>
      }
    >
      {isOffline ? t('offlineText') : failureWords(failure.type)}
    </ErrorState>
  );
}

/** The devices of all, to take away one that is lost. */
function TeamDevices({ members }: { readonly members: readonly Member[] }) {
  const { t } = useTexts('team');
  const { devices, look } = useDevices();
  const { device: here } = useTransferFacts();
  if (devices === null || devices.length === 0) return null;
  return (
    <section className="g-team-devices">
      <SectionHead size="m" title={t('devices')} />
      <DeviceList
        label={t('devices')}
        devices={devices}
        nameOf={(user) => members.find(({ id }) => id === user)?.name ?? ''}
        here={here}
        onRevoked={look}
      />
    </section>
  );
}

/** The page. */
export function TeamPage() {
  const { t } = useTexts('team');
  const failureWords = useFailureWords();
  const { role } = usePorts().session.user;
  const say = useStatus();
  const { state, load } = useTeam();
  const [front, setFront] = useState<Front>(null);
  const deeds = useTeamDeeds(load, setFront);
  const close = (): void => setFront(null);
  const mayChange = role === 'administrator';
  const members = state.kind === 'there' ? state.members : [];
  const isLast = (member: Member): boolean => isLastAdministrator(members, member.id);
  usePage(t('title'));

  return (
    <>
      <PageHead
        title={t('title')}
        {...(state.kind === 'there'
          ? { sub: t('active', { count: members.filter(({ active }) => active).length }) }
          : {})}
        end={
          mayChange &&
          state.kind === 'there' && (
            <ButtonRow>
              <Button variant="primary" icon={iconPlus} onClick={() => setFront({ kind: 'new' })}>
                {t('add')}
              </Button>
            </ButtonRow>
          )
        }
      />
      {state.kind === 'loading' && <Skeleton label={t('app:loading')} />}
      {state.kind === 'failed' && <TeamFailed failure={state.failure} onAgain={() => void load()} />}
      {state.kind === 'there' && (
        <MemberList
          members={members}
          {...(mayChange ? { onChoose: (member: Member) => setFront({ kind: 'choose', member }) } : {})}
        />
      )}
      {state.kind === 'there' && <TeamDevices members={members} />}
      {front?.kind === 'new' && (
        <MemberDialog member={undefined} isLastAdministrator={false} onClose={close} onSave={deeds.create} />
      )}
      {front?.kind === 'choose' && (
        <ChooseDialog
          member={front.member}
          isLast={isLast(front.member)}
          onClose={close}
          onChoose={(kind) => setFront({ kind, member: front.member })}
          onActivate={() => {
            void deeds.setActive(front.member, true).then((failure) => {
              if (failure !== null) say({ words: failureWords(failure.type) });
            });
          }}
        />
      )}
      {front?.kind === 'edit' && (
        <MemberDialog
          member={front.member}
          isLastAdministrator={isLast(front.member)}
          onClose={close}
          onSave={(draft) => deeds.change(front.member, draft)}
        />
      )}
      {(front?.kind === 'reset' || front?.kind === 'deactivate') && (
        <AccessDialog
          member={front.member}
          question={front.kind}
          onClose={close}
          onYes={() =>
            front.kind === 'reset' ? deeds.reset(front.member) : deeds.setActive(front.member, false)
          }
        />
      )}
      {front?.kind === 'made' && <MadePasswordDialog made={front.made} onDone={close} />}
    </>
  );
}
