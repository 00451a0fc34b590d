import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { portalUrl } from '../fixtures/env.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const READINESS = '/people/readiness';

const dialog = (page: Page) => page.getByRole('dialog');
const line = (page: Page, key: string) => {
  const family = account(key).name.split(' ').at(-1) ?? '';
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(family) }) });
};

test('a coordinator sees who is ready, goes from the nation to its own people, and sends what is missing in two presses', async ({
  as,
}) => {
  const page = await as('nor-coordinator');
  await page.goto('/people');
  await page.getByRole('link', { name: 'Readiness' }).click();
  await page.getByRole('link', { name: 'Nordmark, its own people' }).click();
  await expect(page).toHaveURL(/own=yes/);
  await expect(line(page, 'nor-staff-3')).toContainText(/units|not started/);
  await expect(line(page, 'nct-staff-2')).toHaveCount(0);
  await page.goto(READINESS);
  await page.getByLabel('Requirement').selectOption({ label: 'Everybody with an account' });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/requirement=[0-9a-f]/);
  expect(await faults(page, 'readiness of a party')).toEqual([]);

  await page.getByRole('button', { name: 'Send each the missing unit' }).click();
  await expect(dialog(page).getByLabel('To be done by')).toHaveValue(/^\d{4}-/);
  expect(await faults(page, 'sending what is missing')).toEqual([]);
  await dialog(page)
    .getByRole('button', { name: /^Send to \d+ people$/ })
    .click();
  const told = account('nct-staff-2');
  const sent = dialog(page)
    .getByRole('listitem')
    .filter({ hasText: told.name.split(' ').at(-1) ?? '' });
  await expect(sent).toContainText('Spotting phishing: enrolled and told');
  await expect(dialog(page).getByText('under way already, reminded').first()).toBeVisible();
  const learner = await as(told);
  await learner.goto('/notifications');
  await learner
    .getByRole('link', { name: /Spotting phishing/ })
    .first()
    .click();
  await expect(learner).toHaveURL(/\/learn\/spotting-phishing\/./);
});

test('the same leaves as CSV and on paper, and another party’s coordinator sees nothing of it', async ({
  as,
}) => {
  const page = await as('nor-coordinator');
  await page.goto(READINESS);
  const href = (await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '';
  const csv = await page.request.get(href);
  expect(csv.headers()['content-type']).toContain('text/csv');
  const rows = (await csv.text()).trim().split('\r\n');
  const family = account('nor-staff-1').name.split(' ').at(-1) ?? '';
  expect(rows.filter((row) => row.includes(family))).toHaveLength(1);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Show', exact: true })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(line(page, 'nor-staff-1')).toBeVisible();
  await expect(page.getByText('ALLIANCE UNCLASSIFIED').first()).toBeVisible();

  const party = new URL(href, portalUrl).searchParams.get('party') ?? '';
  const other = await as('cal-coordinator');
  await other.goto(READINESS);
  await expect(other.getByText(family)).toHaveCount(0);
  await expect(line(other, 'cal-staff-1')).toBeVisible();
  expect((await other.request.get(`${portalUrl}${READINESS}?party=${party}`)).status()).toBe(404);
  expect((await other.request.get(href)).status()).toBe(404);
  const learner = await as('nor-staff-2');
  expect((await learner.request.get(`${portalUrl}${READINESS}`)).status()).toBe(404);
});

test('a training manager asks for something, sees whom it concerns before it is saved, and ends it', async ({
  as,
}) => {
  const page = await as('hqa-admin-1');
  await page.goto('/people/requirements/new');
  const name = `Duty officers ${Date.now()}`;
  await page.getByLabel('Title in English').fill(name);
  await page.getByLabel('Title in French').fill(`${name} (fr)`);
  await page.getByLabel('Work', { exact: true }).selectOption({ label: 'Incident analyst' });
  await page
    .getByRole('group', { name: 'What is asked' })
    .getByRole('combobox')
    .selectOption({ label: 'Night watch' });
  await page.getByRole('button', { name: 'Add another' }).click();
  await page.getByLabel('Thing 2', { exact: true }).selectOption({ label: 'Exercise, as blue' });
  await page.getByLabel('Thing 2: months from its end').fill('18');
  await expect(async () => {
    await page.getByRole('button', { name: 'See whom it concerns' }).click();
    await expect(dialog(page)).toBeVisible({ timeout: 2000 });
  }).toPass();
  expect(await faults(page, 'whom a requirement concerns')).toEqual([]);
  await dialog(page).getByRole('button', { name: /save/i }).click();
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('10');
  await expect(row).toContainText('Part in an exercise, blue, within 18 months');
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'End requirement' }).click();
  await dialog(page).getByRole('button', { name: /end/i }).click();
  await expect(row).toHaveCount(0);

  await page.goto('/people/requirements');
  await page.getByRole('link', { name: 'Defending team' }).click();
  await expect(page.getByText('The seats of exercise QH27 ask for this.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'End requirement' })).toHaveCount(0);
});
