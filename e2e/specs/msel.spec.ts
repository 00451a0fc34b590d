import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });

const LIST = '/exercise/QH27/injects';

test('a planner writes the list by keyboard, and a player finds no trace of it', async ({ as }) => {
  const planner = await as('hqa-staff-4');
  await planner.goto(LIST);
  const grid = planner.getByRole('grid');
  const row = grid.getByRole('row', { name: /^24/ });
  const time = row.getByRole('gridcell').first();
  await time.click();
  await planner.keyboard.press('Enter');
  await planner.keyboard.press('ControlOrMeta+A');
  await planner.keyboard.type('3 o’clock');
  await planner.keyboard.press('Enter');
  await expect(planner.getByRole('alert').filter({ hasText: 'Hours and minutes' })).toBeVisible();
  await planner.keyboard.press('ControlOrMeta+A');
  await planner.keyboard.type('3d 1:30');
  await planner.keyboard.press('Enter');
  await expect(time).toHaveText('+73:30');
  await expect(row.getByRole('button', { name: 'Version 2 of inject 24: what changed' })).toBeVisible();
  await planner.keyboard.press('ArrowUp');
  await planner.keyboard.press('ArrowRight');
  await planner.keyboard.press('ArrowRight');
  await planner.keyboard.press('F2');
  await planner.keyboard.type(' not kept');
  await planner.keyboard.press('Escape');
  await expect(grid).not.toContainText('not kept');
  expect(await faults(planner, 'events list')).toEqual([]);

  await row.getByRole('button', { name: /Version 2/ }).click();
  await expect(planner.getByRole('dialog')).toContainText('+73:00');
  await planner.keyboard.press('Escape');

  await planner.getByLabel('Storyline').selectOption({ label: 'The tide gauges' });
  await planner.getByRole('button', { name: 'Narrow' }).click();
  await expect(planner.getByText(/^4 injects shown/)).toBeVisible();
  await planner.getByRole('link', { name: 'Timeline' }).click();
  await expect(planner.getByRole('row', { name: /Gauge 5 differs too/ })).toContainText('after #4');

  const player = await as('nor-staff-1');
  await player.goto('/exercise/QH27');
  await expect(player.getByRole('heading', { level: 1 })).toContainText('Quiet Harbour 27');
  await expect(player.getByRole('link', { name: 'Events list' })).toHaveCount(0);
  expect((await player.goto(LIST))?.status()).toBe(404);
});
