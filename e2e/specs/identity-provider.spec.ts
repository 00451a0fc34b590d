import { type IdentityProvider, startIdentityProvider } from '@concord/api/testing/identity-provider';
import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { portalUrl, providerUrl } from '../fixtures/env.ts';
import { account, codeOf } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// A browser says in the console that its maker's provider has no icon.
test.use({ expected: [/favicon\.ico/] });
test.describe.configure({ mode: 'serial' });
test.skip(!providerUrl, 'Name in CONCORD_TEST_PROVIDER where the portal looks for its identity provider.');

let provider: IdentityProvider;
test.beforeAll(async () => {
  provider = await startIdentityProvider([portalUrl], Number(new URL(providerUrl ?? '').port));
});
test.afterAll(() => provider.close());

const person = account('ost-staff-3');
const subject = `subject ${Date.now()}`;
const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' });

async function beAtProvider(page: Page, who: string, strong = false) {
  await expect(page.getByRole('heading', { name: 'Test identity provider' })).toBeVisible();
  await page.getByLabel('Who are you?').fill(who);
  if (strong) await page.getByLabel('With two factors').check();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function signInBy(page: Page, who: string, strong = false) {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with Alliance ID' }).click();
  await beAtProvider(page, who, strong);
}

test('an identity that nobody here has connected opens nothing, and says what to do', async ({
  stranger,
}) => {
  const page = await stranger();
  await signInBy(page, 'a stranger');
  await expect(page.getByText('No account here belongs to that identity')).toBeVisible();
  expect(await faults(page, 'a stranger')).toEqual([]);
  await page.goto('/learn');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('a person connects the identity, and signs in by it with the second factor', async ({
  as,
  stranger,
}) => {
  const own = await as(person);
  await own.goto('/account');
  await own.getByRole('button', { name: 'Connect Alliance ID' }).click();
  await beAtProvider(own, subject);
  await expect(own.getByText('From now on you can sign in with Alliance ID')).toBeVisible();
  expect(await faults(own, 'connected')).toEqual([]);

  const weak = await stranger();
  await signInBy(weak, subject);
  await expect(weak.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
  expect(await faults(weak, 'one factor')).toEqual([]);
  await weak.getByLabel('Code from your authenticator').fill(codeOf(person, 1));
  await weak.getByRole('button', { name: 'Continue' }).click();
  await expect(today(weak)).toBeVisible();

  const strong = await stranger();
  await signInBy(strong, subject, true);
  await expect(today(strong)).toBeVisible();
  await strong.getByRole('button', { name: new RegExp(person.name) }).click();
  await strong.getByRole('button', { name: 'Sign out' }).click();
  await expect(strong.getByText('You may still be signed in at Alliance ID')).toBeVisible();

  await own.goto('/account');
  await own.getByRole('button', { name: 'Disconnect' }).click();
  await own.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(own.getByRole('button', { name: 'Connect Alliance ID' })).toBeVisible();
  const late = await stranger();
  await signInBy(late, subject, true);
  await expect(late.getByText('No account here belongs to that identity')).toBeVisible();
});

test('who refuses at the provider is back on the sign-in page, and reads that it did not work', async ({
  stranger,
}) => {
  const page = await stranger();
  await page.goto('/sign-in?next=/learn');
  await page.getByRole('button', { name: 'Sign in with Alliance ID' }).click();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByText('the other side did not confirm who you are')).toBeVisible();
});
