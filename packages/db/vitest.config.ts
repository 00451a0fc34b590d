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
    globalSetup: ['./src/testing/global-setup.ts'],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
