// Pages by chance: whatever is written, moved home, taken away and opened again, each file reads as it was last written.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VersionedRecord } from '#domain/record.ts';
import { createDirectory } from './directory.ts';
import { openDatabase } from './database.ts';
import { openPages, type Pages, type Records, type Rewrite } from './pages.ts';
import { unsealLong } from './vault.ts';

const ids = Array.from({ length: 120 }, (_, number) => `case-${String(number).padStart(4, '0')}`);
/** A case file has two records; a write alters one of them and leaves the other as it was read. */
const kinds = ['person', 'plan'] as const;
const withText = (before: Records | undefined, id: string, kind: string, text: string): Records => {
  const record: VersionedRecord = {
    ...{ id: `${kind}-${id}`, caseId: id, kind, seq: 1, head: 'change-1' },
    ...{ heads: {}, versions: {}, values: { text } },
  };
  return new Map([...(before ?? []), [record.id, record]]);
};
const textsIn = (records: Records | undefined): readonly unknown[] =>
  kinds.flatMap((kind) =>
    [...(records ?? [])].filter(([id]) => id.startsWith(kind)).map(([, { values }]) => values['text']),
  );

const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 5 });
const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('write' as const), files: some }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('write' as const), files: fc.constant(ids) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('shorten' as const), files: some }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forget' as const), files: some }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reopen' as const), files: some }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reopen-without-index' as const), files: some }) },
);

test(
  'files on pages: nothing is mixed up, and nothing that was to go stays on the disk',
  { timeout: 120_000 },
  async () => {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 40, maxLength: 90 }), async (acts) => {
        const database = openDatabase(`pages-${(count += 1)}`, { indexedDB: new IDBFactory(), IDBKeyRange });
        let pages: Pages = openPages(database, key, '');
        // Another tab that looked once and is told nothing.
        const asleep = openPages(database, key, '');
        const model = new Map<string, Map<string, string>>();
        const modelled = (id: string): readonly unknown[] =>
          kinds.flatMap((kind) => model.get(id)?.get(kind) ?? []);
        const former = new Map<string, string[]>();
        const gone = new Set<string>();
        let [rev, word] = [0, 0];
        const keep = async ({ rows, emptied, keep: done }: Rewrite): Promise<void> => {
          await database.transaction('rw', database.pages, async () => {
            await database.pages.bulkPut([...rows]);
            await database.pages.bulkDelete([...emptied]);
          });
          done();
        };
        for (const [index, { does, files }] of acts.entries()) {
          if (index === 10) await asleep.learn(await database.pages.toArray());
          rev += 1;
          if (does === 'write' || does === 'shorten') {
            const kind = kinds[index % 2] ?? 'person';
            const texts = files.map((id): [string, string] => [id, `text-${(word += 1)}-`]);
            const isToGo = (id: string, text: string): boolean =>
              text !== model.get(id)?.get(kind === 'plan' ? 'person' : 'plan');
            // Beside what is shortened, others change as they do every day.
            const scrubbed = new Set(does === 'shorten' ? files.slice(0, 1 + (index % 3)) : []);
            for (const id of scrubbed)
              for (const text of former.get(id) ?? []) if (isToGo(id, text)) gone.add(text);
            const before = await pages.read(files);
            const after = texts.map(([id, text]) => [id, withText(before.get(id), id, kind, text)] as const);
            await keep(await pages.rewrite(new Map(after), before, rev, scrubbed));
            for (const [id, text] of texts) {
              model.set(id, new Map([...(model.get(id) ?? []), [kind, text]]));
              former.set(id, [...(former.get(id) ?? []), text]);
            }
          } else if (does === 'forget') {
            for (const id of files) former.get(id)?.forEach((text) => gone.add(text));
            await keep(
              await pages.rewrite(new Map(files.map((id) => [id, null])), new Map(), rev, new Set(files)),
            );
            for (const id of files) model.delete(id);
          } else if (does === 'reopen')
            pages = openPages(database, key, '', createDirectory(pages.directory.entries()), rev);
          else {
            pages = openPages(database, key, '');
            // In whatever order the rows come.
            await pages.learn((await database.pages.toArray()).reverse());
          }
          const settled = await pages.settle((rev += 1));
          if (settled !== undefined) await keep(settled);
          const shown = await pages.read(files);
          for (const id of files) expect([id, textsIn(shown.get(id))]).toEqual([id, modelled(id)]);
        }
        const all = await pages.read(ids);
        for (const id of ids) expect(textsIn(all.get(id))).toEqual(modelled(id));
        const known = ids.filter((id) => asleep.directory.has(id) && model.has(id));
        asleep.forgetTexts();
        const dreamt = await asleep.read(known);
        for (const id of known) {
          const texts = textsIn(dreamt.get(id));
          expect(texts.length).toBeGreaterThan(0);
          for (const text of texts) expect(former.get(id)).toContain(text);
        }
        const rows = await database.pages.toArray();
        const texts = await Promise.all(rows.map(({ page, box }) => unsealLong(key, `pages|${page}|5`, box)));
        const disk = texts.join('\n');
        for (const text of gone) expect(disk).not.toContain(`"${text}"`);
        expect(rows.filter(({ page }) => page.startsWith('y')).length).toBeLessThanOrEqual(26);
      }),
      { numRuns: 25 },
    );
  },
);
