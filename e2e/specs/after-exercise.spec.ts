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
  // What its page shows of others must come by the live stream: it does not look by itself.
  await player.addInitScript(() => {
    const every = window.setInterval.bind(window);
    window.setInterval = ((run: () => void, ms?: number) =>
      ms === 20_000 ? 0 : every(run, ms)) as typeof window.setInterval;
  });
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
    await expect(group).toContainText('Talked about now');
    expect(await faults(lead, 'hot wash of who leads')).toEqual([]);
    const evaluator = await as('hqa-secretary-aac');
    await evaluator.goto('/exercise/OR26/observations');
    await evaluator.getByLabel('What happened').fill(`The list was old ${stamp}`);
    await evaluator.getByRole('button', { name: 'Note it' }).click();
    for (const page of [player, lead])
      await expect(page.getByRole('main')).toContainText(`The list was old ${stamp}`);
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

  await test.step('its document is changed by a text before the group that plans, and each shows the other', async () => {
    // She directs the exercise, and is the secretariat of the group.
    const director = await as('hqa-secretary-epg');
    await director.goto(new URL(lead.url()).pathname);
    await director.getByRole('button', { name: /^It becomes/ }).click();
    await director.getByRole('dialog').getByRole('link', { name: 'Exercise Planning Group' }).click();
    await expect(director.getByText(`Follows from an action of a lesson: ${todo}`)).toBeVisible();
    await expect(director.getByLabel('Title')).toHaveValue(todo);
    expect(await faults(director, 'new text of an action')).toEqual([]);
    await director.getByRole('button', { name: 'Lay it before the body' }).click();
    await director
      .getByRole('region', { name: 'What is done about it' })
      .getByRole('link', { name: todo })
      .click();
    await expect(director.getByRole('heading', { level: 1, name: todo })).toBeVisible();
    await director
      .getByRole('region', { name: 'Follows from lessons' })
      .getByRole('link', { name: topic })
      .click();
    await expect(director.getByRole('heading', { level: 1, name: topic })).toBeVisible();
    // Who reads the lesson and does not sit in the group learns that there is a text, and not which.
    await player.reload();
    await expect(player.getByText('Changed a document you do not see.')).toBeVisible();
  });
});

test('what happens between a page and its live stream shows on it all the same', async ({ as }) => {
  const what = `Seen in between ${Date.now().toString(36)}`;
  const [reader, author] = [await as('hqa-staff-4'), await as('pel-staff-1')];
  await author.goto('/exercise/OR26/observations');
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  // Without a worker the page holds its own stream, which this test can keep waiting.
  await reader.addInitScript(() => {
    Reflect.deleteProperty(window, 'SharedWorker');
    const every = window.setInterval.bind(window);
    window.setInterval = ((run: () => void, ms?: number) =>
      ms === 20_000 ? 0 : every(run, ms)) as typeof window.setInterval;
  });
  await reader.route('**/api/events**', async (route) => {
    await opened;
    await route.continue();
  });
  await reader.goto('/exercise/OR26/observations');
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
  await author.getByLabel('What happened').fill(what);
  await author.getByRole('button', { name: 'Note it' }).click();
  await expect(author.getByRole('listitem').filter({ hasText: what })).toBeVisible();
  await expect(reader.getByRole('main')).not.toContainText(what);
  open();
  await expect(reader.getByRole('main')).toContainText(what);
});
