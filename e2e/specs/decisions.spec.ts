import { expect, type Page } from '@playwright/test';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const [ilse, harriet] = [persona('delegate'), persona('calderDelegate')];

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('a text is adopted in a meeting, and every nation of the body reads the decision', async ({ as }) => {
  test.setTimeout(180_000);
  const title = `Hours of the watch desk ${Date.now()}`;
  const chair = await as('hqa-chair-ccd');
  await chair.goto('/consult/CCD/texts/new');
  await chair.getByLabel('Title').fill(title);
  await chair.getByRole('button', { name: 'Lay it before the body' }).click();
  await expect(heading(chair, title)).toBeVisible();
  await chair.goto(`${chair.url()}/version`);
  await chair.getByRole('textbox', { name: 'Paragraph 1' }).fill('The watch desk answers at all hours.');
  await chair.getByRole('button', { name: 'Make version 1' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Make version 1' }).click();
  await chair.getByRole('button', { name: 'Record adoption in a meeting' }).click();
  await chair.getByLabel('Place').fill('Headquarters, room 3');
  await chair.getByRole('button', { name: 'Adopt and sign' }).click();
  await expect(chair.getByText('Unchanged since it was signed')).toBeVisible();

  const [nordmark, calder] = [await as(ilse), await as(harriet)];
  for (const page of [nordmark, calder]) {
    await page.goto('/consult/CCD/decisions');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByText('The watch desk answers at all hours.')).toBeVisible();
  }
});

test('what follows from a decision waits on Today until it is done', async ({ as }) => {
  const chair = await as('hqa-chair-ccd');
  await chair.goto('/consult/CCD/decisions?words=task+force');
  await chair.getByRole('link', { name: /task force on cable resilience/ }).click();
  const what = `Send the name of the deputy ${Date.now()}`;
  await chair.getByRole('button', { name: 'Add action' }).click();
  await chair.getByLabel('What is to be done').fill(what);
  await chair.getByLabel('Who does it').selectOption({ label: 'Calder' });
  await chair.getByRole('dialog').getByRole('button', { name: 'Add action' }).click();
  await expect(chair.getByText(what, { exact: true })).toBeVisible();

  const calder = await as(harriet);
  await calder.goto('/');
  await calder.getByRole('link', { name: new RegExp(`^See.*${what}`) }).click();
  const finish = calder.getByRole('button', { name: new RegExp(`^Mark done.*${what}`) });
  await finish.click();
  await expect(finish).toHaveCount(0);
  await calder.goto('/');
  await expect(heading(calder, 'Today')).toBeVisible();
  await expect(calder.getByText(what)).toHaveCount(0);
});

test('a published decision is read by anybody, and its register is filtered from the address', async ({
  as,
  stranger,
}) => {
  const page = await as(ilse);
  await page.goto('/consult/CCD/decisions');
  await page.getByLabel('Words in the title').fill('contact points');
  await page.getByLabel('Procedure').selectOption('Under silence');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page).toHaveURL(/words=contact\+points.*procedure=silence/);
  const link = page.getByRole('link', {
    name: 'National contact points for incidents of cyber defence',
    exact: true,
  });
  const id = (await link.getAttribute('href'))?.split('/').at(-1);
  const anybody = await stranger();
  await anybody.goto(`/decisions/${id}`);
  await expect(heading(anybody, /National contact points/)).toBeVisible();
  await expect(anybody.getByText('Nordmark')).toHaveCount(0);
});
