// The tab "Weg" of a case: the plan as a picture, its next step, editing it, and handing it to the person.
import { useState } from 'react';
import { planIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { today as dayOf } from '#domain/local-time.ts';
import { planKind } from '#domain/plan.ts';
import { useRecordForm, type RecordForm } from '#forms/record-form.tsx';
import { SaveMark } from '#forms/save-mark.tsx';
import { useTexts } from '#i18n/react.tsx';
import { useCaseSummary } from '#store/react.tsx';
import { Button } from '#ui/button.tsx';
import { Drawer } from '#ui/dialog.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { iconPlus, iconRoute } from '#ui/icon-paths.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { AddPanel } from './add-panel.tsx';
import { PersonSection } from './person-section.tsx';
import { Preview } from './preview.tsx';
import { useStepDeeds } from './plan-deeds.ts';
import { planOf, stationsOf } from './stations.ts';
import { StepPanel } from './step-panel.tsx';
import { useStepWords } from './step-words.ts';
import { TemplateList } from './template-list.tsx';
import { Way } from './way.tsx';
import './plan-edit.css';

/** What stands beside the way. */
type Side = { readonly kind: 'add' | 'preview' } | { readonly kind: 'step'; readonly id: string };

function PlanEdit({ caseId, form }: { readonly caseId: string; readonly form: RecordForm }) {
  const { t } = useTexts('plan-edit');
  const { nameOf } = useStepWords();
  const language = useCaseSummary(caseId)?.languages[0] ?? 'de';
  const [side, setSide] = useState<Side>();
  const [isChoosing, setIsChoosing] = useState(false);
  const { add, move, remove } = useStepDeeds(form);
  const today = dayOf(new Date());
  const stations = stationsOf(form.record);
  const close = (): void => setSide(undefined);
  const edit = (id: string): void => setSide({ kind: 'step', id });
  const choose = async (type: string): Promise<void> => {
    const id = await add(type);
    if (id !== undefined) edit(id);
  };
  const take = async (leaves: Record<string, Json>): Promise<void> => {
    if (await form.write(leaves)) setIsChoosing(false);
  };

  const index = side?.kind === 'step' ? stations.findIndex(({ id }) => id === side.id) : -1;
  const edited = stations[index];
  const deeds = { move, remove };
  return (
    <div className="g-plan">
      {isChoosing ? (
        <TemplateList onTake={(leaves) => void take(leaves)} onClose={() => setIsChoosing(false)} />
      ) : stations.length === 0 ? (
        <>
          <SaveMark form={form} />
          <EmptyState
            begin
            title={t('empty.title')}
            actions={
              <>
                <Button variant="primary" size="l" icon={iconRoute} onClick={() => setIsChoosing(true)}>
                  {t('empty.template')}
                </Button>
                <Button size="l" icon={iconPlus} onClick={() => setSide({ kind: 'add' })}>
                  {t('empty.add')}
                </Button>
              </>
            }
          >
            {t('empty.text')}
          </EmptyState>
        </>
      ) : (
        <>
          <Way
            {...{ form, stations, today, deeds }}
            plan={planOf(form.record)}
            onEdit={edit}
            onAdd={() => setSide({ kind: 'add' })}
          />
          <PersonSection
            {...{ caseId, language, today }}
            record={form.record}
            count={stations.length}
            onPreview={() => setSide({ kind: 'preview' })}
          />
        </>
      )}
      {edited && (
        <Drawer
          key={edited.id}
          open
          onClose={close}
          title={<bdi>{nameOf(edited.step)}</bdi>}
          closeLabel={t('app:close')}
        >
          <StepPanel
            form={form}
            station={edited}
            place={{ isFirst: index === 0, isLast: index === stations.length - 1 }}
            {...deeds}
          />
        </Drawer>
      )}
      <Drawer open={side?.kind === 'add'} onClose={close} title={t('add.title')} closeLabel={t('app:close')}>
        <AddPanel today={today} onChoose={(type) => void choose(type)} />
      </Drawer>
      <Drawer
        open={side?.kind === 'preview'}
        onClose={close}
        title={t('preview.title')}
        closeLabel={t('app:close')}
      >
        <Preview record={form.record} {...{ language, today }} />
      </Drawer>
    </div>
  );
}

/** The page; its frame with head and tabs stands around it. */
export function PlanEditPage({ caseId }: { readonly caseId: string }) {
  const { t } = useTexts('plan-edit');
  const form = useRecordForm({ caseId, kind: planKind, recordId: planIdOf(caseId) });
  if (!form.isLoaded) return <Skeleton label={t('app:loading')} />;
  return <PlanEdit key={caseId} caseId={caseId} form={form} />;
}
