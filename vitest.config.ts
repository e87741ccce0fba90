// How the tests run: the parts by themselves (unit), then what two parts promise each other (contract).
import { defineConfig } from 'vitest/config';

const walks = ['tests/walks/**', '**/node_modules/**'];

export default defineConfig({
  define: { 'import.meta.env.VITE_BUILD': JSON.stringify('test') },
  test: {
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['sync-server/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: walks,
        },
      },
    ],
  },
});
