import { expect, type Page } from '@playwright/test';
import { account, persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { nameInThread, startThread } from '../fixtures/threads.ts';

const navigation = (page: Page) =>
  page.getByRole('navigation', { name: /^(Main navigation|Navigation principale)$/ });
const current = (page: Page) => navigation(page).locator('[aria-current=page]:visible');
const harriet = persona('calderDelegate');

test('the navigation marks the section one is in, and goes on doing so from page to page', async ({ as }) => {
  const page = await as(persona('delegate'));
  await page.goto('/learn?language=en');
  await expect(current(page)).toHaveText(/^Learn/);
  await navigation(page)
    .getByRole('link', { name: /^Consult/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Consult' })).toBeVisible();
  await expect(current(page)).toHaveText(/^Consult/);
  await page.goBack();
  await expect(current(page)).toHaveText(/^Learn/);
  await page.goto('/notifications');
  await expect(current(page)).toHaveCount(0);
});

test('what changes in the frame leaves alone who stands in it and what is open', async ({ as }) => {
  const [calder, nordmark] = [await as(harriet), await as(persona('delegate'))];
  await calder.goto('/');
  const bell = calder.getByRole('link', { name: /new notification/ }).first();
  await bell.focus();
  const before = await bell.getAttribute('aria-label');
  const narrow = await as(harriet, { viewport: { width: 390, height: 844 } });
  await narrow.goto('/');
  await narrow.getByRole('button', { name: 'More' }).click();
  const behind = narrow.getByRole('link', { name: /^Notifications/ });
  const shown = await behind.textContent();
  await startThread(nordmark, 'A word that makes a bell ring', account('nor-head').name);
  await nameInThread(nordmark, harriet.name);
  await expect(bell).not.toHaveAttribute('aria-label', before ?? '');
  await expect(bell).toBeFocused();
  await expect(behind).not.toHaveText(shown ?? '');
  await expect(behind).toBeVisible();
});

test('another language is put into the frame', async ({ as }) => {
  const page = await as(account('gal-staff-1'), { viewport: { width: 390, height: 844 } });
  const choose = async (more: string, menu: string, language: string) => {
    await page.getByRole('button', { name: more }).click();
    await navigation(page).getByRole('button', { name: menu }).click();
    await page.getByRole('radio', { name: language }).check();
  };
  await page.goto('/');
  await choose('More', 'Your menu', 'Français');
  await expect(current(page)).toHaveText('Aujourd’hui');
  await choose('Plus', 'Votre menu', 'English');
  await expect(current(page)).toHaveText('Today');
});
