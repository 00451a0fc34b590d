import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account, persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const notes = (page: Page) => page.locator('details').filter({ hasText: 'My notes on this page' });

/** How many passages the browser paints under a name. */
const painted = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const all = CSS.highlights as unknown as ReadonlyMap<string, ReadonlySet<unknown>>;
    return all.get(wanted)?.size ?? 0;
  }, name);

/** Selects words of the text, as dragging over them does. */
async function select(page: Page, words: string) {
  await page.locator('#reading').evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
}

test('what is due leads by one button to the exact place', async ({ as }) => {
  const page = await as(account('nor-staff-2'));
  await page.goto('/');
  await page.getByRole('link', { name: 'My learning →' }).click();
  await expect(title(page, 'My learning')).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: 'Spotting phishing' }).first();
  const next = await row.getByText(/^Next: /).textContent();
  await row.getByText(/thing(s are| is) left/).click();
  await expect(row.getByRole('link', { name: 'What would you do?' })).toBeVisible();
  await expect(row.getByText('quiz to take')).toBeVisible();
  expect(await faults(page, 'my learning with reasons')).toEqual([]);
  await row.getByRole('link', { name: /^(Continue|Start).*Spotting phishing/ }).click();
  await expect(title(page, (next ?? '').replace('Next: ', ''))).toBeVisible();
});

test('a passage is marked and noted on, by mouse and by keys, and found again', async ({ as }) => {
  const page = await as(account('nor-staff-2'));
  await page.goto('/learn/spotting-phishing/a-message-taken-apart');
  await expect(title(page, 'A message taken apart')).toBeVisible();
  await select(page, 'as if it had reached you');
  await page.getByRole('toolbar', { name: 'The words you selected' }).getByText('Add a note').click();
  await notes(page).getByLabel('Your note').fill('Mondays are when I click.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(notes(page).getByText('Mondays are when I click.')).toBeVisible();
  await expect.poll(() => painted(page, 'own-marks')).toBe(1);

  const chooser = notes(page).getByLabel('What it is about');
  await chooser.focus();
  await chooser.selectOption({ label: 'Two signs together are enough to stop and check.' });
  await notes(page).getByRole('button', { name: 'Highlight', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('My notes on this page (2)')).toBeVisible();
  expect(await faults(page, 'notes on a page')).toEqual([]);

  await page.getByRole('link', { name: 'All my notes in this course' }).click();
  await expect(title(page, 'My notes')).toBeVisible();
  const note = page.getByRole('listitem').filter({ hasText: 'Mondays are when I click.' });
  await note.getByRole('link', { name: /^Open there/ }).click();
  await expect(title(page, 'A message taken apart')).toBeVisible();
  await expect.poll(() => painted(page, 'own-marks')).toBe(2);
  await notes(page).locator('summary').click();
  await notes(page)
    .getByRole('button', { name: /^Remove ?: as if it/ })
    .click();
  await expect(page.getByText('My notes on this page (1)')).toBeVisible();

  const other = await as(account('hqa-course-director'));
  await other.goto('/learn/spotting-phishing/a-message-taken-apart');
  await expect(other.getByText('My notes on this page', { exact: true })).toBeVisible();
});

test('on a narrow screen a passage is marked in French too, and the language changes in place', async ({
  as,
}) => {
  const page = await as(persona('learner'), { viewport: { width: 390, height: 844 } });
  await page.goto('/learn/spotting-phishing/where-a-link-goes');
  await expect(title(page, 'Where a link goes')).toBeVisible();
  const words = await page.locator('#reading p').first().textContent();
  await select(page, (words ?? '').slice(0, 12));
  await page.getByRole('toolbar', { name: 'The words you selected' }).getByText('Highlight').click();
  await expect(page.getByText('My notes on this page (1)')).toBeVisible();
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(title(page, 'Où mène un lien')).toBeVisible();
  await notes(page).locator('summary').click();
  await expect(notes(page).getByText('Made in this text in another language.').first()).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(title(page, 'Where a link goes')).toBeVisible();
});
