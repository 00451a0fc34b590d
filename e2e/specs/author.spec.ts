import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { addActivity, addUnit, begin, saved } from '../fixtures/author.ts';
import { test } from '../fixtures/portal.ts';

/** A picture of one dot, and the beginning of a WebM file: enough to be taken for what they are. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const WEBM = Buffer.from(
  '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806700',
  'hex',
);

/** What is refused on purpose: captions that are none, and a save that comes too late. */
test.use({ expected: [/status of 4(?:00 .*saveCaptions|09 .*saveText)/] });

/** Pastes a picture as a browser does after "copy image". */
async function pastePicture(page: Page, label: string) {
  await page.getByLabel(label).evaluate((area, dot) => {
    const bytes = Uint8Array.from(atob(dot), (sign) => sign.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'gate.png', { type: 'image/png' }));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, DOT);
}

test('an author makes a course, translates it, looks at it as a learner and publishes it', async ({ as }) => {
  const page = await as('hqa-admin-1');
  const title = `Harbour watch ${Date.now()}`;
  const editor = await begin(page, title);
  await addUnit(page, 'The quay');
  await addActivity(page, 0, 'Page', 'At the gate');
  await addActivity(page, 0, 'Video', 'The tide');

  await page.getByRole('link', { name: 'At the gate', exact: true }).click();
  const source = 'Text of the page, English';
  await page
    .getByLabel(source)
    .fill('## Who comes\n\n```js\nconst gate = 1;\n```\n\n> [!TIP]\n> Look twice.\n\n');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.locator('.hljs-keyword')).toHaveText('const');
  await expect(preview.getByText('Tip')).toBeVisible();
  await page.getByLabel(source).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await pastePicture(page, source);
  await expect(preview.locator('img')).toHaveAttribute('src', /^\/api\/files\//);
  await saved(page);
  expect(await faults(page, 'editor of a page')).toEqual([]);

  await page.goto(editor);
  await page.getByRole('link', { name: 'The tide', exact: true }).click();
  await page
    .locator('input[accept^="video"]')
    .setInputFiles({ name: 'tide.webm', mimeType: 'video/webm', buffer: WEBM });
  await expect(page.getByText('tide.webm')).toBeVisible();
  const captions = (text: string) =>
    page
      .locator('input[accept^=".vtt"]')
      .first()
      .setInputFiles({
        name: 'tide.vtt',
        mimeType: 'text/vtt',
        buffer: Buffer.from(text),
      });
  await captions('WEBVTT\n\n00:01.000 -> 00:02.000\nHigh water.');
  await expect(page.getByText('Line 3: times should read')).toBeVisible();
  await captions('WEBVTT\n\n00:01.000 --> 00:02.000\nHigh water.\n');
  await expect(page.getByText('the-tide.en.vtt')).toBeVisible();
  await page.getByLabel('Transcript, English').fill('High water at noon.');
  await saved(page);
  await expect(page.getByText(/^saving/i)).toHaveCount(0);

  await page.goto(editor);
  await addActivity(page, 0, 'Quiz', 'Who goes there');
  await page.getByRole('link', { name: 'Who goes there', exact: true }).click();
  await page.getByRole('button', { name: 'Draw by blueprint' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText(/^Draws 1 from/)).toBeVisible();
  await page.getByLabel('Pass mark').fill('70');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await saved(page);

  await page.goto(editor);
  await page.getByLabel('Language to add').selectOption({ label: 'French' });
  await page.getByRole('button', { name: 'Add language' }).click();
  await expect(page.getByText('Français: missing').first()).toBeVisible();
  expect(await faults(page, 'outline of a draft')).toEqual([]);
  await page.getByRole('link', { name: 'At the gate', exact: true }).click();
  await page.getByLabel('Title, Français').fill('À la porte');
  await page.getByRole('button', { name: /Français/ }).click();
  await page.getByLabel('Text of the page, Français').fill('## Qui vient\n\nRegardez deux fois.');
  await saved(page);
  await expect(page.getByText(/^saving/i)).toHaveCount(0);

  await page.goto(`${editor}/about`);
  const about = page.getByRole('form', { name: 'English' });
  await about.getByLabel('Summary').fill('How to keep watch over a harbour.');
  await about.getByRole('button', { name: 'Save English' }).click();
  await saved(page);
  const french = page.getByRole('form', { name: 'Français' });
  await french.getByLabel('Title').fill('Veille au port');
  await french.getByRole('button').click();
  await expect(french.getByText(/saved \d\d:/)).toBeVisible();
  expect(await faults(page, 'about a draft')).toEqual([]);

  await page.goto(`${editor}/preview/at-the-gate`);
  await expect(page.getByText('Nothing you do here is recorded.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who comes' })).toBeVisible();

  await page.goto(`${editor}/publish`);
  expect(await faults(page, 'publishing a draft')).toEqual([]);
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(page.getByText('Version 1, published')).toBeVisible();
  await page.goto(editor.replace('/edit', ''));
  await page.getByRole('button', { name: /enrol/i }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'At the gate' })).toBeVisible();
  await page.goto(editor.replace('/edit', '/the-tide'));
  const captioned = page.locator('video track[kind="captions"][srclang="en"]');
  const track = await page.request.get((await captioned.getAttribute('src')) ?? '');
  expect(await track.text()).toContain('High water.');
  await page.getByText('Transcript', { exact: true }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'High water at noon.' })).toBeVisible();
});

test('parts are put in another order by keys and by dragging, taken out and brought back', async ({ as }) => {
  const page = await as('hqa-admin-1');
  await begin(page, `Order ${Date.now()}`);
  await addUnit(page, 'First unit');
  await addUnit(page, 'Second unit');
  await addActivity(page, 0, 'Page', 'One');
  await addActivity(page, 0, 'Page', 'Two');
  const order = () => page.locator('main ol ol a, main ol h3').allInnerTexts();
  await page.getByRole('button', { name: 'Move One down' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('One is now number 2 of 2 in First unit.')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Move One down' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('One is now number 1 of 1 in Second unit.')).toBeAttached();
  expect(await order()).toEqual(['1 First unit', 'Two', '2 Second unit', 'One']);
  await page.getByRole('button', { name: 'Remove One' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is back in its place.')).toBeAttached();
  await expect.poll(order).toEqual(['1 First unit', 'Two', '2 Second unit', 'One']);
  // By dragging too: onto a part it takes that part's place, and a unit takes its activities along.
  const part = (title: string) => page.getByRole('link', { name: title, exact: true });
  await part('One').dragTo(part('Two'));
  await expect.poll(order).toEqual(['1 First unit', 'One', 'Two', '2 Second unit']);
  const moved = page.waitForResponse((answer) => answer.url().includes('authoring.move'));
  await page
    .getByRole('heading', { name: 'Second unit' })
    .dragTo(page.getByRole('heading', { name: 'First unit' }));
  await moved;
  await expect.poll(order).toEqual(['1 Second unit', '2 First unit', 'One', 'Two']);
  await page.reload();
  await expect.poll(order).toEqual(['1 Second unit', '2 First unit', 'One', 'Two']);
});

test('two authors at once: the second is told, and both texts are there', async ({ as }) => {
  const one = await as('hqa-admin-1');
  const editor = await begin(one, `Two authors ${Date.now()}`);
  await addUnit(one, 'Unit');
  await addActivity(one, 0, 'Page', 'Page one');
  const two = await one.context().newPage();
  const label = 'Text of the page, English';
  for (const page of [one, two]) await page.goto(`${editor}/activity/page-one`);
  await one.getByLabel(label).fill('The first text.');
  await saved(one);
  await two.getByLabel(label).fill('The second text.');
  await expect(two.getByText(/saved another text at/)).toBeVisible();
  await expect(two.getByLabel(label)).toHaveValue('The second text.');
  await expect(two.getByText('The first text.')).toBeVisible();
  await two.getByRole('button', { name: 'Save mine' }).click();
  await saved(two);
  await one.reload();
  await expect(one.getByLabel(label)).toHaveValue('The second text.');
});
