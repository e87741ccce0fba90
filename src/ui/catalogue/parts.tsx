// 14-bausteine: every small piece in its states, for the catalogue.
import { useState, type ReactNode } from 'react';
import { Banner } from '#ui/banner.tsx';
import { Button, ButtonRow, IconButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Checkbox, Switch } from '#ui/checkbox.tsx';
import { ChoiceChips, FilterSelect } from '#ui/choice-chips.tsx';
import { DateField } from '#ui/date-field.tsx';
import { noDateParts } from '#ui/date-parts.ts';
import { Drawer } from '#ui/dialog.tsx';
import { VisuallyHidden } from '#ui/hidden.tsx';
import * as icons from '#ui/icon-paths.ts';
import { Icon } from '#ui/icon.tsx';
import { pictogramPaths } from '#ui/pictogram-paths.ts';
import { isPictogramName, Pictogram } from '#ui/pictogram.tsx';
import { ProgressRing } from '#ui/progress.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { StatusTag } from '#ui/status-tag.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { FieldPair, SelectField, TextArea, TextField, TimeField } from '#ui/text-field.tsx';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap={8}>
      <p style={{ color: 'var(--ink-3)', fontSize: 'var(--t-xs)', fontWeight: 600 }}>{title}</p>
      {children}
    </Stack>
  );
}

/** Everything small. */
export function PartsPage() {
  const [filter, setFilter] = useState<string | undefined>('a');
  const [date, setDate] = useState({ ...noDateParts, month: '08', year: '2025' });
  const [writes, setWrites] = useState(false);
  const wrong = 'Dieses Datum gibt es nicht. Beispiel: 15.12.2026';
  return (
    <main style={{ padding: 32, maxInlineSize: 720 }}>
      <Stack gap={24}>
        <VisuallyHidden>
          <h1>{'Bausteine'}</h1>
        </VisuallyHidden>
        <Part title={'Knöpfe'}>
          <ButtonRow>
            <Button variant="primary">{'Gespräch beginnen'}</Button>
            <Button>{'Plan drucken'}</Button>
            <Button variant="quiet">{'Später'}</Button>
          </ButtonRow>
          <ButtonRow>
            <Button variant="danger">{'Fall löschen'}</Button>
            <Button disabled>{'Nicht möglich'}</Button>
            <Button variant="primary" busy>
              {'Wird gesichert'}
            </Button>
            <Button variant="tint" icon={icons.iconPhone}>
              {'Anrufen'}
            </Button>
            <IconButton icon={icons.iconVolume} label="Vorlesen" variant="soft" pill />
          </ButtonRow>
        </Part>
        <Part title={'Auswahl'}>
          <ButtonRow>
            <ChoiceChips
              label="Zeigen"
              hideLabel
              look="filter"
              value={filter}
              onChange={setFilter}
              options={[
                { value: 'a', label: 'Aktiv', count: 38 },
                { value: 'b', label: 'Überfällig', count: 2 },
              ]}
            />
            <FilterSelect label="Sprache" defaultValue="">
              <option value="">{'Sprache'}</option>
            </FilterSelect>
          </ButtonRow>
          <Checkbox label={'Original gesehen'} hint={'Sie hatten das Papier in der Hand.'} defaultChecked />
          <Switch label={'Vorlesen anbieten'} defaultChecked />
          <Switch label={'Große Schrift'} />
        </Part>
        <Part title={'Feld'}>
          <FieldPair>
            <TextField label={'Telefon'} defaultValue="01511-0000214" saved={'Gespeichert'} dir="ltr" />
            <TextField label={'Einreise'} defaultValue="08.2025" hint={'nur Monat bekannt'} />
            <TextField label={'Geburtstag'} defaultValue="31.11.1998" error={wrong} />
          </FieldPair>
          <FieldPair>
            <SelectField label={'Herkunft'} defaultValue="sy">
              <option value="sy">{'Syrien'}</option>
              <option value="af">{'Afghanistan'}</option>
            </SelectField>
            <TimeField label={'Uhrzeit'} defaultValue="09:30" />
          </FieldPair>
          <DateField
            label={'Eingereist am'}
            hint={'Was Sie nicht wissen, bleibt leer.'}
            value={date}
            onChange={setDate}
            words={{ day: 'Tag', month: 'Monat', year: 'Jahr', estimated: 'geschätzt' }}
          />
          <TextArea label={'Notiz'} defaultValue="Kita-Platz nur vormittags." />
        </Part>
        <Part title={'Stand'}>
          <ButtonRow>
            <SyncMark state="saved">{'Gespeichert'}</SyncMark>
            <SyncMark state="waiting">{'Wartet'}</SyncMark>
            <SyncMark state="sent">{'Übertragen'}</SyncMark>
            <SyncMark state="two-versions">{'Zwei Fassungen'}</SyncMark>
            <SyncMark state="refused">{'Nicht angenommen'}</SyncMark>
          </ButtonRow>
          <ButtonRow>
            <StatusTag tone="next">{'Jetzt'}</StatusTag>
            <StatusTag tone="done">{'geschafft'}</StatusTag>
            <StatusTag tone="wait">{'wartet'}</StatusTag>
            <StatusTag tone="bad">{'überfällig'}</StatusTag>
            <StatusTag tone="info">{'läuft'}</StatusTag>
            <StatusTag>{'geplant'}</StatusTag>
            <ProgressRing done={2} total={5} />
            <ProgressRing done={6} total={6} />
            <ProgressRing done={0} total={6} />
          </ButtonRow>
        </Part>
        <Part title={'Hinweise'}>
          <Banner tone="info" action={<Button variant="quiet">{'Jetzt laden'}</Button>}>
            {'Neue Fassung ist da.'}
          </Banner>
          <Banner tone="wait">
            {'3 Einträge warten seit gestern. Sie sind auf diesem Tablet gespeichert.'}
          </Banner>
          <Banner tone="bad">{'Der Speicher ist fast voll. Bitte übertragen Sie bald.'}</Banner>
          <Button icon={icons.iconNote} onClick={() => setWrites(true)}>
            {'Notiz'}
          </Button>
          <Drawer open={writes} onClose={() => setWrites(false)} title={'Notiz'} closeLabel="Schließen">
            <TextArea label={'Was ist wichtig?'} />
          </Drawer>
        </Part>
        <Part title={'Bilder'}>
          <ButtonRow>
            {Object.keys(pictogramPaths)
              .filter(isPictogramName)
              .map((name) => (
                <span key={name} title={name} style={{ textAlign: 'center', fontSize: 13 }}>
                  <Pictogram name={name} size={54} />
                  {name}
                </span>
              ))}
          </ButtonRow>
          <ButtonRow>
            {Object.entries(icons).map(([name, icon]) => (
              <Icon key={name} icon={icon} size={24} label={name} />
            ))}
          </ButtonRow>
          <QrCode text="https://geleit.example/p/6f2k-9d1m" label="Plan öffnen" size={140} />
          <Skeleton lines={2} label="Wird geladen" />
        </Part>
      </Stack>
    </main>
  );
}
