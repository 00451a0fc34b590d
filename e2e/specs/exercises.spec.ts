import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a form that is refused.
test.use({ expected: [/status of 400 .*exercises\.create/] });

const EXERCISE = '/exercise/QH27';
const REASON = 'Knows the harbour from last year.';

test('a coordinator names somebody, the director confirms, another comes instead, and all nations read why', async ({
  as,
}) => {
  const nominee = account('nor-staff-3').name;
  const coordinator = await as('nor-coordinator');
  await coordinator.goto('/exercise');
  await coordinator.getByRole('link', { name: 'Quiet Harbour 27' }).click();
  const section = coordinator.getByRole('region', { name: 'Defending team' });
  await section.getByLabel('Name', { exact: true }).fill(nominee);
  await section.getByRole('button', { name: 'Find' }).click();
  await section.getByRole('checkbox', { name: nominee }).check();
  expect(await faults(coordinator, 'training coordinator')).toEqual([]);
  await section.getByRole('button', { name: 'Name those ticked' }).click();
  const named = section.getByRole('row', { name: new RegExp(nominee) });
  await expect(named).toContainText('Waits for the director');

  const director = await as('hqa-secretary-epg');
  await director.goto(EXERCISE);
  await expect(director).toHaveTitle(/ · EXERCISE · ALLIANCE UNCLASSIFIED$/);
  const line = director.getByRole('row', { name: new RegExp(nominee) });
  await line.getByRole('button', { name: 'Confirm' }).click();
  const dialog = director.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Why/ }).fill(REASON);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(line).toContainText('Has a seat');

  const stand = account('nor-security');
  await coordinator.reload();
  await named.getByRole('button', { name: /^Exchange/ }).click();
  const exchange = coordinator.getByRole('dialog');
  await exchange.getByLabel('Look for a name').fill(stand.name);
  await exchange.getByLabel('Who comes instead').selectOption({ label: `${stand.name}, ${stand.party}` });
  await exchange.getByRole('textbox', { name: /Why/ }).fill('Called away that week.');
  await exchange.getByRole('button', { name: 'Exchange' }).click();
  await expect(section.getByRole('row', { name: new RegExp(stand.name) })).toContainText('Has a seat');
  await expect(named).toHaveCount(0);

  const other = await as('cal-staff-2');
  await other.goto(EXERCISE);
  await other
    .getByRole('region', { name: 'Defending team' })
    .getByRole('link', { name: 'What was done, and why' })
    .click();
  await expect(other.locator('main')).toContainText(REASON);
  await expect(other.locator('main')).toContainText('The director confirmed somebody from NOR');
  await expect(other.locator('main')).toContainText('Called away that week.');
  for (const name of [nominee, stand.name]) await expect(other.locator('main')).not.toContainText(name);
  expect(await faults(other, 'another nation')).toEqual([]);
});

test('who manages training begins an exercise, gives it a role with seats, and announces it', async ({
  as,
}) => {
  const page = await as('hqa-admin-1');
  await page.goto('/exercise/new');
  const code = `T${Date.now().toString(36).toUpperCase()}`;
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('Name in English').fill('Night Ferry');
  await page.getByLabel('Name in French').fill('Bac de nuit');
  const dates = { 'First day': '2032-05-10', 'Last day': '2032-05-14', 'Last day of sign-up': '2032-04-01' };
  for (const [label, day] of Object.entries(dates)) await page.getByLabel(label, { exact: true }).fill(day);
  await page.getByLabel('Last day to exchange people').fill('2032-06-01');
  await page.getByRole('button', { name: 'Begin the draft' }).click();
  await expect(page.getByText('This lies after the end of the exercise.').first()).toBeVisible();
  await page.getByLabel('Last day to exchange people').fill('2032-05-05');
  await page.getByRole('button', { name: 'Begin the draft' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a role' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name in English').fill('Crew');
  await dialog.getByLabel('Name in French').fill('Équipage');
  await dialog.getByLabel('Seats of Nordmark', { exact: true }).fill('2');
  expect(await faults(page, 'planner')).toEqual([]);
  await dialog.getByRole('button', { name: 'Save the role' }).click();
  await expect(page.getByRole('row', { name: /Crew/ })).toContainText('2');

  const learner = await as('brn-staff-1');
  await learner.goto('/exercise');
  await expect(learner.getByRole('link', { name: 'Night Ferry' })).toHaveCount(0);
  await page.goto(`/exercise/${code}`);
  await page.getByRole('button', { name: 'Announce' }).click();
  await expect(page.getByText('Sign-up open').first()).toBeVisible();
  await learner.reload();
  await expect(learner.getByRole('link', { name: 'Night Ferry' })).toBeVisible();
});
