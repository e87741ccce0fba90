// The person's plan on a phone, for the catalogue: ?lang=ar shows it from the other side.
import { Avatar } from '#ui/avatar.tsx';
import { Beads } from '#ui/beads.tsx';
import { BottomBar, BottomBarItem, FootDeeds, PlanFrame, PlanHead } from '#ui/bottom-bar.tsx';
import { Button, IconButton, IconLink, LinkButton } from '#ui/button.tsx';
import {
  iconArrowLeft,
  iconArrowRight,
  iconCalendar,
  iconCalendarPlus,
  iconHelpCircle,
  iconPhone,
  iconPrinter,
  iconRoute,
  iconVolume,
} from '#ui/icon-paths.ts';
import { DayLeaf, PictureTile, TileGrid, VoiceCard } from '#ui/no-reading.tsx';
import {
  Fact,
  Facts,
  HelpRow,
  PaperTile,
  Papers,
  PathDone,
  PathLater,
  PathLine,
  PathNow,
  StepHead,
} from '#ui/path-line.tsx';
import { StatusTag } from '#ui/status-tag.tsx';

const isArabic = () => document.documentElement.lang === 'ar';
const say = (german: string, arabic: string) => (isArabic() ? arabic : german);

/** 07-plan-ar, 07d-plan-de. */
export function PlanPage() {
  const title = say('Mein Weg', 'طريقي');
  return (
    <PlanFrame
      bar={
        <BottomBar label={say('Bereiche', 'الأقسام')}>
          <BottomBarItem href="#way" icon={iconRoute} label={title} current />
          <BottomBarItem href="#dates" icon={iconCalendar} label={say('Termine', 'المواعيد')} />
          <BottomBarItem href="#help" icon={iconHelpCircle} label={say('Hilfe', 'مساعدة')} />
        </BottomBar>
      }
    >
      <PlanHead
        title={title}
        end={
          <Button variant="soft" size="l" pill icon={iconVolume}>
            {say('Vorlesen', 'استمع')}
          </Button>
        }
      />
      <PathLine label={title}>
        <PathDone title={say('Deutsch-Prüfung B1', 'التعارف والمقابلة')} when={say('geschafft', 'تمّ')} />
        <PathNow
          word={say('Jetzt', 'الآن')}
          pictogram="course"
          title={say('Gespräch zur Berufs-Vorbereitung', 'التسجيل في دورة الألمانية')}
          date={say('Dienstag, 15. Dezember 2026', 'الثلاثاء، 15 ديسمبر 2026')}
          place={
            <>
              <bdi>{say('9:30 Uhr', 'الساعة 9:30')}</bdi>
              {' · '}
              <bdi>{say('Agentur für Arbeit', 'VHS Fuhsetal')}</bdi>
            </>
          }
          actions={
            <>
              <LinkButton variant="primary" size="l" href="?page=step" iconEnd={iconArrowRight}>
                {say('Schritt öffnen', 'افتح الخطوة')}
              </LinkButton>
              <IconButton variant="soft" size="l" icon={iconVolume} label={say('Vorlesen', 'استمع')} />
            </>
          }
        />
        <PathLater
          pictogram="lessons"
          title={say('Berufs-Vorbereitung', 'دورة الاندماج')}
          when={say('ab 11. Januar 2027', 'من 11 يناير 2027')}
        />
        <PathLater
          pictogram="internship"
          title={say('Praktikum im Betrieb', 'تدريب عملي قصير')}
          when={say('später', 'لاحقًا')}
        />
        <PathLater
          pictogram="certificate"
          title={say('Ausbildung', 'التدريب المهني')}
          when={say('später', 'لاحقًا')}
        />
      </PathLine>
    </PlanFrame>
  );
}

/** 07e-schritt-ar, 07f-schritt-de-dunkel. */
export function StepPage() {
  return (
    <PlanFrame
      bar={
        <FootDeeds>
          <Button variant="soft" size="l" icon={iconCalendarPlus}>
            {say('Kalender', 'التقويم')}
          </Button>
          <Button variant="soft" size="l" icon={iconPrinter}>
            {say('Drucken', 'اطبع')}
          </Button>
        </FootDeeds>
      }
    >
      <PlanHead
        back={<IconLink icon={iconArrowLeft} label={say('Zurück', 'رجوع')} href="?page=plan" size="l" />}
        end={
          <Button variant="primary" size="l" pill icon={iconVolume}>
            {say('Vorlesen', 'استمع')}
          </Button>
        }
      />
      <StepHead
        pictogram="course"
        tag={<StatusTag tone="next">{say('Jetzt', 'الآن')}</StatusTag>}
        title={say('Anmeldung Deutsch-Kurs', 'التسجيل في دورة الألمانية')}
      />
      <Facts>
        <Fact
          pictogram="place"
          label={say('Wo?', 'أين؟')}
          main={'VHS Fuhsetal'}
          more={say('Erster Stock, Anmeldung', 'مدرسة تعليم الكبار، الطابق الأول')}
        />
        <Fact
          pictogram="date"
          label={say('Wann?', 'متى؟')}
          main={
            <>
              {say('Dienstag, 15. Dezember 2026', 'الثلاثاء، 15 ديسمبر 2026')}
              <br />
              {say('9:30 Uhr', 'الساعة 9:30 صباحًا')}
            </>
          }
        />
        <Fact pictogram="folder" label={say('Was mitbringen?', 'ماذا تحضر معك؟')}>
          <Papers>
            <PaperTile pictogram="identity">{say('Ausweis', 'وثيقة الإقامة')}</PaperTile>
            <PaperTile pictogram="letter">{say('Brief vom Landkreis', 'رسالة من الدائرة')}</PaperTile>
          </Papers>
        </Fact>
      </Facts>
      <HelpRow
        avatar={<Avatar initials="WA" size={44} own />}
        label={say('Wer hilft?', 'من يساعدك؟')}
        name={<bdi>{'Wiebke Ahlers'}</bdi>}
        action={
          <LinkButton variant="tint" size="l" icon={iconPhone} href="tel:+4915110000142">
            {say('Anrufen', 'اتصل')}
          </LinkButton>
        }
      />
    </PlanFrame>
  );
}

/** 07g-ohne-lesen. */
export function NoReadingPage() {
  const word = say('Deutsch-Kurs', 'دورة الألمانية');
  return (
    <PlanFrame>
      <Beads
        label={word}
        stations={[
          { id: 'a', pictogram: 'talk', state: 'done', label: 'a' },
          { id: 'b', pictogram: 'course', state: 'now', label: 'b' },
          { id: 'c', pictogram: 'lessons', state: 'later', label: 'c' },
          { id: 'd', pictogram: 'care-work', state: 'later', label: 'd' },
        ]}
      />
      <VoiceCard
        pictogram="course"
        title={word}
        voice={
          <Button variant="primary" size="l" pill wide icon={iconVolume}>
            {say('Anhören', 'استمع')}
          </Button>
        }
      />
      <TileGrid>
        <PictureTile
          picture={<DayLeaf day={1} weekday={2} hour={9} minute={0} />}
          icon={iconVolume}
          onClick={() => undefined}
        >
          {say('Dienstag 9:00', 'الثلاثاء 9:00')}
        </PictureTile>
        <PictureTile pictogram="place" icon={iconVolume} onClick={() => undefined}>
          {'Velchau'}
        </PictureTile>
        <PictureTile pictogram="children" icon={iconVolume} onClick={() => undefined}>
          {say('Kinder mitbringen', 'أحضر الأطفال')}
        </PictureTile>
        <PictureTile picture={iconPhone} href="tel:+4915110000142" chosen>
          {say('Anrufen', 'اتصل')}
        </PictureTile>
      </TileGrid>
    </PlanFrame>
  );
}
