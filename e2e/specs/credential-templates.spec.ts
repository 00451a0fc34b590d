import { expect } from '@playwright/test';
import { test } from '../fixtures/portal.ts';

test('a credential template is seen as it is typed, in both languages, and keeps what was seen', async ({
  as,
}) => {
  const page = await as('hqa-course-director');
  // A browser whose clock is wrong draws the day that the portal says.
  await page.clock.setFixedTime('2020-02-29T12:00:00Z');
  await page.goto('/learn/credentials/templates/new');
  const sheet = page.getByRole('figure', { name: 'The page as it is printed' });
  const type = (name: string, words: string) => page.locator(`[name="${name}"]`).fill(words);
  // Followed once the page is alive.
  await expect(async () => {
    await type('body.titles.en', '');
    await type('body.titles.en', 'Watch certificate');
    await expect(sheet.getByText('Watch certificate')).toBeVisible({ timeout: 500 });
  }).toPass();
  await type('body.titles.fr', 'Attestation de veille');
  await type('body.wording.en', 'has stood the watch of');
  await type('body.signatory.name', 'Jeanne Īrbe');
  await type('body.signatory.roles.en', 'Head of training');
  await type('body.signatory.roles.fr', 'Responsable de la formation');
  await page.getByRole('radio', { name: 'shield' }).check();
  await page.getByRole('radio', { name: 'green' }).check();
  await page.getByRole('checkbox', { name: 'the length of the course' }).check();
  const seen = [
    'Attestation de veille',
    'Jeanne Īrbe',
    'Head of training · Responsable de la formation',
    '1 h 30',
  ];
  for (const words of seen) await expect(sheet.getByText(words)).toBeVisible();
  await expect(sheet.getByText('has stood the watch of', { exact: false })).toBeVisible();
  await expect(sheet.locator('.sheet-green svg')).toBeVisible();
  await expect(sheet.getByText('2020')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'the length of the course' }).uncheck();
  await expect(sheet.getByText('1 h 30')).toHaveCount(0);
  await type('name', `Watch ${Date.now()}`);
  await page.getByRole('button', { name: 'Make template' }).click();
  await expect(page.getByRole('heading', { name: 'Versions' })).toBeVisible();
  await expect(sheet.getByText('Jeanne Īrbe')).toBeVisible();
});
