import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { press, tabTo } from '../fixtures/keyboard.ts';
import { test } from '../fixtures/portal.ts';

const dialog = (page: Page) => page.getByRole('dialog');

/** Tabs to a field and types into it. */
async function type(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: label }).first());
  await page.keyboard.type(words);
}

test('a course is begun, written, ordered and published by keys alone; its dialogs keep to WCAG', async ({
  as,
}) => {
  const page = await as('hqa-admin-1');
  await page.goto('/learn/courses/new');
  const title = `Keys ${Date.now()}`;
  await type(page, 'Title', title);
  await expect(page.getByLabel('Address')).not.toHaveValue('');
  await press(page, page.getByRole('button', { name: 'Begin the course' }));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await type(page, 'Title of the new part', 'Only unit');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 3, name: 'Only unit' })).toBeVisible();
  for (const name of ['One', 'Two']) {
    await type(page, 'Title of the new part', name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  await press(page, page.getByRole('button', { name: 'Move Two up' }));
  await expect(page.getByText('Two is now number 1 of 2 in Only unit.')).toBeAttached();
  await press(page, page.getByRole('button', { name: 'Rename Only unit' }));
  await expect(dialog(page)).toBeVisible();
  expect(await faults(page, 'renaming a unit')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Rename Only unit' })).toBeFocused();
  for (const name of ['One', 'Two']) {
    await press(page, page.getByRole('link', { name, exact: true }));
    await type(page, 'Text of the page, English', `Words of ${name}.`);
    await expect(page.getByText(/saved \d\d:\d\d:\d\d/).first()).toBeVisible();
    await page.goBack();
  }
  await press(page, page.getByRole('link', { name: 'About the course', exact: true }));
  await type(page, 'Summary', 'How to do without a mouse.');
  await press(page, page.getByRole('button', { name: 'Save English' }));
  await expect(page.getByText(/saved \d\d:/).first()).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Publish', exact: true }));
  await press(page, page.getByRole('button', { name: 'Publish version 1' }));
  await expect(page.getByText('Version 1, published')).toBeVisible();
});
