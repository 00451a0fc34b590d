import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { browserPath, portalUrl } from './fixtures/env.ts';

/**
 * Draws the pictures of the README from a portal with fresh demo data, named by CONCORD_TEST_URL:
 * `node e2e/pictures.ts`. It is no test.
 */
const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}

async function unit(page: Page): Promise<void> {
  await page.goto('/learn');
  await page
    .getByRole('link', { name: /^Continue/ })
    .first()
    .click();
  await page.getByRole('complementary', { name: 'Course outline' }).waitFor();
}

async function thread(page: Page): Promise<void> {
  await page.goto('/consult/CCD');
  await page.getByRole('link', { name: /^Declaration on undersea cable resilience/ }).click();
  await page.getByRole('list', { name: 'Contributions' }).waitFor();
}

async function text(page: Page): Promise<void> {
  await page.goto('/consult/CCD/texts');
  await page.getByRole('link', { name: 'What to do first when a ransom demand arrives' }).click();
  await page
    .getByRole('button', { name: 'Break silence' })
    .or(page.getByText('until silence ends'))
    .first()
    .waitFor();
}

async function inbox(page: Page): Promise<void> {
  await page.goto('/exercise/ST26/inbox');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function readiness(page: Page): Promise<void> {
  await page.goto('/people/readiness');
  await page.getByRole('table').first().waitFor();
}

async function editor(page: Page): Promise<void> {
  await page.goto('/learn/reporting-an-incident/edit');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const pictures = [
  { name: 'today', who: 'Ilse Varga', go: () => Promise.resolve() },
  { name: 'unit', who: 'Maija Rinne', go: unit },
  { name: 'thread', who: 'Ilse Varga', go: thread },
  { name: 'text', who: 'Ilse Varga', go: text },
  { name: 'inbox', who: 'Maija Rinne', go: inbox },
  { name: 'readiness', who: 'Henrik Saarela', go: readiness },
  { name: 'editor', who: 'Jagoda Wrzesińska', go: editor },
];

await mkdir(folder, { recursive: true });
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: browserPath, args });
try {
  for (const { name, who, go } of pictures) {
    const context = await browser.newContext({
      baseURL: portalUrl,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await signInAs(page, who);
    await go(page);
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
}
