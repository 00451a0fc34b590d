import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { test } from '../fixtures/portal.ts';

const COHORT = 'Reporting an incident, spring intake';
/** The way there says whether a seat of one's own party is free. */
const SEATS = /^(Ask for a seat|See the seats)/;
const COURSE = '/learn/reporting-an-incident';

test('A training coordinator agrees to a request; a seat given up goes to the next, and all nations read why', async ({
  as,
}) => {
  const page = await as('nor-coordinator');
  await page.goto(COURSE);
  await page.getByRole('link', { name: SEATS }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Seats in ${COHORT}` })).toBeVisible();
  const requests = page.getByRole('region', { name: 'Requests' }).first();
  const own = requests.getByRole('row', { name: /Henrik Saarela/ });
  await expect(own).toContainText('Waits for the training coordinator');
  await own.getByRole('button', { name: 'Agree' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
  await expect(own).toContainText('On the waiting list');
  expect(await faults(page, 'training coordinator')).toEqual([]);

  const holder = requests.getByRole('row', { name: /Defne Çelik/ });
  await expect(holder).toContainText('Seat confirmed');
  await holder.getByRole('button', { name: 'Refuse' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Posted abroad until the summer.');
  await dialog.getByRole('button', { name: 'Refuse' }).click();
  await expect(holder).toContainText('Refused');

  const guest = await as('cal-staff-2');
  await guest.goto(page.url());
  const log = guest.getByRole('region', { name: 'What was done, and why' });
  await expect(log).toContainText('Posted abroad until the summer.');
  await expect(log).toContainText('next in order for the one freed');
  await expect(guest.locator('main')).not.toContainText('Defne');
});

test('A learner asks for a seat, stands in line, and gives it up', async ({ as }) => {
  const page = await as('cal-staff-3');
  await page.goto(COURSE);
  await page.getByRole('link', { name: SEATS }).click();
  await page.getByRole('button', { name: 'Ask for a seat' }).click();
  await expect(page.getByRole('heading', { name: 'Waits for the training coordinator' })).toBeVisible();
  await page.getByRole('button', { name: 'Give up' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click();
  await expect(page.getByRole('heading', { name: 'Given up' })).toBeVisible();
  expect(await faults(page, 'learner')).toEqual([]);
});
