// Adding a step: every measure that may be chosen today, by lane, to be found by typing.
import { useDeferredValue, useState } from 'react';
import { selectableCodes } from '#domain/codes.ts';
import { foldText } from '#domain/fold.ts';
import { useCodeNames, useTexts } from '#i18n/react.tsx';
import { SectionHead } from '#ui/page-head.tsx';
import { Lines, Row, RowList } from '#ui/row.tsx';
import { SearchField } from '#ui/text-field.tsx';
import { laneOfMeasure, lanes } from './measure-lanes.ts';

type AddPanelProps = { readonly today: string; readonly onChoose: (type: string) => void };

/** The list in the drawer. */
export function AddPanel({ today, onChoose }: AddPanelProps) {
  const { t } = useTexts('plan-edit');
  const codeName = useCodeNames('codes');
  const plainName = useCodeNames('plan');
  const [text, setText] = useState('');
  const wanted = foldText(useDeferredValue(text)).trim();
  const found = selectableCodes('measure_type', today)
    .map(({ code }) => ({
      code,
      name: codeName('measure_type', code) ?? code,
      plain: plainName('measure', code),
    }))
    .filter(({ code, name, plain }) => foldText(`${name} ${plain ?? ''} ${code}`).includes(wanted));
  return (
    <>
      <SearchField
        label={t('add.search')}
        placeholder={t('add.searchHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found.length === 0 && <p role="status">{t('add.none')}</p>}
      {lanes.map((lane) => {
        const choices = found.filter(({ code }) => laneOfMeasure(code) === lane);
        if (choices.length === 0) return null;
        return (
          <section key={lane} className="g-plan-choices">
            <SectionHead size="m" title={t(`lane.${lane}`)} count={choices.length} />
            <RowList label={t(`lane.${lane}`)}>
              {choices.map(({ code, name, plain }) => (
                <Row
                  key={code}
                  onClick={() => onChoose(code)}
                  cells={[<Lines key="name" first={name} second={plain ?? undefined} />]}
                />
              ))}
            </RowList>
          </section>
        );
      })}
    </>
  );
}
