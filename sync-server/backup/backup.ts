// `npm run backup -- [--to FOLDER] [--keep N]`: makes a verified backup, also while the server works, and tells the server.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BACKUP_MARK } from '#server/backup-mark.ts';
import { readConfig } from '#server/config.ts';
import { replaceFile } from '#server/whole-file.ts';
import { makeBackup } from './make-backup.ts';

/** How many backups stay if nothing is said: two weeks of nights. */
const KEEP = 14;

const giveUp = (...sentences: readonly string[]): never => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
};

const run = async (): Promise<void> => {
  process.umask(0o077);
  const { values } = parseArgs({
    options: { to: { type: 'string' }, keep: { type: 'string', default: String(KEEP) } },
  });
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) return giveUp('--keep must be a whole number from 1 on.');
  const read = readConfig(process.env);
  if (!read.ok)
    return giveUp('The environment is not right:', ...read.error.sentences.map((line) => `  ${line}`));
  if (read.value.databaseUrl !== undefined)
    return giveUp(
      'This county lies in PostgreSQL: use pg_dump and pg_restore. The server notices by itself.',
    );
  const dataDir = resolve(read.value.dataDir);
  const folder = resolve(values.to ?? join(dataDir, 'backups'));
  const backup = await makeBackup(join(dataDir, 'county.sqlite'), folder, new Date(), keep);
  if (!backup.ok) return giveUp('No backup was made: the copy is not sound.', backup.error.reason);
  const { file, bytes, mark } = backup.value;
  await replaceFile(join(dataDir, BACKUP_MARK), `${JSON.stringify(mark)}\n`);
  console.log(`Backup made and verified: ${file} (${bytes} bytes, up to change ${mark.seq})`);
};

run().catch((error: unknown) =>
  giveUp('No backup was made.', error instanceof Error ? error.message : String(error)),
);
