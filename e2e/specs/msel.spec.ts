import { pack } from '@concord/api/zip';
import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });

const LIST = '/exercise/QH27/injects';

/** Chooses a file and has the portal look into it. */
async function look(planner: Page, name: string, buffer: Buffer): Promise<void> {
  await planner.goto(`${LIST}/import`);
  await planner.getByLabel('File').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await planner.getByRole('button', { name: 'Look into it' }).click();
}

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

  await test.step('what is taken out comes back unchanged, and a tabletop scenario is shown before it is written', async () => {
    const sheet = await planner.request.get('/api/exercises/QH27/injects.xlsx');
    await look(planner, 'list.xlsx', await sheet.body());
    await expect(planner.getByRole('main')).toContainText('25 injects: 0 new, 0 changed.');
    await expect(planner.getByRole('table', { name: /The first 8 injects/ })).toContainText('Crane 4 stops');
    const scenario = new Map([
      ['harbour/Harbour_Scenario.md', Buffer.from('# The flooded quay\n\nWater stands in the cable duct.')],
      ['harbour/logs/1_Pump_room.log', Buffer.from('08:00 pump 3 stopped')],
    ]);
    await look(planner, 'harbour.zip', await pack(scenario));
    await expect(planner.getByRole('main')).toContainText('2 injects: 2 new, 0 changed.');
    const shown = planner.getByRole('table', { name: /The first 2 injects/ });
    await expect(shown.getByRole('row', { name: /1\. Pump room/ })).toContainText('+0:10');
    await expect(planner.getByRole('button', { name: 'Write 2 injects' })).toBeVisible();
    expect(await faults(planner, 'a file looked into')).toEqual([]);
  });

  const player = await as('nor-staff-1');
  await player.goto('/exercise/QH27');
  await expect(player.getByRole('heading', { level: 1 })).toContainText('Quiet Harbour 27');
  await expect(player.getByRole('link', { name: 'Events list' })).toHaveCount(0);
  expect((await player.goto(LIST))?.status()).toBe(404);
});
