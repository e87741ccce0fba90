// Editing a step beside the picture. Every field saves itself.
import type { ReactNode } from 'react';
import { itemPath } from '#domain/path.ts';
import { CodeLeaf, CodesLeaf } from '#forms/code-choice.tsx';
import { DayLeaf } from '#forms/partial-date-field.tsx';
import type { RecordForm } from '#forms/record-form.tsx';
import { SaveMark } from '#forms/save-mark.tsx';
import { useTexts } from '#i18n/react.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Switch } from '#ui/checkbox.tsx';
import { iconAlertCircle, iconArrowDown, iconArrowUp, iconTrash } from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { FieldPair, TextArea, TextField } from '#ui/text-field.tsx';
import { AccessFields } from './access-fields.tsx';
import { PartnerField } from './partner-field.tsx';
import { endsBeforeItBegins, type Station } from './stations.ts';
import { needsAccessRoute, useStepWords } from './step-words.ts';

type StepPanelProps = {
  readonly form: RecordForm;
  readonly station: Station;
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean };
  readonly move: (id: string, by: -1 | 1) => void;
  readonly remove: (id: string, name: string) => void;
};

function Dates({ form, station }: Pick<StepPanelProps, 'form' | 'station'>) {
  const { t } = useTexts('plan-edit');
  const path = (field: string): string => itemPath('steps', station.id, field);
  return (
    <>
      <DayLeaf form={form} path={path('from')} label={t('field.from')} />
      <DayLeaf form={form} path={path('until')} label={t('field.until')} />
      {endsBeforeItBegins(station.step) && (
        <p className="g-plan-wrong" role="alert">
          <Icon icon={iconAlertCircle} size={19} />
          <span>{t('field.untilBeforeFrom')}</span>
        </p>
      )}
      <TextField
        label={t('field.time')}
        hint={t('field.timeHint')}
        dir="auto"
        {...form.field(path('time'))}
      />
    </>
  );
}

/** How it ended: asked only where it has. */
function Ending({ form, station }: Pick<StepPanelProps, 'form' | 'station'>): ReactNode {
  const { t } = useTexts('plan-edit');
  const path = (field: string): string => itemPath('steps', station.id, field);
  const { state } = station.step;
  if (state === 'ABBRUCH' || state === 'NICHT_ANGETR')
    return (
      <CodeLeaf form={form} path={path('endReason')} list="dropout_reason" label={t('field.endReason')} />
    );
  if (state === 'ERFOLG' || state === 'OHNE_ZIEL')
    return <TextField label={t('field.result')} dir="auto" {...form.field(path('result'))} />;
  return null;
}

/** Whether the person sees the step on her phone. */
function Visible({ form, station }: Pick<StepPanelProps, 'form' | 'station'>) {
  const { t } = useTexts('plan-edit');
  const leaf = form.leaf(itemPath('steps', station.id, 'visible'));
  return (
    <Switch
      label={t('field.visible')}
      hint={leaf.contested ?? t('field.visibleHint')}
      checked={leaf.value === true}
      onChange={(event) => leaf.change(event.currentTarget.checked)}
    />
  );
}

/** The fields of a step, in the order in which they are talked about. */
export function StepPanel({ form, station, place, move, remove }: StepPanelProps) {
  const { t } = useTexts('plan-edit');
  const { measureOf, nameOf } = useStepWords();
  const { id, step } = station;
  const path = (field: string): string => itemPath('steps', id, field);
  const name = nameOf(step);
  const measure = measureOf(step);
  return (
    <div className="g-plan-fields">
      <div className="g-plan-panel-head">
        {measure !== null && measure !== name && <p>{measure}</p>}
        <SaveMark form={form} />
      </div>
      {form.contested(path('gone')) ?? form.contested(path('order'))}
      <Visible form={form} station={station} />
      <TextField
        label={t('field.title')}
        hint={t('field.titleHint')}
        dir="auto"
        {...form.field(path('title'))}
      />
      <CodeLeaf form={form} path={path('state')} list="step_state" label={t('field.state')} />
      <Ending form={form} station={station} />
      {needsAccessRoute(step) && <AccessFields form={form} station={station} />}
      <Dates form={form} station={station} />
      <PartnerField form={form} station={station} />
      <TextField label={t('field.place')} dir="auto" {...form.field(path('place'))} />
      <FieldPair>
        <TextField label={t('field.contactName')} dir="auto" {...form.field(path('contactName'))} />
        <TextField
          label={t('field.contactPhone')}
          inputMode="tel"
          dir="ltr"
          {...form.field(path('contactPhone'))}
        />
      </FieldPair>
      <CodesLeaf form={form} path={path('bring')} list="bring_item" label={t('field.bring')} columns={2} />
      <TextArea
        label={t('field.noteForPerson')}
        hint={t('field.noteForPersonHint')}
        {...form.field(path('noteForPerson'))}
      />
      <TextArea label={t('field.note')} hint={t('field.noteHint')} {...form.field(path('note'))} />
      <ButtonRow>
        <Button icon={iconArrowUp} disabled={place.isFirst} onClick={() => move(id, -1)}>
          {t('panel.up')}
        </Button>
        <Button icon={iconArrowDown} disabled={place.isLast} onClick={() => move(id, 1)}>
          {t('panel.down')}
        </Button>
        <Button variant="danger" icon={iconTrash} onClick={() => remove(id, name)}>
          {t('panel.remove')}
        </Button>
      </ButtonRow>
    </div>
  );
}
