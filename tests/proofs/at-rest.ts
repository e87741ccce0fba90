// Proof `at-rest`: after a day's work the whole folder of the browser's profile holds no planted word and no byte of a key.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Change } from '#domain/change.ts';
import { personIdOf } from '#domain/id.ts';
import { openWraps, stretch } from '#store/wraps.ts';
import { PASSWORD } from '#tests/county.ts';
import { createChance, type Chance } from '#tests/sync/chance.ts';
import { goTo, signIn, unlock, untilKept } from '#tests/walks/county.ts';
import { beginCase, goInCase, untilSaved } from '#tests/walks/deeds.ts';
import { howToLaunch } from './browser.ts';
import { createCaller, signInAt } from './caller.ts';
import { house, isCaughtBy, runIn } from './house-copy.ts';
import { openServer } from './killable-server.ts';
import type { Asked, Proof, Tally } from './proof.ts';

const WORDS = 50;
const PIN = '714208';

/** Both ways in which Chromium keeps what a page stores. */
const backends = [
  { name: 'LevelDB', flags: [] },
  { name: 'SQLite', flags: ['--enable-features=IdbSqliteBackingStore'] },
] as const;

/** Words that stand nowhere else in the world; letters alone, so that no browser breaks them up. */
const wordsOf = (chance: Chance): readonly string[] =>
  Array.from({ length: WORDS }, (_, index) => {
    const letters = Array.from({ length: 12 }, () => chance.pick([...'bdfghjklmnprstvwz']) ?? 'b');
    return `Zarghuna${letters.join('')}${String.fromCharCode(97 + (index % 26))}q`;
  });

/** Every way in which a word or the bytes of a key may stand in a file. */
const waysOf = (bytes: Buffer): readonly Buffer[] => [
  bytes,
  Buffer.from(bytes.toString('latin1'), 'utf16le'),
  Buffer.from(bytes.toString('hex')),
  // Wherever it stands in what was encoded: of three beginnings one fits. The last signs depend on what follows.
  ...[0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4),
    ),
  ),
];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What of this lies in the folder, and where. */
const found = (folder: string, secrets: ReadonlyMap<string, Buffer>): readonly string[] => {
  const sought = [...secrets].map(([name, bytes]) => ({ name, ways: waysOf(bytes) }));
  return filesIn(folder).flatMap((file) => {
    const content = readFileSync(file);
    return sought
      .filter(({ ways }) => ways.some((way) => content.includes(way)))
      .map(({ name }) => `${name} in ${file.slice(folder.length)}`);
  });
};

/** Cases that a colleague's computer has sent: half of the words reach the tablet by the sync. */
const sendCases = async (address: string, words: readonly string[]): Promise<readonly string[]> => {
  const { sync, user: by, device } = await createCaller(address, 'leyla', `device-${randomUUID()}`);
  const cases = words.map((_, index) => `case-at-rest-${index}`);
  const changes = cases.flatMap((caseId, index): Change[] => {
    const deed = randomUUID();
    const facts = { deed, caseId, base: {}, by, device, at: new Date().toISOString() };
    return [
      {
        ...facts,
        id: randomUUID(),
        kind: 'case',
        recordId: caseId,
        number: 2 * index + 1,
        set: { fileNumber: 'A' },
      },
      {
        ...{ ...facts, id: randomUUID(), kind: 'person', recordId: personIdOf(caseId) },
        ...{
          number: 2 * index + 2,
          set: { nameCalled: words[index] ?? '', goalOwnWords: words[index] ?? '' },
        },
      },
    ];
  });
  await sync({ cursor: null, changes });
  return cases;
};

const bytesSchema = z.array(z.number()).transform((list) => Uint8Array.from(list));
const under = { salt: bytesSchema, nonce: bytesSchema, wrapped: bytesSchema };
const wrapSchema = z.discriminatedUnion('by', [
  z.object({ by: z.enum(['password', 'spare']), memory: z.number(), passes: z.number(), ...under }),
  z.object({ by: z.literal('passkey'), credential: z.string(), ...under }),
]);

/** The wraps that lie on this device, as whoever takes it apart reads them. */
const wrapsOn = async (page: Page): Promise<readonly z.infer<typeof wrapSchema>[]> =>
  z.array(wrapSchema).parse(
    await page.evaluate(async () => {
      const opened = indexedDB.open('geleit');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error ?? new Error('no list of vaults'));
      });
      const asked = database.transaction('vaults').objectStore('vaults').getAll();
      const rows = await new Promise<readonly { wraps: readonly Record<string, unknown>[] }[]>(
        (resolve) => (asked.onsuccess = () => resolve(asked.result)),
      );
      database.close();
      const plain = (value: unknown): unknown => (value instanceof Uint8Array ? [...value] : value);
      return rows.flatMap(({ wraps }) =>
        wraps.map((wrap) =>
          Object.fromEntries(Object.entries(wrap).map(([key, value]) => [key, plain(value)])),
        ),
      );
    }),
  );

/** What opens the vault: its key, what the password is stretched to, the password and the spare key. */
const keysOf = async (page: Page, spare: string): Promise<ReadonlyMap<string, Buffer>> => {
  const opener = { by: 'password', password: PASSWORD } as const;
  const wraps = await wrapsOn(page);
  const [byPassword] = wraps.flatMap((wrap) => (wrap.by === 'password' ? [wrap] : []));
  if (byPassword === undefined) throw new Error('There is no wrap by the password.');
  const key = await openWraps(wraps, opener);
  if (key === undefined) throw new Error('The password opens none of the wraps.');
  return new Map([
    ['the key of the vault', Buffer.from(key)],
    ['the stretched password', Buffer.from(await stretch(PASSWORD, byPassword.salt, byPassword))],
    ['the password', Buffer.from(PASSWORD)],
    ['the spare key', Buffer.from(spare)],
    ['the spare key, plain', Buffer.from(spare.replaceAll('-', ''))],
  ]);
};

/** A passkey, a PIN and a spare key; answers the last. */
const setUpWays = async (page: Page, context: BrowserContext): Promise<string> => {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...({ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' } as const),
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true },
      automaticPresenceSimulation: true,
    },
  });
  await goTo(page, '/mehr');
  await page.getByRole('button', { name: 'PIN einrichten' }).click();
  await page.locator('[name=pin]').fill(PIN);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'PIN speichern' }).click();
  await page.getByRole('button', { name: 'Ersatzschlüssel machen' }).click();
  await page.locator('[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ersatzschlüssel zeigen' }).click();
  const spare = await page.locator('.g-secret').innerText();
  await page.getByRole('button', { name: 'Fertig' }).click();
  await page.getByRole('button', { name: 'Passkey einrichten' }).click();
  await page.locator('[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Einrichten', exact: true }).click();
  await page.getByText('Öffnet auch dieses Gerät', { exact: true }).waitFor();
  return spare;
};

/** A day: cases read and searched, a case begun, words written with network and without, a case handed over, locked and unlocked. */
const work = async (
  page: Page,
  context: BrowserContext,
  address: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> => {
  const half = words.length / 2;
  const cases = await sendCases(address, words.slice(0, half));
  const [given = '', family = '', called = '', goal = '', offline = ''] = words.slice(half);
  await signIn(page, 'leyla');
  await untilKept(page);
  const spare = await setUpWays(page, context);
  for (const caseId of cases.slice(0, 5)) {
    await goTo(page, `/faelle/${caseId}`);
    await page
      .getByText(words[cases.indexOf(caseId)] ?? '')
      .first()
      .waitFor();
  }
  await beginCase(page, { given, family });
  await page.getByLabel('Wie möchte die Person angesprochen werden?').fill(called);
  await untilSaved(page);
  await goInCase(page, 'profil?abschnitt=goals');
  await page.getByLabel('Mein Ziel in eigenen Worten').fill(goal);
  await page.getByLabel('Mein Ziel in eigenen Worten').blur();
  await untilSaved(page);
  for (const word of words.slice(half + 5)) {
    await page.getByLabel('Mein Ziel in eigenen Worten').fill(word);
    await page.getByLabel('Mein Ziel in eigenen Worten').blur();
    await untilSaved(page);
  }
  const { cookie } = await signInAt(address, 'petra');
  const handedOver = await fetch(`${address}/api/cases/assign`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json', cookie } },
    body: JSON.stringify({ caseIds: [cases[0]], owner: 'user-jonas', deputies: [] }),
  });
  if (!handedOver.ok) throw new Error(`The case was not handed over: ${await handedOver.text()}`);
  await goTo(page, '/faelle');
  await page.getByText(words[0] ?? '').waitFor({ state: 'detached' });

  await context.setOffline(true);
  await goTo(page, `/faelle/${cases[1] ?? ''}/profil?abschnitt=goals`);
  await page.getByLabel('Mein Ziel in eigenen Worten').fill(offline);
  await page.getByLabel('Mein Ziel in eigenen Worten').blur();
  await untilSaved(page);
  await page.getByRole('button', { name: 'Sperren' }).first().click();
  for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.locator('.g-rail').waitFor();
  await page.reload();
  await unlock(page);
  const keys = await keysOf(page, spare);
  await page.getByRole('button', { name: 'Sperren' }).first().click();
  return keys;
};

const attempt = async (asked: Asked): Promise<Tally> => {
  const built = await runIn(house, ['scripts/build.mjs']);
  if (built.code !== 0) throw new Error(`The app could not be built: ${built.trouble}`);
  const launch = await howToLaunch();
  let [tried, failed] = [0, 0];
  for (const { name, flags } of asked.isShort ? backends.slice(0, 1) : backends) {
    const words = wordsOf(createChance(asked.seed));
    const server = await openServer();
    // A passkey is bound to a name, not to a number.
    const address = `http://localhost:${server.port}`;
    const profile = mkdtempSync(join(tmpdir(), 'geleit-at-rest-'));
    try {
      const context = await chromium.launchPersistentContext(profile, {
        ...{ ...launch, args: [...launch.args, ...flags], baseURL: address, locale: 'de-DE' },
        viewport: { width: 1024, height: 768 },
      });
      context.setDefaultTimeout(60_000);
      const page = context.pages()[0] ?? (await context.newPage());
      const keys = await work(page, context, address, words);
      await context.close();
      const planted = new Map(words.map((word) => [word, Buffer.from(word)]));
      const hits = found(profile, new Map([...planted, ...keys]));
      // It was not silent because it looked in the wrong place: what the disk may tell is found there.
      if (
        found(
          profile,
          new Map([
            ['a name of the staff', Buffer.from('Leyla Demir', 'utf16le')],
            ['the same', Buffer.from('Leyla Demir')],
          ]),
        ).length === 0
      )
        throw new Error('Not even what stands there in clear was found.');
      tried += planted.size + keys.size;
      failed += new Set(hits.map((hit) => hit.split(' in ')[0])).size;
      for (const hit of hits.slice(0, 10)) asked.say(`${name}: ${hit}`);
      const bytes = filesIn(profile).reduce((sum, file) => sum + readFileSync(file).length, 0);
      asked.say(
        `${name}: ${planted.size} words and ${keys.size} secrets in ${filesIn(profile).length} files, ${Math.round(bytes / 1e6)} MB: ${hits.length} hits`,
      );
    } finally {
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    }
  }
  return { tried, failed };
};

/** Nothing that a thief finds on the disk tells anything. */
export const atRest: Proof = {
  name: 'at-rest',
  sentence: 'After a day of work the whole folder of the browser holds no planted word and no byte of a key.',
  attempt,
  control: ({ seed }) => isCaughtBy('at-rest', 'v01-kept-in-clear.patch', seed),
};
