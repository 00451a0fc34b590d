import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { test } from '../fixtures/portal.ts';
import { dialog, panel } from '../fixtures/silence.ts';
import { command } from '../fixtures/texts.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });

/** Enters the copy, and says its code: it has a new one whenever it was set back. */
const enter = async (page: Page) => {
  await page.goto('/exercise/ST26/twin');
  await page.getByRole('button', { name: 'Enter it' }).click();
  await expect(page).toHaveURL(/\/consult\/EXERCISE-ST26(-\d+)?$/);
  return page.url().split('/').at(-1) ?? '';
};

test('a silence is laid and broken inside an exercise, and outside there is no trace of it', async ({
  as,
}) => {
  const title = `On trusting a supplier ${Date.now().toString(36)}`;
  const [director, player] = [await as('hqa-secretary-epg'), await as('nor-staff-1')];
  const bodyCode = await enter(director);
  const { textId } = await command<{ textId: string }>(director, 'texts.create', {
    ...{ bodyCode, title, reference: '', withThread: false },
    marking: { level: 0, releasableTo: ['ALLIES'] },
  });
  const { versionId } = await command<{ versionId: string }>(director, 'texts.makeVersion', {
    ...{ textId, base: 0, note: '', kept: [], takesIn: [] },
    paragraphs: [{ id: randomUUID(), kind: 'paragraph', parts: [{ text: 'We stop its updates.' }] }],
  });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await command(director, 'silence.open', { textId, versionId, until: { day: tomorrow, time: '12:00' } });

  await enter(player);
  const room = `/consult/texts/${textId}`;
  await player.goto(room);
  await expect(player.getByRole('main')).toContainText('EXERCISE ST26.');
  await expect(player).toHaveTitle(/EXERCISE/);
  await expect(
    player
      .getByText(/^EXERCISE · /)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await expect(player.locator('.watermark')).toContainText('EXERCISE ST26');
  await player.emulateMedia({ media: 'print' });
  await expect(player.locator('.watermark')).toBeVisible();
  await player.emulateMedia({ media: 'screen' });
  // It waits on Today inside, until the nation has said something.
  await player.goto('/');
  await expect(player.getByRole('main')).toContainText(title);
  await player.goto(room);
  await panel(player).getByRole('button', { name: 'Break silence' }).click();
  await dialog(player)
    .getByRole('radio', { name: /An objection/ })
    .check();
  await dialog(player)
    .getByRole('checkbox', { name: /updates/ })
    .check();
  await dialog(player).getByRole('textbox', { name: 'Reason' }).fill('Not all of them.');
  await dialog(player).getByRole('button', { name: 'Go on' }).click();
  await dialog(player)
    .getByRole('button', { name: /^Break silence for/ })
    .click();
  await expect(dialog(player)).toContainText('Silence is broken');
  expect(await faults(player, 'inside an exercise')).toEqual([]);

  // The same person in another browser, which is outside.
  const outside = await as('nor-staff-1');
  for (const path of ['/', '/notifications', `/search?q=${encodeURIComponent(title)}`]) {
    await outside.goto(path);
    await expect(outside.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(outside.getByRole('main').getByRole('link', { name: title })).toHaveCount(0);
    await expect(outside.getByText('EXERCISE ST26.')).toHaveCount(0);
    await expect(outside.locator('.watermark')).toHaveCount(0);
  }
  await expect(outside.getByRole('main')).toContainText('Nothing found');
  for (const path of [room, `${room}/silence`, `/consult/${bodyCode}`])
    expect((await outside.request.get(path)).status()).toBe(404);

  await test.step('set back by its director from inside, it is empty for everybody in it', async () => {
    await director.goto('/exercise/ST26/twin');
    await director.getByRole('button', { name: 'Set it back' }).click();
    await dialog(director).getByRole('textbox', { name: 'Reason' }).fill('The second run begins.');
    await dialog(director).getByRole('button', { name: 'Set it back' }).click();
    await expect(dialog(director)).toHaveCount(0);
    await expect(director.getByRole('main')).not.toContainText(`${bodyCode}.`);
    for (const page of [director, player]) {
      expect((await page.request.get(room)).status()).toBe(404);
      await page.goto('/exercise/ST26/twin');
      await expect(page.getByRole('main')).toContainText('You are inside an exercise');
      const body = /Its body is (EXERCISE-ST26-\d+)\./.exec(
        (await page.getByRole('main').textContent()) ?? '',
      );
      await page.goto(`/consult/${body?.[1]}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('EXERCISE');
      await expect(page.getByRole('main')).not.toContainText(title);
    }
    expect(await faults(director, 'a copy set back')).toEqual([]);
  });
});
