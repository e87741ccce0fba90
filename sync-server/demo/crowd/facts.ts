// What may stand in the file of an invented person: work, sentences from talks, places, statuses with what follows from them.

/** A trade: its title, its occupation group and major group, and how demanding it is. */
export type Trade = readonly [title: string, kldb2: string, isco1: string, level: string];

export const trades: readonly [Trade, ...Trade[]] = [
  ['Schneiderin oder Schneider', '28', 'I7', '2'],
  ['Verkauf im Laden', '62', 'I5', '2'],
  ['Koch, Köchin', '29', 'I5', '2'],
  ['Maurer', '32', 'I7', '2'],
  ['Elektrik am Bau', '26', 'I7', '2'],
  ['Lehrerin oder Lehrer', '84', 'I2', '4'],
  ['Buchhaltung', '72', 'I4', '3'],
  ['Landwirtschaft', '11', 'I6', '1'],
  ['Fahren von Lieferwagen', '52', 'I8', '2'],
  ['Friseursalon', '82', 'I5', '2'],
  ['Pflege zu Hause', '82', 'I5', '1'],
  ['Tischlerei', '22', 'I7', '2'],
  ['Reinigung', '54', 'I9', '1'],
  ['Kfz-Werkstatt', '25', 'I7', '2'],
  ['Programmieren', '43', 'I2', '3'],
  ['Lager', '51', 'I9', '1'],
];

/** Municipalities of the invented county. */
export const places: readonly [string, ...string[]] = [
  'Fuhsetal-Stadt',
  'Adersbeck',
  'Grünhameln',
  'Ilserode',
  'Langelede',
  'Velchau',
  'Wendmark',
];

export const streets: readonly [string, ...string[]] = [
  'Lindenweg',
  'Mühlenstieg',
  'Am Anger',
  'Holzweg',
  'Dorfanger',
  'Uferpromenade',
  'Weberhof',
];

/** A status, and what permit, Rechtskreis and paper usually come with it. */
export type Standing = readonly [status: string, permit: string, rechtskreis: string, document: string];

export const standings: readonly [Standing, ...Standing[]] = [
  ['AG', 'NUR_MIT_ERLAUBNIS', 'ASYLBLG_3', 'GESTATTUNG'],
  ['AG', 'ERTEILT_BA', 'ASYLBLG_3', 'GESTATTUNG'],
  ['AE_25_2_FL', 'ERLAUBT', 'SGB_II', 'RESIDENCE_CARD'],
  ['AE_25_2_SU', 'ERLAUBT', 'SGB_II', 'RESIDENCE_CARD'],
  ['AE_25_3', 'ERLAUBT', 'SGB_II', 'RESIDENCE_CARD'],
  ['DUL_60A', 'NUR_MIT_ERLAUBNIS', 'ASYLBLG_2', 'DULDUNG'],
  ['AE_25B', 'ERLAUBT', 'KEIN_BEZUG', 'RESIDENCE_CARD'],
];

export const temporaryProtection: Standing = ['AE_24', 'ERLAUBT', 'SGB_II', 'RESIDENCE_CARD'];

/** Sentences for the notes of talks: what was said first, and what came of it. */
export const openings: readonly [string, ...string[]] = [
  'Kennenlernen bei einer Tasse Tee, die Stimmung war offen.',
  'Der Kurs läuft gut, die Gruppe hilft sich gegenseitig.',
  'Heute ging es vor allem um die nächsten Schritte.',
  'Unterlagen gemeinsam sortiert und eine Liste gemacht.',
  'Gespräch fast ganz auf Deutsch, das war ein schöner Moment.',
  'Die Betreuung der Kinder war das wichtigste Thema.',
];

export const middles: readonly [string, ...string[]] = [
  'Ein Praktikum im Wunschberuf ist vorstellbar.',
  'Die Wege mit dem Bus sind lang, aber machbar.',
  'Das Zeugnis muss noch übersetzt werden.',
  'Der Wunsch nach einer Ausbildung ist fest.',
  'Zuerst soll die Sprache sicherer werden.',
  'Eine feste Arbeit hat jetzt Vorrang.',
];

export const agreements: readonly [string, ...string[]] = [
  'Ich frage beim Träger nach einem Platz.',
  'Die Zeugnisse werden bis zum nächsten Mal mitgebracht.',
  'Wir sprechen in vier Wochen wieder.',
  'Anmeldung zur Sprechstunde der Berufsberatung.',
  'Bewerbung wird gemeinsam geschrieben.',
];

export const strengths: readonly [string, ...string[]] = [
  'Arbeitet sorgfältig und bleibt freundlich, auch wenn es eilig ist.',
  'Lernt schnell und hilft anderen gern.',
  'Ist zuverlässig und bringt eigene Ideen ein.',
  'Packt an und behält den Überblick.',
];

export const needs: readonly [string, ...string[]] = [
  'Braucht einen Kurs am Vormittag und eine gute Verbindung mit dem Bus.',
  'Braucht Hilfe beim Sortieren der Papiere.',
  'Braucht einen Betrieb, der sich Zeit zum Anlernen nimmt.',
  'Braucht Zeit für die Sprache und danach einen Einstieg.',
];

export const wishes: readonly [string, ...string[]] = [
  'Gut Deutsch sprechen und eine Arbeit finden',
  'Eine Ausbildung machen',
  'Im alten Beruf arbeiten',
  'Selbst für die Familie sorgen',
];
