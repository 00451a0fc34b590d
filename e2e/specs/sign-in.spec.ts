import { expect, type Page } from '@playwright/test';
import { linkMailedTo } from '../fixtures/mailbox.ts';
import { type Account, account, codeOf } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// A browser itself says in the console that a sign-in was refused.
test.use({ expected: [/status of 401 .*\/api\/auth\/callback\/password/] });

const problem = (page: Page) => page.getByRole('main').getByRole('alert');

const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' });

async function typePassword(page: Page, person: Pick<Account, 'email' | 'password'>) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function typeCode(page: Page, code: string) {
  await page.getByLabel('Code from your authenticator').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('a person signs in by e-mail, password and a code, and each code counts once', async ({ stranger }) => {
  const person = account('tar-staff-1');
  const page = await stranger();
  await typePassword(page, person);
  const code = codeOf(person);
  await typeCode(page, code);
  await expect(today(page)).toBeVisible();

  const other = await stranger();
  await typePassword(other, person);
  await typeCode(other, code);
  await expect(problem(other)).toContainText('That code is wrong, or was used already');
  await typeCode(other, codeOf(person, 1));
  await expect(today(other)).toBeVisible();
});

test('a wrong password and an unknown account are told the same words', async ({ stranger }) => {
  const words = [];
  for (const email of [account('tar-staff-2').email, 'nobody.at-all@tar.example']) {
    const page = await stranger();
    await typePassword(page, { email, password: 'not the right password' });
    const alert = problem(page);
    await expect(alert).toContainText('do not belong together');
    words.push(await alert.textContent());
  }
  expect(words[0]).toBe(words[1]);
});

test('one press signs a newcomer in as somebody of the demo', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/sign-in?next=/learn');
  await page.getByRole('button', { name: 'Sign in as Jagoda Wrzesińska' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Jagoda Wrzesińska/ })).toBeVisible();
});

test('signing out ends the session, and the way back asks to sign in', async ({ as }) => {
  const page = await as('tar-staff-3');
  await page.goto('/');
  await page.getByRole('button', { name: /Dražen Đurašin/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await page.goto('/learn');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('who forgot the password gets in again by a link that works once', async ({ stranger }) => {
  const person = account('wen-staff-1');
  const page = await stranger();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'I cannot get in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Get in again' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Look at your mail')).toBeVisible();

  const link = await linkMailedTo(person.email, '/reset/');
  await page.goto(link);
  const password = 'seven herons over Wenlock pond';
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await typePassword(page, { ...person, password });
  await typeCode(page, codeOf(person));
  await expect(today(page)).toBeVisible();

  const late = await stranger();
  await late.goto(link);
  await expect(late.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await typePassword(late, person);
  await expect(problem(late)).toContainText('do not belong together');
});

test('who asks for a link to an unknown address is told the same', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/reset');
  await page.getByLabel('E-mail address').fill('nobody.at-all@wen.example');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Look at your mail')).toBeVisible();
});
