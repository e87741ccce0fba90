// Fallbestand and Entsperren, for the catalogue.
import { useState } from 'react';
import { Button, ButtonRow } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Frame, Rail, RailItem, RailPerson } from '#ui/frame.tsx';
import {
  iconChartSankey,
  iconClipboardCheck,
  iconDownload,
  iconFingerprint,
  iconHistory,
  iconLayoutDashboard,
  iconUserShare,
  iconUsers,
} from '#ui/icon-paths.ts';
import { PageHead } from '#ui/page-head.tsx';
import { PinPad } from '#ui/pin-pad.tsx';
import { SyncMark } from '#ui/sync-mark.tsx';
import { Table, TableAlert, TableGroup } from '#ui/table.tsx';
import { UnlockFrame, UnlockPerson } from '#ui/unlock-frame.tsx';

const rows = [
  [
    'Hêvîn Aydoğan',
    'Cem Yıldırım',
    'Einstiegs-Qualifizierung',
    '82',
    '05.11.2026',
    'Rückmeldung seit 17.11.',
  ],
  ['Rêbaz Karim Aziz', 'Cem Yıldırım', 'Bescheid der Kammer', '31', '12.11.2026', 'Bescheid seit 20.11.'],
  [
    'Oleksandra Vasylivna Marchenko',
    'Wiebke Ahlers',
    'Berufssprachkurs B2',
    '45',
    '13.11.2026',
    'gültig bis 04.03.2027',
  ],
] as const;

/** 08-fallbestand. */
export function StockPage() {
  const [filter, setFilter] = useState<string | undefined>('all');
  const places = [
    { href: '/overview', icon: iconLayoutDashboard, label: 'Übersicht' },
    { href: '/stock', icon: iconUsers, label: 'Fallbestand' },
    { href: '/figures', icon: iconChartSankey, label: 'Auswertung' },
    { href: '/review', icon: iconClipboardCheck, label: 'Prüfung' },
    { href: '/team', icon: iconUserShare, label: 'Team' },
    { href: '/log', icon: iconHistory, label: 'Protokoll' },
  ];
  return (
    <Frame
      skipLabel="Zum Inhalt"
      rail={
        <Rail
          label="Bereiche"
          name="Geleit"
          wide
          foot={<RailPerson initials="HS" name="Dr. Henrike Sandvoß" note="Leitung" />}
        >
          {places.map((place) => (
            <RailItem key={place.href} {...place} current={place.href === '/stock'} />
          ))}
        </Rail>
      }
    >
      <PageHead
        title={'Fallbestand'}
        sub={'127 aktive Fälle · Stand heute, 09:42 Uhr'}
        subBeside
        end={<Button icon={iconDownload}>{'CSV'}</Button>}
      />
      <ButtonRow>
        <ChoiceChips
          look="filter"
          label="Zeigen"
          hideLabel
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: 'Alle aktiven', count: 127 },
            { value: 'quiet', label: 'Ohne Kontakt seit 30 Tagen', count: 9 },
            { value: 'soon', label: 'Frist unter 60 Tagen', count: 6 },
            { value: 'new', label: 'Neu', count: 4 },
          ]}
        />
      </ButtonRow>
      <Table
        caption="Fallbestand"
        hideCaption
        heads={[
          { label: 'Person' },
          { label: 'Beratung' },
          { label: 'Schritt' },
          { label: 'Tage', numeric: true },
          { label: 'Kontakt', numeric: true },
          { label: 'Frist oder Hinweis' },
        ]}
      >
        {['Jetzt handeln', 'Im Plan'].map((title, index) => (
          <TableGroup
            key={title}
            title={title}
            count={index === 0 ? 3 : 120}
            columns={6}
            tone={index === 0 ? 'bad' : 'plain'}
          >
            {rows.map(([name, by, step, days, contact, note]) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{by}</td>
                <td>{step}</td>
                <td className="g-table-number">{days}</td>
                <td className="g-table-number">{contact}</td>
                <td>{index === 0 ? <TableAlert>{note}</TableAlert> : note}</td>
              </tr>
            ))}
          </TableGroup>
        ))}
      </Table>
    </Frame>
  );
}

/** 09-entsperren. */
export function UnlockPage() {
  const [pin, setPin] = useState('123');
  return (
    <UnlockFrame name="Geleit" office={['Landkreis Fuhsetal', 'Übergangsmanagement']}>
      <UnlockPerson name="Wiebke Ahlers" device="Tablet 2" />
      <h1 id="page-title" tabIndex={-1}>
        {'Bitte geben Sie Ihre PIN ein'}
      </h1>
      <PinPad
        length={6}
        entered={pin.length}
        dotsLabel={`${pin.length} von 6 Ziffern`}
        onDigit={(digit) => setPin((old) => (old + digit).slice(0, 6))}
        onBackspace={() => setPin((old) => old.slice(0, -1))}
        backspaceLabel="Letzte Ziffer löschen"
        extra={{ icon: iconFingerprint, label: 'Mit Fingerabdruck', onClick: () => undefined }}
      />
      <SyncMark state="waiting">{'3 Einträge auf diesem Tablet sind noch nicht übertragen'}</SyncMark>
      <ButtonRow>
        <Button variant="quiet">{'Andere Person'}</Button>
        <Button variant="quiet">{'PIN vergessen'}</Button>
      </ButtonRow>
    </UnlockFrame>
  );
}
