import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { addUnit, begin, saved } from '../fixtures/author.ts';
import { test } from '../fixtures/portal.ts';

/** What a browser says of requests while the line is cut. */
test.use({ expected: [/ERR_INTERNET_DISCONNECTED|status of 409/] });

test('an author’s words wait in the browser, and come back beside what another kept meanwhile', async ({
  as,
}) => {
  const one = await as('hqa-admin-1');
  const editor = await begin(one, `Cut ${Date.now()}`);
  const two = await as('hqa-admin-1');
  for (const page of [one, two]) await page.goto(`${editor}/about`);
  await one.context().setOffline(true);
  await one.getByLabel('Summary').fill('Written without a line.');
  await expect(one.getByText('No connection: what you typed is kept in this browser')).toBeVisible();
  await two.getByLabel('Summary').fill('Written meanwhile.');
  await saved(two);
  await one.goto('about:blank');
  await one.context().setOffline(false);
  await one.goto(`${editor}/about`);
  await expect(one.getByText(/saved something else meanwhile/)).toBeVisible();
  await expect(one.getByLabel('Summary')).toHaveValue('Written without a line.');
  await expect(one.locator('pre', { hasText: 'Written meanwhile.' })).toBeVisible();
  expect(await faults(one, 'two texts of a course')).toEqual([]);
  await one.getByRole('button', { name: 'Save mine' }).click();
  await saved(one);
  await two.reload();
  await expect(two.getByLabel('Summary')).toHaveValue('Written without a line.');
});

test('facts of a course chosen while the line is cut come back, and are saved when that is asked for', async ({
  as,
}) => {
  const one = await as('hqa-admin-1');
  const editor = await begin(one, `Facts ${Date.now()}`);
  const two = await as('hqa-admin-1');
  for (const page of [one, two]) await page.goto(`${editor}/about`);
  const minutes = (page: Page) => page.getByLabel('Minutes in all');
  const save = (page: Page) => page.getByRole('button', { name: 'Save facts' });
  await one.context().setOffline(true);
  await minutes(one).fill('95');
  await expect(one.getByText('Not saved yet: this browser keeps it.')).toBeVisible();
  await one.goto('about:blank');
  await one.context().setOffline(false);
  await one.goto(`${editor}/about`);
  await expect(minutes(one)).toHaveValue('95');
  await two.reload();
  await expect(minutes(two)).not.toHaveValue('95');

  // Asked for while the line is cut, it is saved when the line is back, without another word.
  await one.context().setOffline(true);
  await save(one).click();
  await expect(one.getByText('No connection: what you typed is kept in this browser')).toBeVisible();
  await one.context().setOffline(false);
  await saved(one);
  await two.getByLabel('Licence').fill('CC BY 4.0');
  await save(two).click();
  await expect(two.getByText(/saved something else meanwhile/)).toBeVisible();
  await expect(two.locator('pre', { hasText: '95' })).toBeVisible();
  expect(await faults(two, 'two sets of facts')).toEqual([]);
  await two.getByRole('button', { name: 'Use theirs' }).click();
  await expect(minutes(two)).toHaveValue('95');
  await two.getByLabel('Licence').fill('CC BY 4.0');
  await save(two).click();
  await saved(two);
  await one.reload();
  await expect(one.getByLabel('Licence')).toHaveValue('CC BY 4.0');
  await expect(minutes(one)).toHaveValue('95');
});

test('parts moved while the line is cut stand in their place, and are moved when it is back', async ({
  as,
}) => {
  const page = await as('hqa-admin-1');
  const editor = await begin(page, `Moved ${Date.now()}`);
  for (const title of ['First unit', 'Second unit', 'Third unit']) await addUnit(page, title);
  const order = () => page.locator('main ol h3').allInnerTexts();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Move Third unit up' }).click();
  await page.getByRole('button', { name: 'Move Third unit up' }).click();
  await expect(page.getByText('No connection: what you moved is kept in this browser')).toBeVisible();
  const moved = ['1 Third unit', '2 First unit', '3 Second unit'];
  expect(await order()).toEqual(moved);
  await page.goto('about:blank');
  await page.context().setOffline(false);
  const taken = page.waitForResponse((answer) => answer.url().includes('authoring.move'));
  await page.goto(editor);
  await expect.poll(order).toEqual(moved);
  await taken;
  const other = await as('hqa-admin-1');
  await expect(async () => {
    await other.goto(editor);
    expect(await other.locator('main ol h3').allInnerTexts()).toEqual(moved);
  }).toPass();
});
