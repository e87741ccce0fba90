// npm run seed -- --persons N [--data DIR]: a big invented county in the data folder or in DATABASE_URL, the same people each time.
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#server/config.ts';
import { foundCounty, isDemo, isEmptyCounty, markAsDemo } from '#server/county.ts';
import { createPasswords } from '#server/passwords.ts';
import { openStorage } from '#server/storage/open.ts';
import type { Storage } from '#server/storage/storage.ts';
import { addCrowd } from './crowd/crowd.ts';
import { seedDemo } from './demo.ts';

/** More would not be a county of three caseworkers, whatever one wants to measure. */
const MOST = 100_000;
const USAGE = `Say how many people: npm run seed -- --persons 1000 [--data DIR], 1 to ${MOST}.`;

const giveUp = (...sentences: readonly string[]): never => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
};

/** Staff, partners and the people of the demo, if nobody is there yet. Answers whether this county is invented. */
const prepare = async (storage: Storage, pepper: string | undefined): Promise<boolean> => {
  await foundCounty(storage, randomUUID);
  if (await storage.read(isEmptyCounty)) {
    const { hash } = createPasswords(pepper);
    const now = new Date().toISOString();
    const signIns = await seedDemo(storage, now, { newId: randomUUID, hashPassword: hash });
    await storage.write((writing) => markAsDemo(writing, [...signIns]));
  }
  return storage.read(isDemo);
};

const seed = async (): Promise<void> => {
  const { values } = parseArgs({ options: { persons: { type: 'string' }, data: { type: 'string' } } });
  const count = Number(values.persons);
  if (!Number.isInteger(count) || count < 1 || count > MOST) return giveUp(USAGE);
  const read = readConfig({
    ...process.env,
    ...(values.data === undefined ? {} : { DATA_DIR: values.data, DATABASE_URL: '' }),
  });
  if (!read.ok) return giveUp('The environment is not right:', ...read.error.sentences);
  if (read.value.isProduction)
    return giveUp('Invented people have no place where real work is done (NODE_ENV=production).');
  const place = read.value.databaseUrl === undefined ? resolve(read.value.dataDir) : 'the database';
  const storage = await openStorage(read.value);
  try {
    const start = Date.now();
    if (!(await prepare(storage, read.value.pepper)))
      throw new Error(`The county in ${place} is a real one: nobody invented is added to it.`);
    const added = await addCrowd(storage, count, (done) => {
      if (done % 1000 === 0) console.log(`${done} of ${count}`);
    });
    const head = await storage.read((reading) => reading.head());
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(
      `Added ${added} invented people of ${count} (${head} changes in all) in ${seconds} s: ${place}`,
    );
  } finally {
    await storage.close();
  }
};

seed().catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
