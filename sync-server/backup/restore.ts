// `npm run restore -- FILE`: puts a backup in the place of the county's database. No server may be at work on the folder.
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#server/config.ts';
import { putBack } from './put-back.ts';

const giveUp = (...sentences: readonly string[]): never => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
};

const run = async (): Promise<void> => {
  process.umask(0o077);
  const [file, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (file === undefined || others.length > 0) return giveUp('Say which backup: npm run restore -- FILE');
  const read = readConfig(process.env);
  if (!read.ok)
    return giveUp('The environment is not right:', ...read.error.sentences.map((line) => `  ${line}`));
  if (read.value.databaseUrl !== undefined)
    return giveUp(
      'This county lies in PostgreSQL: use pg_dump and pg_restore. The server notices by itself.',
    );
  const dataDir = resolve(read.value.dataDir);
  const done = await putBack(resolve(file), dataDir, new Date(), randomUUID);
  if (!done.ok) return giveUp('Nothing was restored: this backup is not sound.', done.error.reason);
  const { seq, aside } = done.value;
  console.log(`Restored up to change ${seq} from ${file}`);
  if (aside !== undefined) console.log(`What was there before lies in ${aside}`);
  console.log(
    'Start the server. Every device then reads anew, and sends again what the backup does not hold.',
  );
};

run().catch((error: unknown) =>
  giveUp('Nothing was restored.', error instanceof Error ? error.message : String(error)),
);
