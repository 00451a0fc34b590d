import { configDefaults, defineConfig } from 'vitest/config';

/** Unit and integration tests, one file beside each module; one PostgreSQL serves the run. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    // Tests read these as files: no import tells Vitest which of them a change concerns.
    forceRerunTriggers: [
      ...configDefaults.forceRerunTriggers,
      '**/*.{sql,txt,csv,xml}',
      '**/__fixtures__/**',
      '**/testing/global-setup.ts',
    ],
    globalSetup: ['../db/src/testing/global-setup.ts'],
    // Modules are read once for a worker, not once for each file: three quarters of the time of the run was that.
    isolate: false,
    // Half of a test is the database's work: a worker for each core keeps both busy.
    maxWorkers: '100%',
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
