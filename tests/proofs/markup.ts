// Proof `markup`: every text of a county wants to be markup, code or a formula; screens, paper and files show it as text.
import { chromium } from '@playwright/test';
import { kinds } from '#domain/kinds.ts';
import { payloads } from '#tests/nonsense/payloads.ts';
import { openCounty } from '#tests/walks/county.ts';
import { howToLaunch } from './browser.ts';
import { writtenTextsOf } from './free-text.ts';
import { house, isCaughtBy, runIn } from './house-copy.ts';
import { wouldSee } from './markup-control.ts';
import { markCounty } from './markup-county.ts';
import { addedToCalendars, tableOf } from './markup-files.ts';
import { createPen, type Pen } from './markup-pen.ts';
import { showAll } from './markup-screens.ts';
import { createWatch, harms } from './markup-watch.ts';
import { runsOf, type Asked, type Proof, type Tally } from './proof.ts';

/** How many payloads: all of them, and a sample of each group. */
const [ALL, FEW] = [payloads.length, 40];
/** Semhar Tesfay Gebru's, which tests/walks/screens.ts shows in two versions. */
const CONTESTED = 'demo-case-2025-0102';
/** No screen shows offers yet. When one does, this is wrong and the proof says so. */
const unshown: readonly string[] = ['offer'];
/** Of these the server writes the texts itself, from what people tell it elsewhere. */
const serverWritten = ['user name', 'device name'];

const unique = <Value>(values: readonly Value[]): number => new Set(values).size;

/** Fields that take free text and into which nothing was written. */
const unwritten = (pen: Pen): readonly string[] => {
  const wanted = Object.values(kinds).flatMap((kind) =>
    writtenTextsOf(kind).map(
      ({ map, field }) => `${kind.name} ${map === undefined ? '' : `${map}/`}${field}`,
    ),
  );
  const written = pen.fields().map((name) => name.split('.')[0]);
  return [...wanted, ...serverWritten].filter((name) => !written.includes(name));
};

/** Kinds of which something was written that nobody has seen, and those that were seen against expectation. */
const wronglySeen = (pen: Pen, seen: ReadonlySet<string>): readonly string[] => {
  const shown = new Set([...seen].flatMap((signed) => pen.signedSo(signed)?.kind ?? []));
  const written = new Set(pen.fields().map((name) => name.split(' ')[0] ?? ''));
  return [...written].filter((kind) => shown.has(kind) === unshown.includes(kind));
};

const attempt = async (asked: Asked): Promise<Tally> => {
  const { say, isShort } = asked;
  const built = await runIn(house, ['scripts/build.mjs']);
  if (built.code !== 0) throw new Error(`The app could not be built: ${built.trouble}`);
  const launch = await howToLaunch();
  const county = await openCounty({ demo: true });
  const browser = await chromium.launch(launch);
  try {
    const chosen = payloads.slice(0, runsOf(asked, ALL, FEW));
    const pen = createPen(chosen, asked.seed - 1);
    const spread = { copies: isShort ? 2 : 8, contested: CONTESTED };
    const hers = await markCounty(county, pen, spread);
    const watch = createWatch(say);
    const { seen, ...shown } = await showAll({ browser, county, pen, watch, isShort, say, ...hers });
    const texts = [...seen].flatMap((signed) => pen.signedSo(signed) ?? []);
    const shownPayloads = new Set(texts.map(({ payload }) => payload));
    const pairs = pen.written();
    say(
      `${unique(pairs.map(({ payload }) => payload))} payloads in ${pen.fields().length} fields, ` +
        `${pairs.length} pairs of both; seen as text: ${shownPayloads.size} payloads ` +
        `in ${unique(texts.map(({ field }) => field))} fields, ${texts.length} pairs, in ${shown.views} views`,
    );
    const hidden = isShort ? [] : chosen.filter((_, payload) => !shownPayloads.has(payload));
    const alone = tableOf(chosen);
    const added = [...shown.added, ...addedToCalendars(chosen)];
    const formulas = [...shown.table.formulas, ...alone.formulas];
    say(harms.map((harm) => `${watch.found(harm)} ${harm}`).join(', '));
    say(
      `the exported list: ${shown.table.cells} cells, ${shown.table.escaped} escaped; the payloads alone: ` +
        `${alone.escaped} escaped; ${formulas.length} formulas; ${shown.calendars} calendars, ` +
        `${added.length} lines added`,
    );
    const wrong = [
      ...unwritten(pen).map((field) => `nothing was written into ${field}`),
      ...wronglySeen(pen, seen).map((kind) => `${kind}: written and not seen, or seen and not expected`),
      ...hidden.map((text) => `nobody has seen ${JSON.stringify(text.slice(0, 60))}`),
      ...formulas.map((cell) => `a formula: ${JSON.stringify(cell)}`),
      ...added.map((line) => `a line in a calendar: ${JSON.stringify(line)}`),
      ...(shown.table.escaped === 0 || shown.calendars === 0 ? ['no file had anything to show'] : []),
    ];
    for (const sentence of wrong.slice(0, 20)) say(sentence);
    return { tried: shown.views, failed: watch.sum() + shown.unopened + wrong.length };
  } finally {
    await browser.close();
    await county.close();
  }
};

/** Every text of every record, through screens, paper and files. */
export const markup: Proof = {
  name: 'markup',
  sentence:
    'Every text of a county wants to be markup, code or a formula; screens, paper and files show it as text.',
  attempt,
  control: async ({ seed, say }) => {
    const isSeeing = await wouldSee(say);
    const isCaught = await isCaughtBy('markup', 'v17-words-taken-for-markup.patch', seed);
    say(`with words of a consultation taken for markup: ${isCaught ? 'caught' : 'not caught'}`);
    return isSeeing && isCaught;
  },
};
