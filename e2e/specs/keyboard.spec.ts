import { expect, type Page } from '@playwright/test';
import { press, tabTo } from '../fixtures/keyboard.ts';
import { test } from '../fixtures/portal.ts';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const section = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name }).first();

async function enterByDemoButton(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await press(page, page.getByRole('button', { name: `Sign in as ${name}` }));
  await expect(title(page, 'Today')).toBeVisible();
}

test('a course is found, entered and its quiz begun without a mouse', async ({ stranger }) => {
  const page = await stranger();
  await enterByDemoButton(page, 'Żaneta Żółkiewicz');
  await press(page, section(page, /^Learn/));
  await expect(title(page, 'Learn')).toBeVisible();
  await tabTo(page, page.getByLabel('Search', { exact: true }));
  await page.keyboard.type('hotel');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Clear' })).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Working away from the office' }));
  await press(page, page.getByRole('button', { name: 'Enrol' }));
  await expect(title(page, 'What to take, and what to leave')).toBeVisible();
  await press(page, page.getByRole('link', { name: /Ready to travel/ }));
  await press(page, page.getByRole('button', { name: 'Start the quiz' }));
  await expect(page.getByText('Question 1 of')).toBeVisible();

  const first = page.getByRole('group').locator('input').first();
  await tabTo(page, first);
  if ((await first.getAttribute('type')) === 'text') await page.keyboard.type('locked');
  else await page.keyboard.press('Space');
  await expect(page.getByText(/^✓ Saved/)).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Next question' }));
  await expect(page.getByText('Question 2 of')).toBeVisible();
});

test('a contribution is written and sent without a mouse', async ({ stranger }) => {
  const page = await stranger();
  await enterByDemoButton(page, 'Mareike Schröderheim');
  await press(page, section(page, /^Consult/));
  await press(page, page.getByRole('link', { name: 'Training Board' }));
  await expect(title(page, 'Training Board')).toBeVisible();
  await press(page, page.getByRole('main').getByRole('listitem').getByRole('link', { name: /\w/ }).nth(1));
  await tabTo(page, page.getByRole('combobox', { name: 'Your contribution' }));
  await page.keyboard.type('Rynholt agrees, and writes this by keyboard alone.');
  await page.keyboard.press('Control+Enter');
  const entry = page.getByRole('article').filter({ hasText: 'by keyboard alone' });
  await expect(entry).toContainText('Mareike Schröderheim');
  await expect(page.getByRole('combobox', { name: 'Your contribution' })).toHaveValue('');
});
