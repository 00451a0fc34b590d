import { readFile } from 'node:fs/promises';
import { changed } from '@concord/api/testing/word-file';
import { expect, type Page } from '@playwright/test';
import { account, persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a form that was sent without its reason.
test.use({ expected: [/status of 400 .*word\.bringIn/] });

const delegate = account('tar-delegate');
const TEXT = 'Guide to the words used when an attack is attributed';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function openText(page: Page): Promise<void> {
  await page.goto('/consult/CCD/texts');
  await page.getByRole('link', { name: TEXT }).click();
  await expect(page.getByRole('heading', { level: 1, name: TEXT })).toBeVisible();
}

/** Takes the text out by the menu; the file's name and bytes. */
async function takeOut(page: Page, way: string | RegExp) {
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: way }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const signed = 'w:author="Q. Anders" w:date="2026-11-24T09:00:00Z"';
const inserted = (words: string) => `<w:ins w:id="900" ${signed}>${run(words)}</w:ins>`;
const deleted = (words: string) =>
  `<w:del w:id="901" ${signed}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;

/** What a capital makes of the file: one word for another, a paragraph more, one untracked change and a table. */
function capital(body: string): string {
  return body
    .replace(
      /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>No nation is named before the nation that was struck agrees to it\.<\/w:t><\/w:r>/,
      `${run('No nation is named before the nation that was struck ')}${deleted('agrees')}${inserted('has agreed')}${run(' to it.')}`,
    )
    .replace('says nothing about it', 'stays silent about it')
    .replace(
      '<w:sectPr',
      `<w:p>${inserted('What was said is kept for five years.')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('Our own list')}</w:p></w:tc></w:tr></w:tbl><w:sectPr`,
    );
}

async function bringIn(page: Page, buffer: Buffer, name = 'from-the-capital.docx'): Promise<void> {
  await page.getByLabel('Word file').setInputFiles({ name, mimeType: DOCX, buffer });
  await page.getByRole('button', { name: 'Read it' }).click();
}

test('a delegate takes a text out to Word, and brings the capital’s changes in as amendments', async ({
  as,
}) => {
  const page = await as(delegate);
  await openText(page);
  const out = await takeOut(page, 'Word, with brackets');
  expect(out.name).toMatch(/^ALLIANCE-RESTRICTED_text-[0-9a-f]{8}_v2_bracketed\.docx$/);

  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Bring in our tracked changes…' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bring in our tracked changes' })).toBeVisible();
  await bringIn(page, await changed(out.bytes, capital));

  await expect(page.getByText('taken out of version 2, bracketed.')).toBeVisible();
  const change = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  const tracked = change('Paragraph 2: other words');
  await expect(tracked.locator('del')).toContainText('agrees');
  await expect(tracked.locator('ins')).toContainText('has agreed');
  await expect(tracked).toContainText('Q. Anders');
  await expect(change('Paragraph 4: other words')).toContainText('Changed without tracking');
  await expect(change('New paragraph after 5')).toContainText('What was said is kept for five years.');
  await expect(change('Table')).toContainText('Our own list');

  await page.getByRole('checkbox', { name: 'Paragraph 4: other words' }).uncheck();
  await page.getByRole('button', { name: 'Table 2 amendments' }).click();
  await expect(page.getByLabel('Reason', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Reason', { exact: true }).fill('Instruction of 24 November.');
  await page.getByRole('button', { name: 'Table 2 amendments' }).click();
  await expect(page).toHaveURL(/view=amendments/);
  await page.getByRole('link', { name: /^Our concerns/ }).click();
  await expect(page.getByText('2 open amendments of ours')).toBeVisible();
});

test('a text’s changes are taken out as the chair’s, and a file that cannot be read says why', async ({
  as,
}) => {
  const page = await as(delegate);
  await openText(page);
  const out = await takeOut(page, 'Word, changes from version 1');
  expect(out.name).toMatch(/_v2_redline-since-v1\.docx$/);
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Bring in our tracked changes…' }).click();
  await bringIn(page, out.bytes);
  await expect(page.getByText('This file changes nothing in the text')).toBeVisible();
  await page.getByRole('link', { name: 'Bring in another file' }).click();
  await bringIn(page, Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'locked.docx');
  await expect(page.getByText(/Save it as \.docx without a password/)).toBeVisible();
});

test('a thread is printed under its own marking alone, and taken out to Word and JSON', async ({ as }) => {
  const page = await as(persona('delegate'));
  await page.goto('/consult/CCD');
  await page.getByRole('link', { name: 'Attribution language for the spring report' }).click();
  await page.getByRole('link', { name: 'Print or take out' }).click();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region', { name: 'Marking' })).toHaveText(/^ALLIANCE RESTRICTEDReleasable to/);
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  for (const [format, ending] of [
    ['Word', 'docx'],
    ['JSON', 'json'],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `Take out as ${format}` }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^ALLIANCE-RESTRICTED_thread-[0-9a-f]{8}\\.${ending}$`),
    );
  }
});
