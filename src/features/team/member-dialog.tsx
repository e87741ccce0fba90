// Creating somebody's access, or changing it: name, login name, role, and what she may read.
import { useState } from 'react';
import type { Failure } from '#domain/result.ts';
import { userRoles, type UserRole } from '#domain/user.ts';
import type { Member } from '#features/ports.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useTexts } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';
import { hasOwnCases } from './members.ts';

/** What the form gives. */
export type MemberDraft = Pick<Member, 'name' | 'login' | 'role' | 'mayReadLimits'>;

type MemberDialogProps = {
  /** Somebody to change; undefined makes a new person. */
  readonly member: Member | undefined;
  readonly isLastAdministrator: boolean;
  readonly onClose: () => void;
  /** The failure, or null if it went well. */
  readonly onSave: (draft: MemberDraft) => Promise<Failure | null>;
};

type Wrong = { readonly name?: string; readonly login?: string; readonly all?: string };

/** The dialog. */
export function MemberDialog({ member, isLastAdministrator, onClose, onSave }: MemberDialogProps) {
  const { t } = useTexts('team');
  const failureWords = useFailureWords();
  const [name, setName] = useState(member?.name ?? '');
  const [login, setLogin] = useState(member?.login ?? '');
  const [role, setRole] = useState<UserRole>(member?.role ?? 'caseworker');
  const [mayReadLimits, setMayReadLimits] = useState(member?.mayReadLimits ?? false);
  const [wrong, setWrong] = useState<Wrong>({});
  const [isBusy, setIsBusy] = useState(false);

  const save = async (): Promise<void> => {
    const missing = {
      ...(name.trim() === '' ? { name: t('missing') } : {}),
      ...(login.trim().length < 2 ? { login: t('tooShort') } : {}),
    };
    if (Object.keys(missing).length > 0) return setWrong(missing);
    setIsBusy(true);
    const failure = await onSave({
      name: name.trim(),
      login: login.trim(),
      role,
      mayReadLimits: mayReadLimits && hasOwnCases(role),
    });
    setIsBusy(false);
    if (failure === null) return;
    const words = failureWords(failure.type);
    setWrong(failure.type === 'name-taken' ? { login: words } : { all: words });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t(member === undefined ? 'newTitle' : 'editTitle')}
      actions={
        <>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            {isBusy ? t('app:moment') : t(member === undefined ? 'create' : 'save')}
          </Button>
          <Button onClick={onClose}>{t('app:cancel')}</Button>
        </>
      }
    >
      {member === undefined && <p>{t('newText')}</p>}
      {wrong.all !== undefined && <Banner tone="bad">{wrong.all}</Banner>}
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={wrong.name}
        dir="auto"
        maxLength={120}
        value={name}
        data-first-focus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        label={t('login')}
        hint={t('loginHint')}
        error={wrong.login}
        dir="auto"
        maxLength={60}
        autoCapitalize="off"
        spellCheck={false}
        value={login}
        readOnly={member !== undefined}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <ChoiceChips
        label={t('roleLabel')}
        columns={1}
        options={userRoles.map((value) => ({
          value,
          label: t(`role.${value}`),
          second: t(`roleHint.${value}`),
          disabled: isLastAdministrator && value !== 'administrator',
        }))}
        value={role}
        onChange={(value) => setRole(value ?? role)}
      />
      {isLastAdministrator && <p className="g-team-note">{failureWords('last-administrator')}</p>}
      {hasOwnCases(role) && (
        <Checkbox
          label={t('mayReadLabel')}
          hint={t('mayReadHint')}
          checked={mayReadLimits}
          onChange={(event) => setMayReadLimits(event.currentTarget.checked)}
        />
      )}
    </Dialog>
  );
}
