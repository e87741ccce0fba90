// What the environment says: one schema, read once at the start; what is wrong is said in a sentence for the console.
import { isIP } from 'node:net';
import { fail, ok, type Result } from '#domain/result.ts';
import { z } from 'zod';

/** An address or a network. Not every network there is: who believes everybody believes whatever a client invents. */
const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128);
};

const toList = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  );
};

const isDatabaseAddress = (text: string): boolean => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '');

/** A variable that is set to nothing counts as not set. */
const set = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const environmentSchema = z.object({
  PORT: set(z.coerce.number('must be a number').int().min(0).max(65_535).default(8080)),
  // All addresses of this machine, so that a phone in the same network reaches the demo. Behind a proxy: 127.0.0.1.
  HOST: set(z.string().max(255).default('0.0.0.0')),
  DATA_DIR: set(z.string().default('./data')),
  PUBLIC_URL: set(
    z
      .string()
      .refine(isWebAddress, 'must be an address such as https://geleit.example, without a path')
      .optional(),
  ),
  COUNTY: set(z.string().trim().max(120).default('Landkreis Fuhsetal')),
  NODE_ENV: set(z.enum(['development', 'test', 'production']).default('development')),
  TRUSTED_PROXIES: set(
    z
      .string()
      .transform(toList)
      .refine(
        (list) => list.every(isNetwork),
        'must be addresses or networks such as 10.0.0.0/8, with commas between',
      )
      .default([]),
  ),
  DATABASE_URL: set(
    z
      .string()
      .refine(isDatabaseAddress, 'must be an address such as postgres://geleit:secret@localhost/geleit')
      .optional(),
  ),
  SESSION_HOURS: set(z.coerce.number('must be a number of hours').min(0.1).max(168).default(12)),
  SESSION_IDLE_MINUTES: set(z.coerce.number('must be a number of minutes').min(10).max(1440).default(60)),
  LEASE_DAYS: set(z.coerce.number('must be a number of days').min(1).max(90).default(7)),
  PASSWORD_PEPPER: set(z.string().min(32, 'must have at least 32 characters').max(256).optional()),
  REQUESTS_PER_MINUTE: set(z.coerce.number('must be a number').int().min(1).default(1200)),
});

/** The server's settings. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The PostgreSQL that keeps the county; undefined: a SQLite file in the data folder. Never said to anybody: it bears a password. */
  readonly databaseUrl: string | undefined;
  /** How people reach this server; without a slash at the end. */
  readonly publicUrl: string;
  readonly county: string;
  readonly isProduction: boolean;
  /** Proxies whose word about the client's address counts. Nobody's, if empty. */
  readonly trustedProxies: readonly string[];
  readonly sessionHours: number;
  /** A session with which nobody has asked for so long ends before its time. An open app asks by itself. */
  readonly sessionIdleMinutes: number;
  /** For how many days after a contact a device may be unlocked without one. */
  readonly leaseDays: number;
  /** A secret that goes into every password hash and is not in the database. */
  readonly pepper: string | undefined;
  /** How many requests one address may make in a minute. */
  readonly requestsPerMinute: number;
};

export type ConfigFailure = { readonly type: 'bad-environment'; readonly sentences: readonly string[] };

/** Reads the environment; each variable that is wrong gets a sentence. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigFailure> => {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`);
    return fail({ type: 'bad-environment', sentences });
  }
  const { data } = parsed;
  return ok({
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/$/, ''),
    county: data.COUNTY,
    isProduction: data.NODE_ENV === 'production',
    trustedProxies: data.TRUSTED_PROXIES,
    sessionHours: data.SESSION_HOURS,
    sessionIdleMinutes: data.SESSION_IDLE_MINUTES,
    leaseDays: data.LEASE_DAYS,
    pepper: data.PASSWORD_PEPPER,
    requestsPerMinute: data.REQUESTS_PER_MINUTE,
  });
};

/** Whether people reach this server over HTTPS: cookies and headers follow from it. */
export const isHttps = (config: Config): boolean => config.publicUrl.startsWith('https://');
