// Starts the server: reads the environment, opens the storage, says where it is to be found, and stops in good order.
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { createApp } from './app.ts';
import { BACKUP_MARK } from './backup-mark.ts';
import { watchBackupMark } from './backup/watch-mark.ts';
import { readConfig, type Config } from './config.ts';
import { demoSignIns, foundCounty, isEmptyCounty, markAsDemo } from './county.ts';
import { ERASURES, replayErasures } from './erasure.ts';
import { HIGH_WATER, noticeRestore, withHighWater } from './high-water.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createSetupCode } from './setup.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/storage.ts';

/** How long requests under way may take to end when the server is stopped. Milliseconds. */
const PATIENCE = 10_000;

const say = (...lines: readonly string[]): void => {
  console.log(lines.join('\n'));
};

const giveUp = (...sentences: readonly string[]): never => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
};

const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? `${error.message}. Stop what uses this port, or set PORT to another one.` : error.message;
};

/** A new county becomes the demo, except where real work is meant. Answers what the console should say. */
const prepare = async (
  storage: Storage,
  config: Config,
  passwords: Passwords,
): Promise<readonly string[]> => {
  if (!config.isProduction && (await storage.read(isEmptyCounty))) {
    const { seedDemo } = await import('#server/demo/demo.ts');
    const signIns = await seedDemo(storage, new Date().toISOString(), {
      newId: randomUUID,
      hashPassword: passwords.hash,
    });
    if (signIns.length > 0) await storage.write((writing) => markAsDemo(writing, [...signIns]));
  }
  const invented = await storage.read(demoSignIns);
  if (invented !== undefined && config.isProduction) {
    return giveUp(
      `This ${config.databaseUrl === undefined ? 'data folder' : 'database'} holds the invented demo county, whose passwords everybody knows.`,
      `Set ${config.databaseUrl === undefined ? 'DATA_DIR to an empty folder' : 'DATABASE_URL to an empty database'} for real work.`,
    );
  }
  if (invented !== undefined) {
    return [
      'This county and all its people are invented. Sign in as:',
      ...invented.map(({ login, password, role }) => `  ${login.padEnd(10)} ${password}   (${role})`),
    ];
  }
  const code = await createSetupCode(storage);
  if (code === undefined) return [];
  return [
    `No one can administer this county yet. Open ${config.publicUrl} and enter this code, once:`,
    `  ${code}`,
  ];
};

const start = async (): Promise<void> => {
  // What the server writes is for its own user of the machine alone.
  process.umask(0o077);
  const read = readConfig(process.env);
  if (!read.ok)
    return giveUp('The environment is not right:', ...read.error.sentences.map((line) => `  ${line}`));
  const config = read.value;
  const dataDir = resolve(config.dataDir);
  const highWater = join(dataDir, HIGH_WATER);
  const database = await openStorage(config);
  await foundCounty(database, randomUUID);
  if (await noticeRestore(database, highWater, randomUUID)) {
    say(
      'This database is not the one that was at work here last: it was restored, or exchanged.',
      'Every device now reads anew, and sends again what this database does not hold.',
    );
  }
  const erasedAnew = await replayErasures(database, join(dataDir, ERASURES));
  if (erasedAnew > 0) say(`Cases that had been erased, and now are again: ${erasedAnew}`);
  // From here on its mark is written: not before it was read.
  const storage = withHighWater(database, highWater);
  const passwords = createPasswords(config.pepper);
  const news = await prepare(storage, config, passwords);
  const stopWatching = await watchBackupMark(storage, join(dataDir, BACKUP_MARK));
  const app = await createApp({
    storage,
    config,
    now: () => new Date(),
    newId: randomUUID,
    passwords,
    log: (line) => {
      process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
    },
  });
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => giveUp('Some requests did not end in time.'), PATIENCE).unref();
    stopWatching();
    await app.close();
    await storage.close();
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  await app.listen({ port: config.port, host: config.host });
  say(`Geleit is ready: ${config.publicUrl}`, ...news);
};

start().catch((error: unknown) => giveUp(sentenceOf(error)));
