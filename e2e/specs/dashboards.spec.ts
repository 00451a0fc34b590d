import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { portalUrl } from '../fixtures/env.ts';
import { test } from '../fixtures/portal.ts';

const COHORT = 'Newcomers, autumn intake';

const chart = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function narrowAndDark(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  const { scroll, shown } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    shown: window.innerWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(shown);
}

test('A course director sees at a glance how a course goes, and the table behind each chart', async ({
  as,
}) => {
  const page = await as('hqa-course-director');
  await page.goto('/learn/night-watch');
  await page.getByRole('link', { name: 'How it goes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'How it goes' })).toBeVisible();
  const progress = chart(page, 'How far they are');
  await expect(progress).toContainText(/\d+ of \d+ have completed/);
  await progress.getByText('Show as a table').click();
  await expect(progress.getByRole('row', { name: /^Enrolled \d+ 100 %$/ })).toBeVisible();
  await chart(page, 'Results').getByText('Show as a table').click();
  await expect(chart(page, 'Results').getByRole('row', { name: /^The whole night One night/ })).toBeVisible();
  for (const name of ['Due and overdue', 'Units and time', 'Questions', 'Week by week'])
    await chart(page, name).getByText('Show as a table').click();
  expect(await faults(page, 'all tables open')).toEqual([]);
  await narrowAndDark(page);
  expect(await faults(page, 'narrow and dark')).toEqual([]);
});

test('Filters stand in the address, and a chart comes as CSV under them', async ({ as }) => {
  const page = await as('hqa-course-director');
  await page.goto('/learn/night-watch/dashboard');
  await page.getByLabel('Enrolled until').fill('2001-01-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/to=2001-01-01/);
  await expect(page.getByText('There is nobody to count')).toBeVisible();
  await page.getByRole('link', { name: 'Show everybody' }).click();
  const progress = chart(page, 'How far they are');
  await progress.getByText('Show as a table').click();
  const address = await progress.getByRole('link', { name: /Download as CSV/ }).getAttribute('href');
  const answer = await page.request.get(address ?? '');
  expect(answer.headers()['content-type']).toContain('text/csv');
  expect(await answer.text()).toMatch(/^\ufeffStage,People\r\nenrolled,\d+\r\nbegun,\d+\r\n/);
});

test('A training coordinator sees the own party’s figures of a cohort, and a learner none', async ({
  as,
}) => {
  const coordinator = await as('nor-coordinator');
  await coordinator.goto('/people/cohorts');
  await coordinator.getByRole('link', { name: COHORT }).click();
  await coordinator.getByRole('link', { name: 'How it goes' }).click();
  const progress = chart(coordinator, 'How far they are');
  await progress.getByText('Show as a table').click();
  await expect(progress.getByRole('row', { name: /^Hold a seat 3 100 %$/ })).toBeVisible();
  await expect(coordinator.getByLabel('Party')).toHaveCount(0);
  expect(await faults(coordinator, 'training coordinator')).toEqual([]);

  const address = new URL(coordinator.url()).pathname;
  const learner = await as('nor-staff-3');
  const answer = await learner.request.get(`${portalUrl}${address}`);
  expect(answer.status()).toBe(404);
  expect((await learner.request.get('/api/dashboard.csv?chart=progress&course=night-watch')).status()).toBe(
    404,
  );
});
