import { defineConfig } from '@playwright/test';

/** Browser tests against a portal that is running already: `npm test` starts one with fresh data. */
export default defineConfig({
  testDir: 'specs',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A second try is named in the run's summary as a fault to mend: one stall of a machine must not hide all else.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  // Patience for a machine that does other things too.
  expect: { timeout: 15_000 },
  reporter: 'line',
  use: {
    baseURL: process.env.CONCORD_TEST_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    actionTimeout: 15_000,
    // A trace costs each step; where a second try follows, it is kept of that.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CONCORD_BROWSER,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
