// Heute and Weg, for the catalogue.
import { Button, ButtonRow, LinkButton } from '#ui/button.tsx';
import { Card, CardNote, Split, Stack } from '#ui/card.tsx';
import { DayNowCard, DayPath, DayStop } from '#ui/day-path.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import {
  iconAlertTriangle,
  iconArrowBackUp,
  iconArrowsUpDown,
  iconEye,
  iconInfoCircle,
  iconLanguage,
  iconMapPin,
  iconMessage2,
  iconMessageCircle,
  iconPencil,
  iconPlus,
} from '#ui/icon-paths.ts';
import { LaneChart } from '#ui/lane-chart.tsx';
import { monthStarts } from '#ui/lane-layout.ts';
import { PageHead, SectionHead } from '#ui/page-head.tsx';
import { Lines, NoteLines, Row, RowList } from '#ui/row.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { StaffFrame, WaitingSentence } from '#ui/catalogue/staff-frame.tsx';

/** 01-heute. */
export function DayPage() {
  const late = 'Überfällig';
  const wait = 'Wartet auf Sie';
  return (
    <StaffFrame at="/today">
      <PageHead title={'Heute'} sub={'Montag, 23. November 2026'} sync={<WaitingSentence />} />
      <Split
        side={
          <Stack gap={24}>
            <Stack gap={8}>
              <SectionHead size="m" title={late} count={2} tone="bad" />
              <RowList card label={late}>
                <Row
                  href="#a"
                  chevron={false}
                  cells={[
                    <Lines
                      key="a"
                      tone="bad"
                      first={<bdi>{'Hêvîn Aydoğan'}</bdi>}
                      second={'Rückmeldung der BBS einholen'}
                      third={'seit Di, 17. November'}
                    />,
                  ]}
                />
                <Row
                  href="#b"
                  chevron={false}
                  cells={[
                    <Lines
                      key="a"
                      tone="bad"
                      first={<bdi>{'Rêbaz Karim Aziz'}</bdi>}
                      second={'Bescheid der Kammer prüfen'}
                      third={'seit Fr, 20. November'}
                    />,
                  ]}
                />
              </RowList>
            </Stack>
            <Stack gap={8}>
              <SectionHead size="m" title={wait} count={3} />
              <RowList card label={wait}>
                <Row
                  href="#c"
                  chevron={false}
                  cells={[
                    <NoteLines
                      key="a"
                      tone="bad"
                      icon={iconAlertTriangle}
                      note={'Zwei Fassungen'}
                      text={'Semhar Tesfay Gebru · 3 Felder'}
                    />,
                  ]}
                />
                <Row
                  href="#d"
                  chevron={false}
                  cells={[
                    <NoteLines
                      key="a"
                      tone="bad"
                      icon={iconArrowBackUp}
                      note={'Nicht angenommen'}
                      text={'Mariama Camara · 1 Eintrag'}
                    />,
                  ]}
                />
                <Row
                  href="#e"
                  chevron={false}
                  cells={[
                    <NoteLines
                      key="a"
                      tone="action"
                      icon={iconMessage2}
                      note={'Rückfrage'}
                      text={'Dr. Sandvoß zu Behzad Rostami'}
                    />,
                  ]}
                />
              </RowList>
            </Stack>
          </Stack>
        }
      >
        <DayPath label="Termine heute">
          <DayStop time={'10:00'} kind="now">
            <DayNowCard
              tag={<StatusTag tone="next">{'Als Nächstes'}</StatusTag>}
              aside={'in 15 Minuten'}
              title={'Mohamad Al Khalaf'}
              facts={[
                { icon: iconMapPin, text: 'Gemeinschafts-Unterkunft Adersbeck' },
                { icon: iconLanguage, text: 'Arabisch · Sprachmittlung per Video bestätigt' },
                { icon: iconMessageCircle, text: 'Arbeit: 3 von 5 Fragen sind noch offen' },
              ]}
              actions={
                <>
                  <Button variant="primary" size="l">
                    {'Gespräch beginnen'}
                  </Button>
                  <LinkButton variant="quiet" size="l" href="#case">
                    {'Fall öffnen'}
                  </LinkButton>
                </>
              }
            />
          </DayStop>
          {[
            ['13:00', 'Zarghuna', 'Plan übergeben · Langelede · Paschtu'],
            ['15:30', 'Giorgi Beridze-Lomaia', 'Telefon · Russisch · Ehrenamt klären'],
            ['16:15', 'Mariama Camara', 'Büro · Französisch · Kita-Platz'],
          ].map(([time, name, what]) => (
            <DayStop key={time} time={time} kind="later" href="#x">
              <Lines first={<bdi>{name}</bdi>} second={what} />
            </DayStop>
          ))}
          <DayStop time={'Di, 24.'} kind="outlook" href="#tomorrow">
            {'Morgen: 2 Gespräche, 1 Besuch im Betrieb'}
          </DayStop>
        </DayPath>
      </Split>
    </StaffFrame>
  );
}

/** 04-weg. */
export function WayPage() {
  const axis = { from: '2026-08-28', to: '2028-03-01' };
  const months = ['Jan', 'Feb', 'März', 'Apr', 'Mai', 'Juni', 'Juli', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];
  const places = ['Überblick', 'Profil', 'Weg', 'Gespräche', 'Dokumente', 'Verlauf'];
  return (
    <StaffFrame at="/cases">
      <PageHead
        back={{ href: '/cases', label: 'Zurück zu den Fällen' }}
        title={<bdi>{'Mohamad Al Khalaf'}</bdi>}
        sub={'Arabisch, Kurmandschi · Adersbeck · Gestattung'}
        sync={<SyncMark state="waiting">{'Wartet'}</SyncMark>}
        end={<Button icon={iconEye}>{'So sieht es die Person'}</Button>}
      />
      <Tabs
        label="Fall"
        items={places.map((label) => ({ href: `#${label}`, label, current: label === 'Weg' }))}
      />
      <Stack gap={16}>
        <span />
        <SectionHead
          title={'Weg zur Ausbildung'}
          note={'5 Schritte · Vorlage „Klassische Kette“'}
          end={
            <ButtonRow>
              <Button variant="quiet" icon={iconArrowsUpDown}>
                {'Ordnen'}
              </Button>
              <Button icon={iconPlus}>{'Schritt'}</Button>
            </ButtonRow>
          }
        />
        <LaneChart
          label="Weg zur Ausbildung"
          {...axis}
          today="2026-11-23"
          todayLabel="Heute"
          ticks={monthStarts(axis, 2).map((date, index) => {
            const month = Number(date.slice(5, 7));
            return {
              date,
              label: months[month - 1] ?? '',
              year: index === 0 || month === 1 ? date.slice(0, 4) : undefined,
            };
          })}
          onSelect={() => undefined}
          lanes={[
            {
              id: 'language',
              label: 'Sprache',
              bars: [
                {
                  id: 'eok',
                  from: '2026-09-14',
                  to: '2026-12-18',
                  title: 'Erstorientierung',
                  sub: 'läuft',
                  state: 'running',
                },
                {
                  id: 'ik',
                  from: '2027-01-11',
                  to: '2027-09-10',
                  title: 'Integrationskurs',
                  sub: 'beantragt · 11.01. bis 10.09.2027',
                  state: 'next',
                },
              ],
            },
            {
              id: 'practice',
              label: 'Praxis',
              bars: [
                {
                  id: 'trial',
                  from: '2027-09-27',
                  to: '2027-10-24',
                  title: 'Praktikum',
                  sub: '4 Wochen, geplant',
                  state: 'planned',
                },
                {
                  id: 'eq',
                  from: '2027-12-01',
                  to: '2028-07-31',
                  title: 'Einstiegs-Qualifizierung',
                  state: 'planned',
                },
              ],
            },
            {
              id: 'training',
              label: 'Ausbildung',
              bars: [
                {
                  id: 'job',
                  from: '2028-08-01',
                  to: '2031-07-31',
                  title: 'Ausbildung Textil',
                  sub: 'ab 01.08.2028, geplant',
                  state: 'planned',
                },
              ],
            },
          ]}
          waits={{
            label: 'Wartezeit',
            items: [
              { from: '2026-12-18', to: '2027-01-11', label: '24 Tage' },
              { from: '2027-09-10', to: '2027-09-27', label: '17 Tage' },
              { from: '2027-10-24', to: '2027-12-01', label: '39 Tage' },
            ],
          }}
          links={[
            { from: 'eok', to: 'ik' },
            { from: 'ik', to: 'trial' },
            { from: 'trial', to: 'eq' },
          ]}
        />
        <Split
          sideWidth={320}
          side={
            <Card look="hint" icon={iconInfoCircle} title={'Zugang zum Kurs'}>
              <Stack gap={8}>
                <p>{'Die Verpflichtung spricht der Landkreis selbst aus.'}</p>
                <p>
                  <b>{'§ 44a Abs. 1 Satz 1 Nr. 4 AufenthG'}</b>
                </p>
                <CardNote>
                  {'Hinweis, keine Entscheidung. Stand 19.08.2026; Auskunft erteilt die Leistungs-Behörde.'}
                </CardNote>
              </Stack>
            </Card>
          }
        >
          <Card
            look="plain"
            tag={<StatusTag tone="next">{'Nächster Schritt'}</StatusTag>}
            note={'2 von 5'}
            end={
              <Button variant="quiet" icon={iconPencil}>
                {'Bearbeiten'}
              </Button>
            }
            title={'Integrationskurs'}
          >
            <DefinitionList
              items={[
                { term: 'Ort', value: 'VHS Fuhsetal' },
                { term: 'Termin', value: 'Anmeldung: Di, 15. Dezember 2026, 9:30 Uhr' },
                { term: 'Stand', value: 'beantragt seit 02.11.2026' },
                { term: 'Vorher', value: '24 Tage Wartezeit (18.12. bis 11.01.)' },
              ]}
            />
          </Card>
        </Split>
      </Stack>
    </StaffFrame>
  );
}
