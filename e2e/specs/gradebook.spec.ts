import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { dayAhead } from '../fixtures/dates.ts';
import { portalUrl } from '../fixtures/env.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const RESULTS = '/learn/night-watch/results';
const who = account('hal-staff-3');

test.use({ expected: [/status of 400 .*grades\.decide/] });

const row = (page: Page) => page.getByRole('row').filter({ hasText: who.name });
const dialog = (page: Page) => page.getByRole('dialog');

/** Presses until the page answers, as a person does who was quicker than the page. */
async function openDialog(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await row(page).getByRole('button', { name }).click();
    await expect(dialog(page)).toBeVisible({ timeout: 500 });
  }).toPass();
}

async function find(page: Page): Promise<void> {
  await page.goto(`${RESULTS}?q=${encodeURIComponent(who.name.split(' ').at(-1) ?? '')}`);
  await expect(row(page)).toBeVisible();
}

test('a course director decides over a result with a reason, gives more time, and both stand in the record', async ({
  as,
}) => {
  const page = await as('hqa-course-director');
  await find(page);
  await openDialog(page, `Decide over the result of ${who.name}`);
  expect(await faults(page, 'deciding over a result')).toEqual([]);
  await dialog(page).getByLabel('What it is about').selectOption({ label: 'The handover note' });
  await dialog(page).getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(dialog(page).getByRole('alert')).toBeVisible();
  await dialog(page)
    .getByRole('radio', { name: /^Not passed/ })
    .check();
  await dialog(page).getByLabel('Per cent').fill('41,5');
  await dialog(page)
    .getByRole('textbox', { name: 'Reason' })
    .fill('Two people handed in the same text; both were heard.');
  await dialog(page).getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(page.getByText('The decision stands.')).toBeVisible();
  await expect(row(page)).toContainText(/not passed\s*42 %/);
  await expect(row(page)).toContainText('Two people handed in the same text; both were heard.');

  await openDialog(page, `Decide over the result of ${who.name}`);
  await dialog(page).getByLabel('What it is about').selectOption({ label: 'The handover note' });
  await dialog(page)
    .getByRole('radio', { name: /^As computed/ })
    .check();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('They wrote it in turns, as was allowed.');
  await dialog(page).getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(row(page)).toContainText('took a decision back');
  await expect(row(page)).toContainText(/passed\s*100 %/);

  const record = await as('hqa-admin-1');
  await record.goto('/people/record');
  await expect(record.getByRole('row', { name: /Decided over a result/ }).first()).toBeVisible();
});

test('more time is given to one person, told to them, and shown where results are', async ({ as }) => {
  const late = account('esk-head');
  const page = await as('hqa-course-director');
  await page.goto(`${RESULTS}?q=${encodeURIComponent('Tveitå')}`);
  const line = page.getByRole('row').filter({ hasText: late.name });
  await expect(async () => {
    await line.getByRole('button', { name: `More time for ${late.name}` }).click();
    await expect(dialog(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await dialog(page).getByLabel('New last day').fill(dayAhead(30));
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Called away to the port office.');
  await dialog(page).getByRole('button', { name: 'Give more time' }).click();
  await expect(page.getByText('The new deadline stands.')).toBeVisible();
  await expect(line).toContainText('Called away to the port office.');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faults(page, 'results, narrow and dark')).toEqual([]);

  const learner = await as(late);
  await learner.goto('/notifications');
  await expect(learner.getByText('Night watch').first()).toBeVisible();
  expect((await learner.request.get(`${portalUrl}${RESULTS}`)).status()).toBe(404);
});
