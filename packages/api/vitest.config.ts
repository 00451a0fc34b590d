import { defineConfig } from 'vitest/config';

/** Unit and integration tests, one file beside each module; one PostgreSQL serves the run. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../db/src/testing/global-setup.ts'],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
