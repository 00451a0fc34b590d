import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });

test('control sends something unplanned, the team reads and answers it, and control sees so live', async ({
  as,
}) => {
  const title = `A burst pipe ${Date.now().toString(36)}`;
  const control = await as('hqa-staff-4');
  const player = await as('nor-staff-1');
  await player.goto('/exercise/ST26/inbox');
  await expect(player.getByRole('timer')).toHaveText(/^\+\d+:\d\d$/);
  await expect(player.getByRole('heading', { name: 'The key that signs updates' })).toBeVisible();
  await expect(player.locator('main')).not.toContainText('The ferry asks for its slot');
  expect((await player.request.get('/exercise/ST26/control')).status()).toBe(404);

  await control.goto('/exercise/ST26/control');
  await control.getByRole('button', { name: 'Send something unplanned' }).click();
  const dialog = control.getByRole('dialog');
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('checkbox', { name: 'West table' }).uncheck();
  await dialog.getByRole('button', { name: 'Send now' }).click();
  const row = control.getByRole('row', { name: new RegExp(title) });
  await expect(row).toContainText('Delivered');

  const received = player.getByRole('listitem').filter({ has: player.getByRole('heading', { name: title }) });
  await received.getByRole('button', { name: 'We have read it' }).click();
  await expect(received).toContainText('Read by');
  await received.getByRole('button', { name: 'Answer' }).click();
  await player.getByRole('dialog').getByRole('textbox').fill('We have turned it off.');
  await player.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(row).toContainText('Answered');
  await expect(control.locator('main')).toContainText('We have turned it off.');
  expect(await faults(control, 'control')).toEqual([]);
  expect(await faults(player, 'inbox')).toEqual([]);
});
