// The environment: defaults that work, and a clear sentence for each variable that is wrong.
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        port: 8080,
        host: '0.0.0.0',
        dataDir: './data',
        databaseUrl: undefined,
        publicUrl: 'http://localhost:8080',
        county: 'Landkreis Fuhsetal',
        isProduction: false,
        leaseDays: 7,
        trustedProxies: [],
        sessionHours: 12,
        sessionIdleMinutes: 60,
        pepper: undefined,
        requestsPerMinute: 1200,
      },
    });
  });

  it('is read: port, address, proxies, database', () => {
    const read = readConfig({
      PORT: '5340',
      PUBLIC_URL: 'https://geleit.example/',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      NODE_ENV: 'production',
      DATABASE_URL: 'postgresql:///geleit?host=/run/postgresql',
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        port: 5340,
        publicUrl: 'https://geleit.example',
        trustedProxies: ['10.0.0.0/8', '::1'],
        isProduction: true,
        databaseUrl: 'postgresql:///geleit?host=/run/postgresql',
      },
    });
    expect(readConfig({ DATABASE_URL: '' })).toMatchObject({ ok: true, value: { databaseUrl: undefined } });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'geleit.example'],
    ['PUBLIC_URL', 'https://geleit.example/app'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'all'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', '1'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, ::/0'],
    ['DATABASE_URL', 'localhost/geleit'],
    ['DATABASE_URL', 'mysql://localhost/geleit'],
    ['SESSION_HOURS', '-1'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['PASSWORD_PEPPER', 'short'],
    ['NODE_ENV', 'prod'],
    ['REQUESTS_PER_MINUTE', '0'],
  ])('says what is wrong with %s=%s', (name, value) => {
    const read = readConfig({ [name]: value });
    expect(read.ok).toBe(false);
    expect(read.ok || read.error.sentences).toEqual([expect.stringMatching(new RegExp(`^${name}: .+\\.$`))]);
  });
});
