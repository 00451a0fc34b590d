import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { dayAhead } from '../fixtures/dates.ts';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const administrator = persona('administrator');

// What a browser itself says of an answer that refuses.
test.use({ expected: [/status of 400 .*cohorts\./] });
const NEWCOMERS = 'Newcomers, autumn intake';

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of this cohort' }).getByRole('link', { name });

async function openCohort(page: Page, name: string): Promise<void> {
  await page.goto('/people/cohorts');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('A rule is shown by name before it stands, gives no more seats than there are, and stands in the log', async ({
  as,
}) => {
  const page = await as(administrator);
  const name = 'Security officers, one seat';
  await page.goto('/people/cohorts/new');
  await page.getByLabel('Course').selectOption('Spotting phishing');
  await page.getByLabel('Name in English').fill(name);
  await page.getByLabel('Name in French').fill('Officiers de sécurité, une place');
  await page.getByLabel('Starts').fill(dayAhead(20));
  await page.getByLabel('Last day').fill(dayAhead(50));
  await page.getByLabel('Halvaria', { exact: true }).fill('1');
  await page.getByRole('button', { name: 'Create cohort' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await tab(page, 'Joining').click();
  await page.getByLabel('Everyone who is').selectOption('Security officer');
  await page.getByRole('button', { name: 'Show who that is' }).click();
  await expect(page.getByText(/1 gets a seat, nobody waits/)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'gets a seat' })).toHaveCount(1);
  expect(await faults(page, 'rule')).toEqual([]);
  await page.getByRole('button', { name: 'Save the rule' }).click();
  const rule = 'Everyone who is “Security officer” joins';
  await expect(page.getByText(rule, { exact: true })).toBeVisible();
  await expect(page.getByText(/1 person holds a seat by it/)).toBeVisible();

  await page.getByRole('link', { name: 'Who holds a seat, who waits and why' }).click();
  const log = page.getByRole('region', { name: 'What was done, and why' });
  await expect(log).toContainText('By the rule: everyone who is “Security officer”');
  await page.goBack();
  await page.getByRole('button', { name: 'End the rule' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the rule' }).click();
  await expect(page.getByText('No rule stands.')).toBeVisible();
});

test('A message is written, looked at, sent once, and read by whom it went to', async ({ as }) => {
  const page = await as(administrator);
  await openCohort(page, NEWCOMERS);
  await tab(page, 'Messages').click();
  const english = page.getByRole('group', { name: 'English' });
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await english.getByLabel('Subject').fill('The room has changed');
  await english.getByLabel('Text').fill('We meet in the *east* wing.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('east', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Goes to \d+ people/ })).toBeVisible();
  expect(await faults(page, 'message')).toEqual([]);
  await page.getByRole('button', { name: /Send to \d+ people/ }).click();
  await expect(page.getByRole('link', { name: 'The room has changed' })).toHaveCount(1);

  const learner = await as('orl-staff-1', { locale: 'fr' });
  await learner.goto('/notifications');
  await learner.locator('main a[href^="/learn/messages/"]').first().click();
  await expect(learner.getByRole('heading', { level: 1 })).toHaveText('The room has changed');
  await expect(learner.locator('main em')).toHaveText('east');
  expect(await faults(learner, 'reader')).toEqual([]);

  const stranger = await as('hal-staff-1');
  const answer = await stranger.request.get(learner.url());
  expect(answer.status()).toBe(404);
});

test('An activity has a last day of its own, and its learners see it in the course', async ({ as }) => {
  const page = await as(administrator);
  await openCohort(page, NEWCOMERS);
  await tab(page, 'Deadlines').click();
  const day = page.getByLabel(/Check by another way/);
  await day.fill(dayAhead(400));
  await page.getByRole('button', { name: 'Save the last days' }).click();
  await expect(page.getByText('This is after the cohort’s own last day.').first()).toBeVisible();
  await day.fill(dayAhead(7));
  await page.getByRole('button', { name: 'Save the last days' }).click();
  await expect(page.getByText('The last days are saved.', { exact: false }).first()).toBeVisible();
  expect(await faults(page, 'deadlines')).toEqual([]);

  const learner = await as('nor-staff-3');
  await learner.goto('/learn/spotting-phishing');
  const row = learner.getByRole('listitem').filter({ hasText: 'Check by another way' }).last();
  await expect(row).toContainText(/due/);
});
