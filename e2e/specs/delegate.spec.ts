import { expect, type Page } from '@playwright/test';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });

const [ilse, harriet, mareike] = [persona('delegate'), persona('calderDelegate'), persona('outsideDelegate')];

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const entry = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words });
const writing = (page: Page) => page.getByRole('combobox', { name: 'Your contribution' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });

/** Starts a thread in the Committee on Cyber Defence that Nordmark and Calder alone may read; gives back its path. */
async function startThread(page: Page, name: string): Promise<string> {
  await page.goto('/consult/CCD');
  await page.getByRole('link', { name: 'Start a thread' }).click();
  await page.getByLabel('Title').fill(name);
  await page.getByLabel('Level').selectOption('ALLIANCE RESTRICTED');
  await page.getByLabel('Parties I choose').check();
  for (const code of ['NOR', 'CAL']) {
    await page.getByRole('checkbox', { name: new RegExp(`^${code} `) }).check();
  }
  await page.getByRole('button', { name: 'Start the thread' }).click();
  await expect(title(page, name)).toBeVisible();
  return new URL(page.url()).pathname;
}

async function write(page: Page, words: string): Promise<void> {
  await writing(page).fill(words);
  await send(page).click();
  await expect(writing(page)).toHaveValue('');
}

test('two delegates consult live in a thread of their two nations', async ({ as }) => {
  const name = 'A cable cut off the northern coast';
  const [nordmark, calder] = [await as(ilse), await as(harriet)];
  const path = await startThread(nordmark, name);
  await expect(nordmark.getByText('ALLIANCE RESTRICTED').first()).toBeVisible();

  await write(
    nordmark,
    'Nordmark saw **two** breaks this morning:\n\n- one at anchor depth\n- one further out',
  );
  await expect(entry(nordmark, 'breaks this morning').getByRole('listitem')).toHaveCount(2);

  await calder.goto('/consult/CCD');
  const row = calder.getByRole('listitem').filter({ hasText: name });
  await expect(row.getByText('1 unread')).toBeVisible();
  await write(nordmark, 'A second entry, before anybody has looked.');
  await calder.reload();
  await expect(row.getByText('2 unread')).toBeVisible();
  await row.getByRole('link', { name }).click();
  await expect(entry(calder, 'before anybody has looked')).toBeVisible();

  await test.step('Calder quotes Nordmark and mentions its delegate', async () => {
    await entry(calder, 'breaks this morning')
      .getByRole('button', { name: /^Quote/ })
      .click();
    await expect(writing(calder)).toHaveValue(/> .*breaks this morning/s);
    await writing(calder).press('Control+End');
    await writing(calder).pressSequentially('\n\nCalder’s ship is near. @Ilse');
    await calder.getByRole('option', { name: /Ilse Varga/ }).click();
    await send(calder).click();
    await expect(entry(nordmark, 'ship is near')).toBeVisible();
    await expect(entry(nordmark, 'ship is near').getByRole('blockquote')).toContainText('two breaks');
    await expect(entry(nordmark, 'ship is near')).toContainText('Ilse Varga');
  });

  await test.step('Nordmark attaches a file, which Calder opens', async () => {
    await nordmark.getByLabel('Attach files').setInputFiles({
      name: 'positions.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('61.2 N 4.1 E\n61.4 N 3.8 E\n'),
    });
    await expect(nordmark.getByText(/^positions\.txt, /)).toBeVisible();
    await write(nordmark, 'The positions are attached.');
    const link = entry(calder, 'positions are attached').getByRole('link', { name: 'positions.txt' });
    await expect(link).toBeVisible();
    const file = await calder.request.get((await link.getAttribute('href')) ?? '');
    expect(await file.text()).toContain('61.4 N 3.8 E');
  });

  await test.step('Nordmark edits, and what it said before can be read', async () => {
    const own = entry(nordmark, 'before anybody has looked');
    await own.getByRole('button', { name: /^Edit/ }).click();
    const dialog = nordmark.getByRole('dialog');
    await dialog.getByRole('combobox').fill('A second entry, put right.');
    await dialog.getByRole('button', { name: 'Save the new wording' }).click();
    await expect(dialog).toBeHidden();
    const edited = entry(calder, 'put right');
    await expect(edited.getByText(/^edited/)).toBeVisible();
    await edited.getByRole('button', { name: /^What it said before/ }).click();
    await expect(calder.getByRole('dialog')).toContainText('before anybody has looked');
    await calder.keyboard.press('Escape');
  });

  await test.step('search finds it, and nothing is unread any more', async () => {
    await calder.goto('/search');
    await calder.getByLabel('Words to look for').fill('"anchor depth"');
    await calder.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await expect(calder.getByRole('list', { name: 'Results' }).getByRole('link', { name })).not.toHaveCount(
      0,
    );
    await calder.goto('/consult/CCD');
    await expect(row.getByText('4 entries')).toBeVisible();
  });
  expect(path).toMatch(/^\/consult\/threads\//);
});

test('a delegate outside the releasable set finds no trace of a thread', async ({ as }) => {
  const name = 'Wording for the two of us on zinnober';
  const [nordmark, rynholt] = [await as(ilse), await as(mareike)];
  await rynholt.goto('/consult/CCD');
  const before = await rynholt.getByRole('main').textContent();
  const path = await startThread(nordmark, name);
  await nordmark.getByLabel('Attach files').setInputFiles({
    name: 'zinnober.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('only for two\n'),
  });
  await expect(nordmark.getByText(/^zinnober\.txt, /)).toBeVisible();
  await write(nordmark, 'The word zinnober is used here, and nowhere else.');
  const link = entry(nordmark, 'zinnober').getByRole('link', { name: 'zinnober.txt' });
  const file = (await link.getAttribute('href')) ?? '';

  await rynholt.reload();
  await expect(title(rynholt, 'Committee on Cyber Defence')).toBeVisible();
  expect(await rynholt.getByRole('main').textContent()).toBe(before);

  await rynholt.goto('/search?q=zinnober');
  await expect(rynholt.getByText('Nothing found', { exact: true })).toBeVisible();

  const random = crypto.randomUUID();
  expect(await seenAt(rynholt, path)).toEqual(await seenAt(rynholt, `/consult/threads/${random}`));
  const [theirs, none] = [await rynholt.request.get(file), await rynholt.request.get(`/api/files/${random}`)];
  expect(theirs.status()).toBe(404);
  expect(none.status()).toBe(404);
  expect(await theirs.text()).toBe(await none.text());

  await rynholt.goto('/notifications');
  await expect(title(rynholt, 'Notifications')).toBeVisible();
  expect(await rynholt.content()).not.toContain('zinnober');
});

test('a live stream tells an outsider nothing of a thread they may not read', async ({ as }) => {
  const [nordmark, rynholt] = [await as(ilse), await as(mareike)];
  await rynholt.goto('/consult');
  await rynholt.evaluate(() => {
    const heard: string[] = [];
    const source = new EventSource('/api/events');
    source.onmessage = (message) => heard.push(String(message.data));
    Object.assign(window, { heard });
    return new Promise((resolve) => {
      source.onopen = resolve;
    });
  });
  const heard = () => rynholt.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const path = await startThread(nordmark, 'Heard by the two of us');
  await write(nordmark, 'Nothing of this reaches anybody else.');
  await nordmark.goto('/consult/CCD');
  await nordmark.getByRole('link', { name: 'Ransom payments: common guidance to public bodies' }).click();
  await write(nordmark, 'This one every delegation hears of.');
  const open = new URL(nordmark.url()).pathname.split('/').at(-1) ?? '';
  await expect.poll(async () => (await heard()).join()).toContain(open);
  expect((await heard()).join()).not.toContain(path.split('/').at(-1));
});

/** The status and the words of a page. */
async function seenAt(page: Page, path: string) {
  const answer = await page.goto(path);
  await expect(title(page, 'There is nothing here for you')).toBeVisible();
  return {
    status: answer?.status(),
    title: await page.title(),
    words: await page.getByRole('main').textContent(),
  };
}
