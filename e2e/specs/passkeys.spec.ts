import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// A browser itself says in the console that a sign-in was refused.
test.use({ expected: [/status of 401 .*\/api\/auth\/callback\/passkey/] });

const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' });

/** A device that keeps passkeys and knows its owner; what one page's browser made, another's can be given. */
async function deviceOf(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    passkeys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    keep: async (
      credential: Awaited<ReturnType<typeof cdp.send<'WebAuthn.getCredentials'>>>['credentials'][0],
    ) => cdp.send('WebAuthn.addCredential', { authenticatorId, credential }),
  };
}

async function addPasskey(page: Page, name: string) {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'The passkey is added' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
}

test('a person adds a passkey, signs in by it alone, and takes it away again', async ({ as, stranger }) => {
  const page = await as(account('elm-staff-2'));
  await page.goto('/account');
  const device = await deviceOf(page);
  await addPasskey(page, 'Field laptop');
  expect(await faults(page, 'with a passkey')).toEqual([]);

  const other = await stranger();
  await other.goto('/sign-in');
  const theirs = await deviceOf(other);
  for (const credential of await device.passkeys()) await theirs.keep(credential);
  await other.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(today(other)).toBeVisible();

  await page.goto('/account');
  await page.getByRole('button', { name: 'Remove Field laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('The passkey is removed')).toBeVisible();
  const late = await stranger();
  await late.goto('/sign-in');
  const last = await deviceOf(late);
  for (const credential of await theirs.passkeys()) await last.keep(credential);
  await late.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(late.getByText('That passkey was not accepted')).toBeVisible();
});

test('who thinks better of it is told how else to sign in', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/sign-in');
  await deviceOf(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByText('No passkey was given')).toBeVisible();
});
