// Fälle, Übertragung, Zwei Fassungen, and what is empty or broken, for the catalogue.
import { useState } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Card, Columns, Split, Stack } from '#ui/card.tsx';
import { ChoiceChips, FilterBar, FilterSelect } from '#ui/choice-chips.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { EmptyState, ErrorState } from '#ui/empty-state.tsx';
import {
  iconClock,
  iconCloudCheck,
  iconDownload,
  iconLayersUnion,
  iconPencil,
  iconPhoto,
  iconPlus,
  iconRefresh,
  iconTrash,
} from '#ui/icon-paths.ts';
import { PageHead, SectionHead, StateHead } from '#ui/page-head.tsx';
import { StepBars } from '#ui/progress.tsx';
import { Lines, Row, RowGlyph, RowList } from '#ui/row.tsx';
import { StatusLine } from '#ui/status-line.tsx';
import { SyncMark, type SyncMarkState } from '#ui/sync-mark.tsx';
import { SearchField, ToolBar } from '#ui/text-field.tsx';
import { StaffFrame, WaitingSentence } from '#ui/catalogue/staff-frame.tsx';

const people: readonly (readonly [string, string, string, string, SyncMarkState, string])[] = [
  [
    'Hêvîn Aydoğan',
    'Kurmandschi · Fuhsetal-Stadt',
    'Rückmeldung BBS',
    'seit 17.11.2026',
    'sent',
    'Übertragen',
  ],
  ['Rêbaz Karim Aziz', 'Sorani · Wendmark', 'Bescheid der Kammer', 'seit 20.11.2026', 'sent', 'Übertragen'],
  [
    'Mohamad Al Khalaf',
    'Arabisch · Adersbeck',
    'Anmeldung Integrationskurs',
    'Di, 15.12.2026',
    'waiting',
    'Wartet',
  ],
  ['Zarghuna', 'Paschtu · Langelede', 'Plan übergeben', 'heute, 13:00', 'waiting', 'Wartet'],
  [
    'Semhar Tesfay Gebru',
    'Tigrinya · Ilserode',
    'Integrationskurs Teilzeit',
    'Mo, 11.01.2027',
    'two-versions',
    'Zwei Fassungen',
  ],
  [
    'Oleksandra Vasylivna Marchenko',
    'Ukrainisch · Wendmark',
    'Anpassungs-Lehrgang Pflege',
    'Mo, 01.02.2027',
    'sent',
    'Übertragen',
  ],
  ['Behzad Rostami', 'Persisch · Fuhsetal-Stadt', 'Deutsch-Kurs C1', 'Mo, 18.01.2027', 'sent', 'Übertragen'],
  [
    'Abdi Warsame Nur',
    'Somali · Grünhameln',
    'Berufs-Vorbereitung',
    'Di, 15.12.2026',
    'refused',
    'Nicht angenommen',
  ],
];

/** 02-faelle; ?dialog opens 12-dialog. */
export function CasesPage() {
  const query = new URLSearchParams(window.location.search);
  const [filter, setFilter] = useState<'active' | 'late' | 'unsent' | undefined>('active');
  const [asks, setAsks] = useState(query.has('dialog'));
  const hint = 'Name, Ort oder Aktenzeichen';
  const question = 'Fall von diesem Tablet entfernen?';
  return (
    <StaffFrame at="/cases">
      <PageHead title={'Fälle'} sub={'42 auf diesem Tablet'} subBeside sync={<WaitingSentence />} />
      <Stack gap={12}>
        <ToolBar>
          <SearchField label="Fälle suchen" placeholder={hint} />
          <Button variant="primary" icon={iconPlus} onClick={() => setAsks(true)}>
            {'Fall anlegen'}
          </Button>
        </ToolBar>
        <FilterBar>
          <ChoiceChips
            look="filter"
            label="Zeigen"
            hideLabel
            clearable
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'active', label: 'Aktiv', count: 38 },
              { value: 'late', label: 'Überfällig', count: 2 },
              { value: 'unsent', label: 'Nicht übertragen', count: 3 },
            ]}
          />
          <FilterSelect label="Sprache" defaultValue="">
            <option value="">{'Sprache'}</option>
            <option value="ar">{'Arabisch'}</option>
          </FilterSelect>
          <FilterSelect label="Nächster Schritt" defaultValue="">
            <option value="">{'Nächster Schritt'}</option>
          </FilterSelect>
        </FilterBar>
        <RowList label="Fälle" heads={['Person', 'Nächster Schritt', 'Stand']}>
          {people.map(([name, where, step, when, state, word]) => (
            <Row
              key={name}
              href={`#${name}`}
              cells={[
                <Lines key="who" first={<bdi>{name}</bdi>} second={where} />,
                <Lines
                  key="what"
                  plain
                  first={step}
                  second={when}
                  tone={when.startsWith('seit') ? 'alert' : 'plain'}
                />,
                <SyncMark key="state" state={state}>
                  {word}
                </SyncMark>,
              ]}
            />
          ))}
        </RowList>
      </Stack>
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={question}
        actions={
          <>
            <Button onClick={() => setAsks(false)}>{'Behalten'}</Button>
            <Button variant="danger" icon={iconTrash}>
              {'Vom Tablet entfernen'}
            </Button>
          </>
        }
      >
        <p>
          <b>{'Behzad Rostami'}</b>
          {
            ' ist danach nicht mehr auf diesem Tablet. Der Fall selbst bleibt erhalten. Sie können ihn wieder laden, sobald Sie eine Verbindung haben.'
          }
        </p>
        <SyncMark state="sent">{'Alles aus diesem Fall ist übertragen'}</SyncMark>
      </Dialog>
      {query.has('undo') && (
        <StatusLine action={<Button variant="quiet">{'Rückgängig'}</Button>}>{'Schritt entfernt'}</StatusLine>
      )}
    </StaffFrame>
  );
}

/** 06-uebertragung. */
export function TransferPage() {
  const waiting = 'Wartet';
  const refused = 'Nicht angenommen';
  return (
    <StaffFrame at="/transfer">
      <PageHead
        title={'Übertragung'}
        sync={<SyncMark state="offline">{'Keine Verbindung. Das ist in Ordnung.'}</SyncMark>}
      />
      <Stack gap={24}>
        <StateHead
          icon={iconCloudCheck}
          tone="done"
          title={'Zuletzt übertragen: heute, 09:42 Uhr'}
          end={
            <Button size="l" icon={iconRefresh}>
              {'Jetzt versuchen'}
            </Button>
          }
        >
          {'3 Einträge warten. Der älteste wartet seit 10:05 Uhr. Alles ist auf diesem Tablet gespeichert.'}
        </StateHead>
        <Split
          sideWidth={300}
          side={
            <>
              <Card text="s" title={'Auf diesem Tablet'}>
                <DefinitionList
                  look="ends"
                  items={[
                    { term: 'Fälle', value: '42' },
                    { term: 'Speicher', value: '214 MB von 4 GB' },
                    { term: 'Schutz', value: 'dauerhaft gespeichert' },
                    { term: 'Tablet', value: 'Tablet 2' },
                  ]}
                />
              </Card>
              <Card text="s" title={'Sichern'}>
                <Stack gap={12}>
                  <p>{'Eine verschlüsselte Datei mit allem, was noch wartet. Für den Notfall.'}</p>
                  <Button icon={iconDownload} wide>
                    {'Datei sichern'}
                  </Button>
                </Stack>
              </Card>
            </>
          }
        >
          <Stack gap={8}>
            <SectionHead size="m" title={waiting} count={3} />
            <RowList card label={waiting}>
              <Row
                glyph={<RowGlyph tone="wait" icon={iconClock} />}
                cells={[
                  <Lines key="a" first={'Mohamad Al Khalaf'} second={'Gespräch: Arbeit, 2 Antworten'} />,
                ]}
                end={'10:31'}
              />
              <Row
                glyph={<RowGlyph tone="wait" icon={iconClock} />}
                cells={[<Lines key="a" first={'Zarghuna'} second={'Weg: Termin geändert'} />]}
                end={'10:18'}
              />
              <Row
                glyph={<RowGlyph tone="wait" icon={iconPhoto} />}
                cells={[
                  <Lines
                    key="a"
                    first={'Abdi Warsame Nur'}
                    second={'Foto: Teilnahme-Bescheinigung, 380 kB'}
                  />,
                ]}
                end={'10:05'}
              />
            </RowList>
          </Stack>
          <SectionHead size="m" title={refused} count={1} tone="bad" />
          <Card>
            <Stack gap={8}>
              <SyncMark state="refused">{'Mariama Camara'}</SyncMark>
              <p>
                {
                  'Vermittlung an Sprachbrücke Velchau e. V. Die Einwilligung dafür ist seit 10. November 2026 widerrufen.'
                }
              </p>
              <ButtonRow>
                <Button>{'Eintrag ändern'}</Button>
                <Button variant="quiet">{'Ansehen'}</Button>
              </ButtonRow>
            </Stack>
          </Card>
        </Split>
      </Stack>
    </StaffFrame>
  );
}

/** 05-zwei-fassungen. */
export function VersionsPage() {
  const take = 'Diese Fassung nehmen';
  return (
    <StaffFrame at="/transfer">
      <PageHead
        back={{ href: '#back', label: 'Zurück' }}
        title={'Zwei Fassungen'}
        sub={'Semhar Tesfay Gebru · beide sind gespeichert, nichts ist verloren'}
        end={
          <>
            <StepBars size="s" done={1} total={3} label="2 von 3" />
            <b>{'2 von 3'}</b>
          </>
        }
      />
      <Stack gap={16}>
        <SectionHead title={'Unterstützungs-Bedarf'} note={'Zusammenfassung · Text'} />
        <Columns>
          <Card
            text="l"
            person={<Avatar initials="WA" own />}
            title={'Sie'}
            note={'Fr, 20. November, 10:12 Uhr · dieses Tablet'}
            foot={<Button wide>{take}</Button>}
          >
            <p>
              {'Kita-Platz nur '}
              <mark>{'vormittags bis 12 Uhr'}</mark>
              {'. Kurs in Teilzeit suchen, möglichst in Ilserode.'}
            </p>
          </Card>
          <Card
            text="l"
            person={<Avatar initials="CY" />}
            title={'Cem Yıldırım'}
            note={'Fr, 20. November, 14:40 Uhr · Tablet 4'}
            foot={<Button wide>{take}</Button>}
          >
            <p>
              {'Kita-Platz '}
              <mark>{'ab Februar bis 14 Uhr'}</mark>
              {'. Kurs in Teilzeit suchen, möglichst in Ilserode. '}
              <mark>{'Busfahrkarte klären.'}</mark>
            </p>
          </Card>
        </Columns>
        <ButtonRow>
          <Button variant="primary" icon={iconLayersUnion}>
            {'Beide behalten'}
          </Button>
          <Button variant="quiet" icon={iconPencil}>
            {'Neu schreiben'}
          </Button>
        </ButtonRow>
      </Stack>
    </StaffFrame>
  );
}

/** 10-leer. */
export function EmptyPage() {
  const title = 'Noch keine Fälle auf diesem Tablet';
  return (
    <StaffFrame at="/cases" waiting={0}>
      <PageHead title={'Fälle'} sync={<SyncMark state="sent">{'Alles übertragen · heute 09:42'}</SyncMark>} />
      <EmptyState
        title={title}
        actions={
          <>
            <Button variant="primary" icon={iconPlus}>
              {'Fall anlegen'}
            </Button>
            <Button icon={iconDownload}>{'Fälle laden'}</Button>
          </>
        }
      >
        {
          'Hier stehen die Menschen, die Sie begleiten. Legen Sie einen Fall an. Oder laden Sie Ihre Fälle, solange Sie eine Verbindung haben.'
        }
      </EmptyState>
    </StaffFrame>
  );
}

/** 10b-fehler. */
export function ErrorPage() {
  const title = 'Diese Seite ließ sich nicht öffnen';
  return (
    <StaffFrame at="/cases">
      <PageHead
        back={{ href: '#back', label: 'Zurück' }}
        title={'Behzad Rostami'}
        sync={<WaitingSentence />}
      />
      <ErrorState
        title={title}
        note={'Meldung 7F-204 · 23. November 2026, 10:40 Uhr · Fassung 1.4'}
        actions={
          <>
            <Button variant="primary" icon={iconRefresh}>
              {'Noch einmal öffnen'}
            </Button>
            <Button>{'Zu den Fällen'}</Button>
          </>
        }
      >
        {'Ihre Eingaben sind auf diesem Tablet gespeichert. Sie können sofort weiterarbeiten.'}
      </ErrorState>
    </StaffFrame>
  );
}
