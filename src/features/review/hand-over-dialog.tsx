// Before cases go to somebody else: to whom, who stands in, and what happens then.
import { useState } from 'react';
import type { CaseSummary } from '#domain/case-summary.ts';
import { usePorts } from '#features/ports.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useFailureWords } from '#i18n/failure-words.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { useStatus } from '#ui/status-provider.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { assignmentsBack, commonDeputies, type Colleague } from './hand-over.ts';

/** More cases than these are counted, not named. */
const NAMED = 3;

type HandOverDialogProps = {
  readonly cases: readonly CaseSummary[];
  readonly colleagues: readonly Colleague[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

const useHandOver = ({ cases, onDone }: Pick<HandOverDialogProps, 'cases' | 'onDone'>) => {
  const { t } = useTexts('review');
  const { handOver } = usePorts();
  const { offer } = useUndo();
  const say = useStatus();
  const failureWords = useFailureWords();
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const takeBack = async (): Promise<void> => {
    for (const assignment of assignmentsBack(cases)) {
      const back = await handOver.assign(assignment);
      if (!back.ok) return say({ words: failureWords(back.error.type) });
    }
    say({ words: t('handOver.takenBack') });
    onDone();
  };
  const go = async (to: Colleague, deputies: readonly string[] | undefined): Promise<void> => {
    setIsBusy(true);
    const caseIds = cases.map(({ caseId }) => caseId);
    const assigned = await handOver.assign({ caseIds, owner: to.id, deputies });
    setIsBusy(false);
    if (!assigned.ok) return setFailure(failureWords(assigned.error.type));
    offer(t('handOver.done', { count: cases.length, name: to.name }), takeBack);
    onDone();
  };
  return { go, failure, isBusy };
};

/** Asks, the safe answer first. */
export function HandOverDialog({ cases, colleagues, onClose, onDone }: HandOverDialogProps) {
  const { t } = useTexts('review');
  const { list } = useFormat();
  const { go, failure, isBusy } = useHandOver({ cases, onDone });
  const [owner, setOwner] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [deputies, setDeputies] = useState(() => commonDeputies(cases));
  const to = colleagues.find(({ id }) => id === owner);
  const names = cases.map(({ name }) => name || t('nameless'));
  const rest = names.length - NAMED;
  const named = rest > 0 ? [...names.slice(0, NAMED), t('handOver.more', { count: rest })] : names;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('handOver.title', { count: cases.length })}
      actions={
        <>
          <Button onClick={onClose}>{t('app:cancel')}</Button>
          <Button
            variant="primary"
            busy={isBusy}
            onClick={() => {
              if (to === undefined) setIsMissing(true);
              else
                void go(
                  to,
                  deputies?.filter((id) => id !== owner),
                );
            }}
          >
            {t('handOver.go')}
          </Button>
        </>
      }
    >
      <div className="g-review-hand-over">
        <p>
          <bdi>{list(named)}</bdi>
        </p>
        <SelectField
          label={t('handOver.to')}
          error={isMissing && to === undefined ? t('handOver.missing') : undefined}
          value={owner}
          onChange={({ currentTarget }) => setOwner(currentTarget.value)}
        >
          <option value="">{t('handOver.choose')}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <FieldGroup
          label={t('handOver.deputies')}
          hint={deputies === undefined ? t('handOver.deputiesStay') : undefined}
        >
          {colleagues
            .filter(({ id }) => id !== owner)
            .map(({ id, name }) => (
              <Checkbox
                key={id}
                label={<bdi>{name}</bdi>}
                checked={deputies?.includes(id) ?? false}
                onChange={({ currentTarget }) => {
                  const others = (deputies ?? []).filter((other) => other !== id);
                  setDeputies(currentTarget.checked ? [...others, id] : others);
                }}
              />
            ))}
        </FieldGroup>
        <div className="g-review-hand-over-what">
          <p>{t('handOver.what')}</p>
          <p>{t('handOver.unsent')}</p>
        </div>
        {failure !== null && <Banner tone="bad">{failure}</Banner>}
      </div>
    </Dialog>
  );
}
