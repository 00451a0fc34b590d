import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of what it cannot reach while there is no network.
test.use({ expected: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

test('a badge shown at a door without a network is told when the network is back', async ({ as }) => {
  const player = account('nor-staff-1').name;
  const own = await as('nor-staff-1');
  await own.goto('/exercise/QH27/mine');
  await expect(own.getByRole('heading', { name: 'Your team: North quay' })).toBeVisible();
  const code = await own.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
  expect(await faults(own, 'player')).toEqual([]);

  const door = await as('hqa-staff-4');
  await door.goto('/exercise/QH27/door');
  await expect(door.getByText('This page opens without a network on this device.')).toBeVisible();
  await expect(door.getByText('Everything is told.')).toBeVisible();
  await door.context().setOffline(true);
  await door.reload();
  const field = door.getByLabel('Code of the badge');
  const told = door.getByRole('main').getByRole('status').first();
  await field.fill((code ?? '').toLowerCase());
  await field.press('Enter');
  await expect(told).toContainText(player);
  await expect(told).toContainText('Is in.');
  await field.fill(code ?? '');
  await field.press('Enter');
  await expect(told).toContainText('Is in already');
  await expect(door.getByText('2 badges wait to be told.')).toBeVisible();
  expect(await faults(door, 'door')).toEqual([]);

  await door.context().setOffline(false);
  await expect(door.getByText('Everything is told.')).toBeVisible();
  await own.reload();
  await expect(own.getByText(/checked in/)).toBeVisible();
});
