import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { makeVersion } from '../fixtures/texts.ts';

test.describe.configure({ timeout: 300_000 });

const [chair, ilse, harriet] = [persona('chair'), persona('delegate'), persona('calderDelegate')];

const words = (page: Page, number: string) =>
  page.getByRole('textbox', { name: `Paragraph ${number}`, exact: true });

/** Lays a text before the Committee on Cyber Defence; gives back its path. */
async function lay(page: Page, title: string): Promise<string> {
  await page.goto('/consult/CCD/texts');
  await page.getByRole('link', { name: 'Lay a text before the body' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Lay it before the body' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('a text is written by keyboard, amended by nations, and made anew by the chair', async ({ as }) => {
  const title = 'Note on lamps in server rooms';
  const [lead, nordmark, calder] = [await as(chair), await as(ilse), await as(harriet)];
  const path = await lay(lead, title);

  await test.step('the chair writes the first version with the keyboard alone', async () => {
    await lead.goto(`${path}/version`);
    const first = words(lead, '1');
    await first.focus();
    await lead.keyboard.type('Lamps burn at night.');
    await lead.keyboard.press('Enter');
    await lead.keyboard.type('Doors are [shut][locked].');
    await expect(words(lead, '2')).toBeFocused();
    await lead.keyboard.press('Enter');
    await lead.keyboard.type('Keys hang by the door.');
    await lead.keyboard.press('Alt+ArrowUp');
    await expect(words(lead, '2')).toHaveValue('Keys hang by the door.');
    await lead.keyboard.press('Control+z');
    await expect(words(lead, '3')).toHaveValue('Keys hang by the door.');
    await expect(lead.getByText('2 things are still missing')).toBeVisible();
    await lead.getByLabel('Kept by').first().fill('nor');
    await lead.getByLabel('Kept by').last().fill('CAL');
    await expect(lead.getByText(/^✓ saved \d\d:\d\d:\d\d$/)).toBeVisible();
    await lead.reload();
    await expect(words(lead, '2')).toHaveValue('Doors are [shut][locked].');
    expect(await faults(lead, 'the chair’s editor')).toEqual([]);
    await makeVersion(lead, 1);
  });

  await test.step('Nordmark proposes other words and sees what they change', async () => {
    await nordmark.goto(path);
    await nordmark.getByText('Lamps burn at night.').hover();
    await nordmark.getByRole('button', { name: 'Propose a change to paragraph 1' }).click();
    const dialog = nordmark.getByRole('dialog');
    await dialog.getByLabel('The words as you want them').fill('Lamps burn day and night.');
    await expect(dialog.getByRole('region', { name: 'What would change' })).toContainText('day and');
    await dialog.getByLabel('Reason').fill('Those who clean come at noon.');
    expect(await faults(nordmark, 'proposing a change')).toEqual([]);
    await dialog.getByRole('button', { name: 'Propose it for your nation' }).click();
    await expect(nordmark.getByText('Those who clean come at noon.')).toBeVisible();
  });

  await test.step('Calder joins, and lets go of its words', async () => {
    await calder.goto(`${path}?view=amendments`);
    // Pressed again until the page answers: joining twice is joining once.
    await expect(async () => {
      const join = calder.getByRole('button', { name: 'Join' });
      if (await join.isVisible()) await join.click();
      await expect(calder.getByText('with Calder')).toBeVisible({ timeout: 5_000 });
    }).toPass();
    expect(await faults(calder, 'all amendments')).toEqual([]);
    await calder.goto(`${path}?view=bracketed`);
    const dialog = calder.getByRole('dialog');
    await expect(async () => {
      await calder.getByRole('button', { name: 'Let go of [locked]' }).click();
      await expect(dialog).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await dialog.getByRole('button', { name: 'Let go' }).click();
    await expect(calder.getByText('Doors are shut.')).toBeVisible();
  });

  await test.step('the chair takes it in and makes version 2, whose redline shows it', async () => {
    await lead.goto(`${path}/version`);
    const amendments = lead.getByRole('button', { name: '1 amendment' });
    await expect(async () => {
      if ((await amendments.getAttribute('aria-expanded')) === 'false') await amendments.click();
      await expect(lead.getByText('with Calder')).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await lead.getByRole('button', { name: 'Take in' }).click();
    await expect(words(lead, '1')).toHaveValue('Lamps burn day and night.');
    await expect(lead.getByText('1 amendment taken in')).toBeVisible();
    await makeVersion(lead, 2);
    await nordmark.goto(`${path}?view=changes&since=1&version=2`);
    await expect(nordmark.locator('ins')).toContainText('day and');
    await nordmark.goto(`${path}?view=amendments`);
    await expect(nordmark.getByText('taken into version 2')).toBeVisible();
    await expect(nordmark.getByText('Accepted')).toBeVisible();
    const nations = nordmark.getByRole('navigation', { name: 'Nations that amend' });
    await nations.getByRole('link', { name: 'CAL' }).click();
    await expect(nordmark).toHaveURL(/nation=CAL/);
    await expect(nordmark.getByText('with Calder')).toBeVisible();
    await nordmark.goto(`${path}?view=versions`);
    await expect(nordmark.getByText('1 amendment taken in')).toBeVisible();
  });
});

test('characters that hide are named to everybody', async ({ as }) => {
  const [lead, nordmark] = [await as(chair), await as(ilse)];
  const path = await lay(lead, 'Note on names of files');
  await lead.goto(`${path}/version`);
  await words(lead, '1').fill('A file is named as it is.');
  await makeVersion(lead, 1);
  await nordmark.goto(path);
  await nordmark.getByText('A file is named').hover();
  await nordmark.getByRole('button', { name: 'Propose a change to paragraph 1' }).click();
  const dialog = nordmark.getByRole('dialog');
  await dialog.getByLabel('The words as you want them').fill('A filе is named \u202Eas\u200B it is.');
  await dialog.getByLabel('Reason').fill('To see.');
  await dialog.getByRole('button', { name: 'Propose it for your nation' }).click();
  await expect(dialog).toBeHidden();
  await lead.goto(`${path}?view=amendments`);
  for (const name of ['Cyrillic letter', 'U+202E turns the direction', 'U+200B invisible'])
    await expect(lead.getByText(name).first()).toBeVisible();
});
