import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { command } from '../fixtures/texts.ts';

// What a browser itself says of an exchange that is refused.
test.use({ expected: [/status of 412 .*nominations\.substitute/] });

const DAY = 86_400_000;
const instant = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const section = (page: Page) => page.getByRole('region', { name: 'Crew', exact: true });
const line = (page: Page, person: string) =>
  section(page).getByRole('row', { name: new RegExp(account(person).name) });

/** Days of its own for each test and try: nobody sits in two exercises at one time. */
const startOf = (test: 0 | 1) => 90 + 10 * (Math.floor(Date.now() / 60_000) % 25) + 5 * test;

type Made = { address: string; exerciseId: string; fields: object };

/** An exercise that starts in so many days, announced, with seats for Nordmark alone. */
async function announced(manager: Page, seats: number, starts: number): Promise<Made> {
  const code = `R${starts}${Date.now().toString(36).toUpperCase()}`;
  const fields = {
    ...{ nameEn: 'Ebb and Flood', nameFr: 'Flux et reflux', kind: 'cooperative', place: '' },
    ...{ summaryEn: '', summaryFr: '', timeZone: 'Europe/Oslo', opensAt: null, reofferDays: 5 },
    ...{ startsAt: instant(starts), endsAt: instant(starts + 4) },
    ...{ closesAt: instant(starts - 5), substitutionUntil: instant(starts - 2) },
  };
  const marking = { level: 0, releasableTo: ['ALLIES'] };
  const made = await command<{ exerciseId: string }>(manager, 'exercises.create', {
    ...fields,
    ...{ code, marking },
  });
  await manager.goto(`/exercise/${code}/plan`);
  await manager.getByRole('button', { name: 'Add a role' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByLabel('Name in English').fill('Crew');
  await dialog.getByLabel('Name in French').fill('Équipage');
  await dialog.getByLabel('Seats of Nordmark', { exact: true }).fill(String(seats));
  await dialog.getByRole('button', { name: 'Save the role' }).click();
  await expect(manager.getByRole('row', { name: /Crew/ })).toBeVisible();
  await manager.goto(`/exercise/${code}`);
  await manager.getByRole('button', { name: 'Announce' }).click();
  await expect(manager.getByText('Sign-up open').first()).toBeVisible();
  return { address: `/exercise/${code}`, exerciseId: made.exerciseId, fields };
}

async function nominate(coordinator: Page, person: string): Promise<void> {
  const { name } = account(person);
  await section(coordinator).getByLabel('Name', { exact: true }).fill(name);
  await section(coordinator).getByRole('button', { name: 'Find' }).click();
  await section(coordinator).getByRole('checkbox', { name }).check();
  await section(coordinator).getByRole('button', { name: 'Name those ticked' }).click();
  await expect(line(coordinator, person)).toContainText('Waits for the director');
}

async function act(page: Page, person: string, verb: string, why = ''): Promise<void> {
  await line(page, person).getByRole('button', { name: verb }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Why/ }).fill(why);
  await dialog.getByRole('button', { name: verb }).click();
  await expect(dialog).toHaveCount(0);
}

/** Changes one thing about the exercise, in its form. */
async function change(manager: Page, address: string, label: string | RegExp, value: string): Promise<void> {
  await manager.goto(`${address}/edit`);
  await manager.getByLabel(label).fill(value);
  await manager.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(manager.getByRole('heading', { level: 1, name: 'Ebb and Flood' })).toBeVisible();
}

test('seats nobody fills go to another nation’s people in order, as does one that is given back, and all read why', async ({
  as,
}) => {
  const [own, first, second] = ['nor-staff-2', 'cal-staff-2', 'cal-staff-3'];
  const manager = await as('hqa-admin-1');
  const starts = startOf(0);
  const { address, exerciseId, fields } = await announced(manager, 2, starts);
  const [nordmark, calder] = [await as('nor-coordinator'), await as('cal-coordinator')];
  for (const page of [nordmark, calder]) await page.goto(address);
  await nominate(nordmark, own);
  for (const person of [first, second]) await nominate(calder, person);
  await manager.goto(address);
  for (const person of [own, first, second]) {
    await act(manager, person, 'Confirm');
    await expect(line(manager, person)).toContainText(person === own ? 'Has a seat' : 'Waits, place');
  }
  await calder.reload();
  await expect(line(calder, first)).toContainText('Waits, place 1');
  await expect(line(calder, second)).toContainText('Waits, place 2');

  await test.step('the day comes on which Nordmark loses the seat it has nobody for', async () => {
    // So many days before a start that is so many days away: it is now.
    await command(manager, 'exercises.edit', {
      ...{ ...fields, exerciseId, revision: 1, startsAt: instant(starts), reofferDays: starts },
    });
    await calder.reload();
    await expect(section(calder)).toContainText('Seats nobody filled are open to all who wait.');
    await expect(line(calder, first)).toContainText('Has a seat');
    await expect(line(calder, second)).toContainText('Waits, place 1');
    const holder = await as(first);
    await expect(async () => {
      await holder.goto('/notifications');
      await expect(holder.getByRole('main')).toContainText(`You have a seat in ${address.split('/').at(-1)}`);
    }).toPass({ timeout: 120_000 });
    expect(await faults(calder, 'coordinator after the re-offer')).toEqual([]);
  });

  await nordmark.reload();
  await act(nordmark, own, 'Take back', 'Posted abroad that month.');
  await calder.reload();
  await expect(line(calder, second)).toContainText('Has a seat');

  const other = await as('brn-staff-1');
  await other.goto(address);
  await section(other).getByRole('link', { name: 'What was done, and why' }).click();
  const log = other.getByRole('main');
  await expect(log).toContainText('next in order for one not filled');
  await expect(log).toContainText('Posted abroad that month.');
  await expect(log).toContainText('Seat to somebody from CAL: next in order for the one freed.');
  for (const person of [own, first, second]) await expect(log).not.toContainText(account(person).name);
  expect(await faults(other, 'log of another nation')).toEqual([]);
});

test('people are exchanged until the day set for it, and after it the page says that it is over', async ({
  as,
}) => {
  const [goes, comes, late] = ['nor-staff-3', 'nor-security', 'nor-staff-2'];
  const manager = await as('hqa-admin-1');
  const { address } = await announced(manager, 1, startOf(1));
  const coordinator = await as('nor-coordinator');
  await coordinator.goto(address);
  await nominate(coordinator, goes);
  await manager.goto(address);
  await act(manager, goes, 'Confirm');
  await coordinator.reload();
  const dialog = coordinator.getByRole('dialog');
  const exchange = async (person: string, other: string) => {
    await line(coordinator, person)
      .getByRole('button', { name: /^Exchange/ })
      .click();
    await dialog.getByLabel('Look for a name').fill(account(other).name);
    await dialog
      .getByLabel('Who comes instead')
      .selectOption({ label: `${account(other).name}, ${account(other).party}` });
    await dialog.getByRole('textbox', { name: /Why/ }).fill('Called away that week.');
  };
  await exchange(goes, comes);
  await dialog.getByRole('button', { name: 'Exchange' }).click();
  await expect(line(coordinator, comes)).toContainText('Has a seat');
  await expect(line(coordinator, goes)).toHaveCount(0);

  await exchange(comes, late);
  await change(manager, address, 'Last day to exchange people', instant(-1).slice(0, 10));
  await dialog.getByRole('button', { name: 'Exchange' }).click();
  await expect(dialog).toContainText('The last day to exchange people is over.');
  await coordinator.reload();
  await expect(line(coordinator, comes)).toContainText('Has a seat');
  await expect(line(coordinator, comes).getByRole('button', { name: /^Exchange/ })).toHaveCount(0);
  await expect(section(coordinator)).toContainText('People could be exchanged until');
  expect(await faults(coordinator, 'coordinator after the last day')).toEqual([]);
});
