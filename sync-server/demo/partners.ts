// The organisations around the invented office. None of them exists; neither do their telephones and mailboxes.
import type { partnerKind } from '#domain/partner.ts';
import type { Days } from './days.ts';
import type { Told } from './told.ts';

/** The record of the partner with this number. */
export const partnerId = (number: string): string => `demo-partner-${number}`;

/** A partner with the number under which plans and offers refer to it. */
export type DemoPartner = { readonly number: string; readonly told: Told<typeof partnerKind> };

type Lines = readonly [
  number: string,
  type: string,
  name: string,
  place: string,
  street: string,
  note: string,
];

const lines: readonly Lines[] = [
  [
    'n01',
    'VHS',
    'VHS Fuhsetal',
    'Fuhsetal-Stadt',
    'Am Wehr 4',
    'Anmeldung dienstags und donnerstags, 9 bis 12 Uhr.',
  ],
  [
    'n02',
    'BILDUNGSTRAEGER',
    'Bildungswerk Lindenhof gGmbH',
    'Fuhsetal-Stadt',
    'Lindenhof 2',
    'Abendkurse laufen online. Geräte können geliehen werden.',
  ],
  [
    'n03',
    'BILDUNGSTRAEGER',
    'Sprachbrücke Velchau e. V.',
    'Velchau',
    'Mühlenstieg 11',
    'Kinder werden im Nebenraum betreut.',
  ],
  [
    'n04',
    'SCHULE_BBS',
    'BBS Fuhsetal',
    'Fuhsetal-Stadt',
    'Schulring 20',
    'Sekretariat bis 13 Uhr. Rückmeldungen bitte schriftlich erbitten.',
  ],
  [
    'n05',
    'JOBCENTER',
    'Jobcenter Landkreis Fuhsetal',
    'Fuhsetal-Stadt',
    'Kreishausplatz 3',
    'Eigene Stelle: Übergabe nur mit Einwilligung.',
  ],
  [
    'n06',
    'AGENTUR',
    'Agentur für Arbeit Fuhsetal',
    'Fuhsetal-Stadt',
    'Bahnhofstraße 40',
    'Berufsberatung für junge Menschen: mittwochs offen.',
  ],
  [
    'n07',
    'KAMMER',
    'Kreishandwerkerschaft Fuhse-Oker',
    'Fuhsetal-Stadt',
    'Innungsweg 1',
    'Kennt Betriebe, die Praktika anbieten.',
  ],
  [
    'n08',
    'ARBEITGEBER',
    'Autohaus Brenneke & Töchter',
    'Wendmark',
    'Holzweg 9',
    'Die Werkstattleiterin nimmt sich Zeit zum Anlernen.',
  ],
  [
    'n09',
    'ARBEITGEBER',
    'Klinik am Wendmarker Holz',
    'Wendmark',
    'Klinikallee 1',
    'Praxisanleitung vorhanden, Start vierteljährlich.',
  ],
  [
    'n10',
    'ARBEITGEBER',
    'Zuckerrübenlogistik Langelede GmbH',
    'Langelede',
    'Rübenplatz 5',
    'Saison von September bis Januar.',
  ],
  [
    'n11',
    'ARBEITGEBER',
    'Hotel Fuhseblick',
    'Fuhsetal-Stadt',
    'Uferpromenade 17',
    'Dienstplan vier Wochen im Voraus.',
  ],
  [
    'n12',
    'EHRENAMT',
    'Runder Tisch Ankommen Ilserode',
    'Ilserode',
    'Alte Schule 6',
    'Sprachcafé donnerstags, Fahrradwerkstatt samstags.',
  ],
  [
    'n13',
    'MIGRANTENORG',
    'Verein Yekîtiya Jinan Fuhsetal',
    'Fuhsetal-Stadt',
    'Weberhof 8',
    'Frauengruppe auf Kurmandschi und Arabisch.',
  ],
  [
    'n14',
    'WOHLFAHRT',
    'Migrationsberatung Diakoniewerk Grünhameln',
    'Grünhameln',
    'Kirchgang 2',
    'Termine meist innerhalb einer Woche.',
  ],
  [
    'n15',
    'KITA',
    'Kita „Zwergenweide“ Adersbeck',
    'Adersbeck',
    'Weidenkamp 14',
    'Eingewöhnung dauert etwa vier Wochen.',
  ],
];

const contacts: Readonly<Record<string, readonly { readonly name: string; readonly task: string }[]>> = {
  n01: [{ name: 'Maike Thorwarth', task: 'Anmeldung Integrationskurse' }],
  n03: [{ name: 'Samira Benkhelil', task: 'Kursleitung Erstorientierung' }],
  n04: [{ name: 'Folkert Immen', task: 'Klassenleitung Berufseinstiegsschule' }],
  n06: [{ name: 'Ragna Stüve', task: 'Berufsberatung' }],
  n08: [{ name: 'Gesa Brenneke', task: 'Werkstatt' }],
  n09: [{ name: 'Tjark Wolters', task: 'Praxisanleitung Pflege' }],
  n11: [{ name: 'Leonor Habicht', task: 'Hausdame' }],
  n14: [{ name: 'Anke Plumhoff', task: 'Beratung' }],
  n15: [{ name: 'Birte Solling', task: 'Leitung' }],
};

const phoneOf = (number: string, last: number): string => `01511-0000${number.slice(1)}${last}`;
const mailOf = (number: string): string => `post@${number}.fuhsetal.example`;

/** All partners, last heard of some days before the day of seeding. */
export const demoPartners = (days: Days): readonly DemoPartner[] =>
  lines.map(([number, type, name, place, street, note], index) => ({
    number,
    told: {
      name,
      type,
      place,
      street,
      note,
      email: mailOf(number),
      phone: phoneOf(number, 0),
      lastContact: days.workday(-4 - index * 6),
      ...(['n01', 'n02', 'n03', 'n12'].includes(number)
        ? { agreementFrom: '2025-01-01', agreementUntil: '2027-12-31' }
        : {}),
      contacts: (contacts[number] ?? []).map((contact) => ({ ...contact, phone: phoneOf(number, 1) })),
    },
  }));
