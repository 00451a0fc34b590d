import { expect } from '@playwright/test';
import { account, persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { dialog, entry, nameInThread, startThread, title, write, writing } from '../fixtures/threads.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });

const [ilse, harriet] = [persona('delegate'), persona('calderDelegate')];

test('people are named in a thread later, told of it, and taken off with effect at once', async ({ as }) => {
  const name = 'A word among a few';
  const [nordmark, calder] = [await as(ilse), await as(harriet)];
  const path = await startThread(nordmark, name, account('nor-head').name);
  await calder.goto(path);
  await expect(title(calder, 'There is nothing here for you')).toBeVisible();

  await nameInThread(nordmark, harriet.name);
  const row = nordmark.getByRole('row').filter({ hasText: harriet.name });
  await expect(row).toContainText('read and write');

  await calder.goto('/notifications');
  await calder.getByRole('link', { name: `You were named in “${name}”` }).click();
  await expect(title(calder, name)).toBeVisible();
  await write(calder, 'Calder is here now.');

  await row.getByRole('button', { name: /^Take off/ }).click();
  await dialog(nordmark).getByRole('button', { name: 'Take off' }).click();
  await expect(row).toHaveCount(0);
  // The page that stands open is gone by itself.
  await expect(title(calder, 'There is nothing here for you')).toBeVisible();
  await expect(nordmark.getByText(`Ilse Varga took ${harriet.name} off`)).toBeVisible();
  await calder.goto('/notifications');
  await expect(title(calder, 'Notifications')).toBeVisible();
  await expect(calder.getByText(name)).toHaveCount(0);
});

test('a thread is closed with a reason, takes nothing more, and is opened again', async ({ as }) => {
  const name = 'A matter soon settled';
  const [nordmark, calder] = [await as(ilse), await as(harriet)];
  const path = await startThread(nordmark, name);
  await calder.goto(path);
  await expect(writing(calder)).toBeVisible();
  await nordmark.goto(`${path}/about`);
  await nordmark.getByRole('button', { name: 'Close the thread' }).click();
  await dialog(nordmark).getByLabel('Reason').fill('Settled in the corridor.');
  await dialog(nordmark).getByRole('button', { name: 'Close the thread' }).click();
  await expect(nordmark.getByRole('button', { name: 'Open it again' })).toBeVisible();

  await expect(calder.getByText('Settled in the corridor.')).toBeVisible();
  await expect(writing(calder)).toHaveCount(0);
  await calder.goto('/consult/CCD?state=closed');
  await expect(calder.getByRole('listitem').filter({ hasText: name })).toContainText('Closed');
  await calder.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(calder.getByRole('link', { name: 'Open', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(calder.getByRole('link', { name })).toHaveCount(0);

  await nordmark.getByRole('button', { name: 'Open it again' }).click();
  await dialog(nordmark).getByLabel('Reason').fill('One more question.');
  await dialog(nordmark).getByRole('button', { name: 'Open it again' }).click();
  await expect(nordmark.getByText('Ilse Varga opened the thread again')).toBeVisible();
  await calder.goto(path);
  await write(calder, 'One more thing, then.');
});

test('quoting narrows what is written, and an entry narrowed later is gone for who is left out', async ({
  as,
}) => {
  const name = 'Quotation and care';
  const [nordmark, calder] = [await as(ilse), await as(harriet)];
  const path = await startThread(nordmark, name);
  await nordmark.getByRole('button', { name: 'Change the marking' }).click();
  await nordmark.getByLabel('Parties I choose').check();
  for (const code of ['NOR', 'CAL'])
    await nordmark.getByRole('checkbox', { name: new RegExp(`^${code} `) }).check();
  await expect(nordmark.getByText(/^2 nations, \d+ people will be able to read it/)).toBeVisible();
  await write(nordmark, 'For the two of us: the cuckoo.');

  await calder.goto(path);
  await entry(calder, 'the cuckoo')
    .getByRole('button', { name: /^Quote/ })
    .click();
  await expect(calder.getByText('Narrowed to the marking of what you quote or answer.')).toBeVisible();
  await expect(calder.getByText(/^2 nations, \d+ people will be able to read it/)).toBeVisible();
  await writing(calder).press('Control+End');
  await writing(calder).pressSequentially('\n\nWe heard it too.');
  await calder.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(entry(calder, 'We heard it too')).toContainText('Releasable to CAL and NOR');

  await expect(entry(nordmark, 'We heard it too')).toBeVisible();
  await entry(nordmark, 'For the two of us')
    .first()
    .getByRole('button', { name: /^Narrow/ })
    .click();
  await dialog(nordmark).getByLabel('Parties I choose').check();
  await dialog(nordmark).getByRole('checkbox', { name: /^NOR / }).check();
  await expect(dialog(nordmark).getByText(/^1 nation, /)).toBeVisible();
  await dialog(nordmark).getByRole('button', { name: 'Narrow the marking' }).click();
  await expect(
    nordmark.getByText('The marking is narrowed, and that of 1 entry that quotes it.'),
  ).toBeVisible();
  // Gone from the page that stands open, by itself.
  await expect(entry(calder, 'cuckoo')).toHaveCount(0);
  await calder.goto('/search?q=cuckoo');
  await expect(calder.getByText('Nothing found', { exact: true })).toBeVisible();
  await calder.goto(`${path}/about`);
  await expect(calder.getByText('Nothing but what was written in it.')).toBeVisible();
});

test('a search is narrowed by body, nation, day and file, and says what to do where nothing fits', async ({
  as,
}) => {
  const page = await as(ilse);
  await page.goto('/search?q=paragraph');
  await page.getByLabel('Body').selectOption('Committee on Cyber Defence');
  await page.getByLabel('Said for').selectOption('Nordmark');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/q=paragraph&body=CCD&party=NOR/);
  const results = page.getByRole('list', { name: 'Results' }).getByRole('listitem');
  await expect(results.first()).toContainText('NOR');
  for (const row of await results.all()) await expect(row).toContainText('in CCD');
  await page.getByLabel('Until').fill('2020-01-01');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('fits what you narrowed the search to')).toBeVisible();
  await page.getByRole('link', { name: 'Search everywhere' }).click();
  await expect(page).toHaveURL(/\/search\?q=paragraph$/);
  await page.getByLabel('Words to look for').fill('-paragraph');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('There is no word to look for')).toBeVisible();
});

test('what is not sent waits on the server, and what was read is marked unread and gone to', async ({
  as,
}) => {
  const name = `Two things to read ${Date.now().toString(36)}`;
  const [nordmark, calder] = [await as(ilse), await as(harriet)];
  const path = await startThread(nordmark, name);
  await write(nordmark, 'The first of them.');
  await write(nordmark, 'The second of them.');
  await writing(nordmark).fill('Half a sentence');
  await expect(nordmark.getByText(/^Draft saved/)).toBeVisible();
  // Another browser of the same person finds it.
  const elsewhere = await as(ilse);
  await elsewhere.goto(path);
  await expect(writing(elsewhere)).toHaveValue('Half a sentence');

  const row = calder.getByRole('listitem').filter({ hasText: name });
  // Whoever leaves before it was noted that they have read comes back.
  await expect(async () => {
    await calder.goto(path);
    await expect(entry(calder, 'The second of them')).toBeVisible();
    await calder.goto('/consult/CCD');
    await expect(row).toContainText('2 entries', { timeout: 2_000 });
  }).toPass();
  await row.getByRole('link', { name }).click();
  await entry(calder, 'The second of them')
    .getByRole('button', { name: /^Mark unread/ })
    .click();
  await expect(calder.getByText('Unread from that entry on.')).toBeVisible();
  await calder.goto('/consult/CCD');
  await expect(row).toContainText('1 unread');
  await row.getByRole('link', { name }).click();
  await expect(calder.getByText('Unread from here')).toBeVisible();
});

test('a part of an entry is marked from what is selected, and kept from those it is not for', async ({
  as,
}) => {
  const words = `Signed in spring ${Date.now()}`;
  const [author, other] = [await as(ilse), await as(harriet)];
  await author.goto('/consult/CCD');
  await author.getByRole('link', { name: 'Attribution language for the spring report' }).click();
  const area = writing(author);
  await area.fill(`${words}.\n\nOur own reading of it.`);
  await area.press('Control+End');
  await area.press('Shift+Home');
  await author.getByRole('button', { name: 'Mark this part…' }).press('Enter');
  const dialog = author.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^NOR/ }).check();
  await dialog.getByRole('button', { name: 'Mark the part' }).press('Enter');
  await expect(area).toHaveValue(/:::R NOR\nOur own reading of it\.\n:::/);
  await author.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(
    author.getByRole('region', { name: /A part marked ALLIANCE RESTRICTED/ }).last(),
  ).toContainText('Our own reading');
  await other.goto(author.url().replace(/[?#].*$/, ''));
  await expect(other.getByText(words)).toBeVisible();
  await expect(other.getByText('Our own reading of it.')).toHaveCount(0);
});
