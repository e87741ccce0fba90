// Pages by chance: whatever is written, moved home, taken away and opened again, each file reads as it was last written.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VersionedRecord } from '#domain/record.ts';
import { openDatabase } from './database.ts';
import { openPages, type Pages, type Records, type Rewrite } from './pages.ts';
import { unseal } from './vault.ts';

const ids = Array.from({ length: 120 }, (_, number) => `case-${String(number).padStart(4, '0')}`);
const recordsOf = (id: string, text: string): Records => {
  const record: VersionedRecord = {
    ...{ id: `person-${id}`, caseId: id, kind: 'person', seq: 1, head: 'change-1' },
    ...{ heads: {}, versions: {}, values: { strengths: text } },
  };
  return new Map([[record.id, record]]);
};

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
        const model = new Map<string, string>();
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
            const texts = files.map((id): [string, string] => [id, `text-${(word += 1)}-`]);
            if (does === 'shorten') for (const id of files) former.get(id)?.forEach((text) => gone.add(text));
            const scrubbed = new Set(does === 'shorten' ? files : []);
            await keep(
              await pages.rewrite(
                new Map(texts.map(([id, text]) => [id, recordsOf(id, text)])),
                rev,
                scrubbed,
              ),
            );
            for (const [id, text] of texts) {
              model.set(id, text);
              former.set(id, [...(former.get(id) ?? []), text]);
            }
          } else if (does === 'forget') {
            for (const id of files) former.get(id)?.forEach((text) => gone.add(text));
            await keep(await pages.rewrite(new Map(files.map((id) => [id, null])), rev, new Set(files)));
            for (const id of files) model.delete(id);
          } else if (does === 'reopen') pages = openPages(database, key, '', pages.directory, rev);
          else {
            pages = openPages(database, key, '');
            await pages.learn(await database.pages.toArray());
          }
          const settled = await pages.settle((rev += 1));
          if (settled !== undefined) await keep(settled);
          const shown = await pages.read(files);
          for (const id of files)
            expect([id, shown.get(id)?.get(`person-${id}`)?.values['strengths']]).toEqual([
              id,
              model.get(id),
            ]);
        }
        const all = await pages.read(ids);
        for (const id of ids)
          expect(all.get(id)?.get(`person-${id}`)?.values['strengths']).toBe(model.get(id));
        const known = ids.filter((id) => asleep.directory.has(id) && model.has(id));
        asleep.forgetTexts();
        const dreamt = await asleep.read(known);
        for (const id of known) {
          const text = dreamt.get(id)?.get(`person-${id}`)?.values['strengths'];
          expect(former.get(id)).toContain(text);
        }
        const rows = await database.pages.toArray();
        const texts = await Promise.all(rows.map(({ page, box }) => unseal(key, `pages|${page}|3`, box)));
        const disk = texts.join('\n');
        for (const text of gone) expect(disk).not.toContain(`"${text}"`);
        expect(rows.filter(({ page }) => page.startsWith('y')).length).toBeLessThanOrEqual(26);
      }),
      { numRuns: 25 },
    );
  },
);
