import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

test('what a player saw is talked over, becomes a lesson, and waits as an action with its owner', async ({
  as,
}) => {
  const stamp = Date.now().toString(36);
  const [what, topic, todo] = [
    `Signals of one make at both reaches ${stamp}`,
    `Who knew ${stamp}`,
    `List ${stamp}`,
  ];
  const player = await as('pel-staff-1');
  const lead = await as('hqa-staff-4');
  await player.goto('/exercise/OR26/observations');
  await player.getByLabel('What happened').fill(what);
  await player.getByRole('button', { name: 'Note it' }).click();
  await expect(player.getByRole('listitem').filter({ hasText: what })).toBeVisible();

  await test.step('the one who leads opens the talk, and everybody’s page follows it', async () => {
    await lead.goto('/exercise/OR26/hot-wash');
    const open = lead.getByRole('button', { name: /^Open (the hot wash|it again)$/ });
    // A second try finds it open.
    const end = lead.getByRole('button', { name: 'End the hot wash' });
    await expect(open.or(end)).toBeVisible();
    if (await open.isVisible()) await open.click();
    await expect(end).toBeVisible();
    await lead.getByRole('button', { name: 'Add a group' }).click();
    await lead.getByRole('dialog').getByLabel('What is talked about').fill(topic);
    await lead.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await lead.getByLabel(`Group of: ${what}`).selectOption({ label: topic });
    const led = lead.getByRole('region', { name: topic });
    await expect(led).toContainText(what);
    await player.goto('/exercise/OR26/hot-wash');
    const group = player.getByRole('region', { name: topic });
    await expect(group).toContainText(what);
    await led.getByRole('button', { name: 'Talk about this' }).click();
    // At once by the live stream; a page that had not joined it yet looks by itself every 20 seconds.
    await expect(group).toContainText('Talked about now', { timeout: 30_000 });
    expect(await faults(lead, 'hot wash of who leads')).toEqual([]);
  });

  await lead.getByRole('region', { name: topic }).getByRole('button', { name: 'Identify a lesson' }).click();
  const dialog = lead.getByRole('dialog');
  await expect(dialog.getByLabel('Issue')).toHaveValue(what);
  await dialog.getByRole('button', { name: 'Identify a lesson' }).click();
  await expect(lead.getByRole('heading', { level: 1, name: topic })).toBeVisible();
  await lead.getByRole('button', { name: 'Give somebody an action' }).click();
  await dialog.getByLabel('What is to be done').fill(todo);
  await dialog.getByLabel('Owner').selectOption({ label: account('pel-staff-1').name });
  await dialog.getByLabel('By', { exact: true }).fill('2040-01-15');
  await dialog.getByRole('button', { name: 'Give it' }).click();
  await expect(lead.getByRole('region', { name: 'What is done about it' })).toContainText(todo);

  await player.goto(new URL(lead.url()).pathname);
  await player.getByRole('button', { name: /^It is done/ }).click();
  await player.getByRole('dialog').getByLabel('Reason').fill('It hangs on both walls.');
  await player.getByRole('dialog').getByRole('button', { name: 'It is done' }).click();
  await expect(player.getByRole('main')).toContainText('To be validated');
  expect(await faults(player, 'lesson of its owner')).toEqual([]);
});
