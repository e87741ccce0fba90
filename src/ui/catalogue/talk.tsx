// The talk in two languages and the hand-over view, for the catalogue.
import { useState } from 'react';
import { Button, IconButton, IconLink } from '#ui/button.tsx';
import { ChoiceChips, MultiChoiceChips } from '#ui/choice-chips.tsx';
import {
  iconArrowLeft,
  iconArrowRight,
  iconDeviceTabletShare,
  iconLock,
  iconNote,
  iconVolume,
} from '#ui/icon-paths.ts';
import { StepBars } from '#ui/progress.tsx';
import { HandOverFrame, Question, QuestionHead, TalkFrame } from '#ui/question.tsx';
import { SectionRail, SectionRailItem } from '#ui/section-rail.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { FieldPair, TextField } from '#ui/text-field.tsx';

const arabic = { lang: 'ar', dir: 'rtl' } as const;
const sections: readonly (readonly [string, number, number])[] = [
  ['Person', 9, 10],
  ['Sprache', 6, 6],
  ['Arbeit', 2, 5],
  ['Schule und Ausbildung', 0, 6],
  ['Stärken', 0, 4],
  ['Ziele', 0, 4],
  ['Aufenthalt', 0, 7],
];

/** 03-gespraech. */
export function TalkPage() {
  const [view, setView] = useState<'de' | 'both' | 'ar'>('both');
  const [years, setYears] = useState<string | undefined>('3');
  const [papers, setPapers] = useState<string | undefined>();
  const [tools, setTools] = useState<string[]>(['sew', 'press']);
  const voice = <IconButton icon={iconVolume} label="Vorlesen" variant="soft" pill />;
  return (
    <TalkFrame
      head={
        <>
          <IconLink icon={iconArrowLeft} label="Zurück" href="#back" />
          <div className="g-talk-who">
            <h1 id="page-title" tabIndex={-1}>
              {'Mohamad Al Khalaf'}
            </h1>
            <SyncMark state="saved">{'Auf diesem Tablet gespeichert'}</SyncMark>
          </div>
          <SegmentedControl
            label="Sprache der Fragen"
            value={view}
            onChange={setView}
            options={[
              { value: 'de', label: 'Deutsch' },
              { value: 'both', label: 'Beide' },
              { value: 'ar', label: 'العربية', ...arabic },
            ]}
          />
          <Button icon={iconDeviceTabletShare}>{'Tablet weitergeben'}</Button>
        </>
      }
      rail={
        <SectionRail label="Abschnitte">
          {sections.map(([label, done, total]) => (
            <SectionRailItem
              key={label}
              onClick={() => undefined}
              label={label}
              done={done}
              total={total}
              current={label === 'Arbeit'}
            />
          ))}
        </SectionRail>
      }
      foot={
        <>
          <Button icon={iconNote}>{'Notiz'}</Button>
          <span className="g-talk-gap" />
          <Button variant="quiet">{'Fertig für heute'}</Button>
          <Button variant="primary" iconEnd={iconArrowRight}>
            {'Weiter: Schule und Ausbildung'}
          </Button>
        </>
      }
    >
      <QuestionHead title={'Arbeit'} second={'العمل'} secondLang={arabic} />
      <Question
        label={'Was haben Sie zuletzt gearbeitet?'}
        second={'ماذا كان عملك الأخير؟'}
        secondLang={arabic}
        audio={voice}
      >
        <FieldPair>
          <TextField inner label={'Auf Deutsch'} defaultValue="Schneider im Laden der Familie" />
          <TextField inner label={'بكلماتك'} {...arabic} defaultValue="خيّاط في محل العائلة" />
        </FieldPair>
      </Question>
      <Question
        label={'Wie lange haben Sie das gemacht?'}
        second={'كم سنة عملت في هذا العمل؟'}
        secondLang={arabic}
        audio={voice}
      >
        <ChoiceChips
          label="Wie lange"
          hideLabel
          columns={4}
          secondLang={arabic}
          value={years}
          onChange={setYears}
          options={[
            { value: '0', label: 'unter 1 Jahr', second: 'أقل من سنة' },
            { value: '1', label: '1 bis 3 Jahre', second: 'من سنة إلى 3 سنوات' },
            { value: '3', label: '3 bis 10 Jahre', second: 'من 3 إلى 10 سنوات' },
            { value: '10', label: 'über 10 Jahre', second: 'أكثر من 10 سنوات' },
          ]}
        />
      </Question>
      <Question
        label={'Haben Sie Papiere darüber?'}
        second={'هل لديك أوراق عن هذا العمل؟'}
        secondLang={arabic}
        audio={voice}
      >
        <ChoiceChips
          label="Papiere"
          hideLabel
          secondLang={arabic}
          value={papers}
          onChange={setPapers}
          clearable
          options={[
            { value: 'a', label: 'Ja, Zeugnis', second: 'نعم، شهادة' },
            { value: 'b', label: 'Ja, Fotos', second: 'نعم، صور' },
            { value: 'c', label: 'Nein', second: 'لا' },
            { value: 'd', label: 'weiß nicht', second: 'لا أعرف', quiet: true },
            { value: 'e', label: 'möchte nicht antworten', second: 'لا أريد أن أجيب', quiet: true },
            { value: 'f', label: 'nicht gefragt', second: 'لم يُسأل', quiet: true },
          ]}
        />
      </Question>
      <Question
        label={'Was können Sie bedienen?'}
        second={'ما الآلات التي تعمل عليها؟'}
        secondLang={arabic}
        audio={voice}
      >
        <MultiChoiceChips
          label="Bedienen"
          hideLabel
          secondLang={arabic}
          value={tools}
          onChange={setTools}
          options={[
            { value: 'sew', label: 'Nähmaschine', second: 'ماكينة خياطة' },
            { value: 'press', label: 'Bügelpresse', second: 'مكبس كيّ' },
            { value: 'stitch', label: 'Stickmaschine', second: 'ماكينة تطريز' },
          ]}
        />
      </Question>
    </TalkFrame>
  );
}

/** 13-weitergeben-ar. */
export function HandOverPage() {
  const [work, setWork] = useState<string | undefined>('shop');
  return (
    <HandOverFrame
      lock={<IconButton icon={iconLock} label="القفل" variant="secondary" size="l" />}
      progress={<StepBars done={2} total={5} label="3 / 5" />}
      voice={<IconButton icon={iconVolume} label="استمع" variant="primary" pill size="l" />}
      question={'ماذا كان عملك الأخير؟'}
      foot={
        <>
          <Button size="l" icon={iconArrowLeft}>
            {'رجوع'}
          </Button>
          <Button size="l" variant="quiet">
            {'لا أعرف'}
          </Button>
          <Button size="l" variant="primary" iconEnd={iconArrowRight}>
            {'التالي'}
          </Button>
        </>
      }
    >
      <ChoiceChips
        look="picture"
        label="العمل"
        hideLabel
        value={work}
        onChange={setWork}
        options={[
          { value: 'build', label: 'بناء', pictogram: 'internship' },
          { value: 'factory', label: 'مصنع', pictogram: 'factory' },
          { value: 'farm', label: 'زراعة', pictogram: 'farm' },
          { value: 'shop', label: 'محل أو سوق', pictogram: 'market' },
          { value: 'drive', label: 'سائق', pictogram: 'driving' },
          { value: 'house', label: 'عمل في البيت', pictogram: 'care-work' },
        ]}
      />
    </HandOverFrame>
  );
}
