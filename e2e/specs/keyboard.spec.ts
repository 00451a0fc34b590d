import { expect, type Page } from '@playwright/test';
import { press, tabTo } from '../fixtures/keyboard.ts';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const section = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name }).first();

async function enterByDemoButton(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await press(page, page.getByRole('button', { name: `Sign in as ${name}` }));
  await expect(title(page, 'Today')).toBeVisible();
}

// Every key is pressed one by one.
test.describe.configure({ timeout: 240_000 });

test('a course is found, entered and its quiz handed in without a mouse', async ({ stranger }) => {
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

  const count = Number(/of (\d+)/.exec((await page.getByText(/^Question 1 of/).textContent()) ?? '')?.[1]);
  for (let number = 1; number <= count; number += 1) {
    await expect(page.getByText(`Question ${number} of ${count}`)).toBeVisible();
    await answerByKeyboard(page);
    if (number < count) await press(page, page.getByRole('button', { name: 'Next question' }));
  }
  await press(page, page.getByRole('button', { name: 'Check and hand in' }));
  await press(page, page.getByRole('button', { name: 'Hand in' }));
  await expect(page.getByText('Question by question')).toBeVisible();
});

/** Gives the first answer there is, or a word. */
async function answerByKeyboard(page: Page): Promise<void> {
  const first = page.getByRole('group').locator('input').first();
  await tabTo(page, first);
  if ((await first.getAttribute('type')) === 'text') await page.keyboard.type('locked');
  else await page.keyboard.press('Space');
  await expect(page.getByText(/^✓ Saved/)).toBeVisible();
}

const people = [
  'given name;family name;e-mail;party;job title',
  'Ødger;Wiśnia;odger.wisnia@fen.example;FEN;Analyst',
  'Nobody;Reachable;no address at all;FEN;Analyst',
  '',
].join('\n');

/** Goes to a list of choices and takes one as its first letters are typed. */
async function choose(page: Page, label: RegExp, letters: string): Promise<void> {
  const list = page.getByLabel(label);
  await tabTo(page, list);
  await page.keyboard.type(letters);
  await expect(list.locator('option:checked')).toHaveText(new RegExp(`^${letters}`));
}

async function type(page: Page, label: RegExp, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(words);
}

test('an administrator makes a cohort, brings people in, appoints and looks into the record without a mouse', async ({
  stranger,
}) => {
  const page = await stranger();
  await enterByDemoButton(page, persona('administrator').name);
  await press(page, section(page, /^People/));
  await press(page, page.getByRole('link', { name: 'Cohorts' }));
  await press(page, page.getByRole('link', { name: 'New cohort' }));
  await choose(page, /^Course/, 'Reporting');
  await type(page, /^Name in English/, 'By keyboard alone');
  await type(page, /^Name in French/, 'Au clavier seul');
  await type(page, /^Last day/, `1212${new Date().getFullYear() + 1}`);
  await type(page, /^Fennholm$/, '2');
  await press(page, page.getByRole('button', { name: 'Create cohort' }));
  await expect(title(page, 'By keyboard alone')).toBeVisible();

  await press(page, section(page, /^People/));
  await press(page, page.getByRole('link', { name: 'Import' }));
  const file = page.getByLabel('CSV file');
  await tabTo(page, file);
  await file.setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
  await choose(page, /^Place them in a cohort/, 'By keyboard alone');
  await press(page, page.getByRole('button', { name: 'Read the file' }));
  await expect(page.getByRole('row').filter({ hasText: 'is not an e-mail address' })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Write 1 line' }));
  await press(page, page.getByRole('link', { name: 'Go to the cohort' }));
  await press(page, page.getByRole('button', { name: 'Enrol everybody' }));
  await expect(page.getByText('1 person is enrolled.')).toBeVisible();

  await press(page, section(page, /^People/));
  await type(page, /^Name, job title/, 'odger.wisnia');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('link', { name: 'Ødger Wiśnia' }));
  await press(page, page.getByRole('button', { name: 'Appoint', exact: true }));
  await choose(page, /^Role/, 'Delegate');
  await choose(page, /^In the body/, 'Training Board');
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Appoint' }));
  const held = page.getByRole('row').filter({ hasText: 'Training Board' });
  await expect(held).toContainText('holds it');
  const end = page.getByRole('button', { name: /^End ?: Delegate/ });
  await press(page, end);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(end).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'End' }));
  await expect(held).toContainText('ended');

  await press(page, section(page, /^People/));
  await press(page, page.getByRole('link', { name: 'Record' }));
  await choose(page, /^Action/, 'Ended an appointment');
  await press(page, page.getByRole('button', { name: 'Filter' }));
  await expect(page.getByRole('row').filter({ hasText: 'Ødger Wiśnia' })).not.toHaveCount(0);
});

test('a contribution is written and sent without a mouse', async ({ stranger }) => {
  const page = await stranger();
  await enterByDemoButton(page, 'Mareike Schröderheim');
  await press(page, section(page, /^Consult/));
  await press(page, page.getByRole('link', { name: 'Training Board' }));
  await expect(title(page, 'Training Board')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Validity of credentials: 24 months or 36?' }));
  await tabTo(page, page.getByRole('combobox', { name: 'Your contribution' }));
  await page.keyboard.type('Rynholt agrees, and writes this by keyboard alone.');
  await page.keyboard.press('Control+Enter');
  const entry = page.getByRole('article').filter({ hasText: 'by keyboard alone' });
  await expect(entry).toContainText('Mareike Schröderheim');
  await expect(page.getByRole('combobox', { name: 'Your contribution' })).toHaveValue('');
});
