import { defineConfig } from 'vitest/config';

/** Unit and integration tests of the API, in Node, one file beside each module. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
  },
});
