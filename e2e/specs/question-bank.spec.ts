import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { pick, press, tabTo } from '../fixtures/keyboard.ts';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there, and of a form that was refused.
test.use({ expected: [/status of 404 .*\/learn\/bank/] });
test.describe.configure({ timeout: 240_000 });

const mark = () => Math.random().toString(36).slice(2, 8);

/** Types into a field that was reached by Tab. */
async function type(page: Page, label: string | RegExp, text: string, nth = 0): Promise<void> {
  await tabTo(page, page.getByLabel(label).nth(nth));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

async function begin(page: Page, kind: string): Promise<void> {
  await page.goto('/learn/bank/new');
  await press(page, page.getByRole('main').getByRole('link', { name: kind, exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(kind);
  await expect(page.getByRole('button', { name: 'Create question' })).toBeEnabled();
}

async function create(page: Page, name: string): Promise<void> {
  await press(page, page.getByRole('button', { name: 'Create question' }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(await faults(page, 'a question')).toEqual([]);
}

test('an author makes questions of several types by keyboard', async ({ as }) => {
  const page = await as(persona('courseDirector'));
  const own = mark();

  await begin(page, 'Single choice');
  await press(page, page.getByRole('button', { name: 'Create question' }));
  const summary = page.getByRole('alert').filter({ hasText: 'problem' });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Give the question a name.',
    'Write what is asked (en).',
    'Part 1 has no words in the source language.',
    'Part 2 has no words in the source language.',
  ]);
  await press(page, summary.getByRole('link').first());
  await expect(page.getByLabel('Name')).toBeFocused();
  expect(await faults(page, 'the form with what is wrong')).toEqual([]);
  await page.keyboard.type(`Whom first ${own}`);
  await type(page, 'What is asked', 'Whom do you call **first**?');
  await type(page, 'Words', 'The duty officer', 0);
  await type(page, 'Words', 'Nobody', 1);
  await create(page, `Whom first ${own}`);
  await pick(page, page.getByRole('radio', { name: 'The duty officer' }));
  await press(page, page.getByRole('button', { name: 'Check answer' }));
  await expect(page.getByText('100 % of the points')).toBeVisible();

  await begin(page, 'Number');
  await type(page, 'Name', `Port ${own}`);
  await type(page, 'What is asked', 'Which port is for https?');
  await type(page, /^Number$/, '443');
  await create(page, `Port ${own}`);
  await type(page, 'Your number', '80');
  await press(page, page.getByRole('button', { name: 'Check answer' }));
  await expect(page.getByText('0 % of the points', { exact: true })).toBeVisible();

  await begin(page, 'Ordering');
  await type(page, 'Name', `Order ${own}`);
  await type(page, 'What is asked', 'In which order?');
  await type(page, 'Words', 'Then this', 0);
  await type(page, 'Words', 'First this', 1);
  await press(page, page.getByRole('button', { name: 'Thing 2: move up' }));
  await expect(page.getByLabel('Words').first()).toHaveValue('First this');
  await create(page, `Order ${own}`);

  await press(page, page.getByRole('main').getByRole('link', { name: 'Edit question' }));
  await type(page, 'What is asked', 'In which order, then?');
  await press(page, page.getByRole('button', { name: 'Save as version 2' }));
  await expect(page.getByRole('link', { name: 'Version 2' })).toBeVisible();
  await page.goto(`/learn/bank?q=${own}`);
  await expect(page.getByText('3 questions')).toBeVisible();
  expect(await faults(page, 'the bank')).toEqual([]);
});

test('an author imports a file, sees what is wrong with it by line, and writes the rest', async ({ as }) => {
  const page = await as(persona('courseDirector'));
  const own = mark();
  await page.goto('/learn/bank/import');
  const gift = `::Good ${own}::Which? {=This ~That}\n\n::Open ${own}::What? {\n\n::Text ${own}::Only words.`;
  const file = { name: 'questions.gift', mimeType: 'text/plain', buffer: Buffer.from(gift) };
  await expect(async () => {
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(page.getByRole('heading', { name: 'What the file holds' })).toBeVisible({ timeout: 5_000 });
  }).toPass();
  const problems = page.getByRole('table', { name: 'What is not carried' });
  await expect(problems.getByRole('row').nth(1)).toContainText('3A brace is not closed');
  await expect(problems.getByRole('row').nth(2)).toContainText('5This asks nothing');
  expect(await faults(page, 'the preview')).toEqual([]);
  await page.getByRole('button', { name: 'Write 1 question' }).click();
  await expect(page.getByText('New: 1, changed: 0, as they were: 0.')).toBeVisible();
  await page.getByRole('link', { name: 'Show them in the bank' }).click();
  await expect(page.getByRole('link', { name: `Good ${own}` })).toBeVisible();
});

test('the bank leaves no trace for a learner', async ({ as }) => {
  const page = await as(persona('learner'));
  await page.goto('/learn');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Question bank' })).toHaveCount(0);
  for (const path of ['/learn/bank', '/learn/bank/new', '/learn/bank/categories', '/learn/bank/import']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
});
