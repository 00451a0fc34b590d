import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { dialog, entry, startThread, title, write, writing } from '../fixtures/threads.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });

const [ilse, harriet] = [persona('delegate'), persona('calderDelegate')];

test('an entry is opened wider when a second person who may release confirms it', async ({ as }) => {
  const name = 'Kept close at first';
  const [nordmark, head, calder] = [await as(ilse), await as('nor-head'), await as(harriet)];
  const path = await startThread(nordmark, name);
  await nordmark.getByRole('button', { name: 'Change the marking' }).click();
  await nordmark.getByLabel('Parties I choose').check();
  await nordmark.getByRole('checkbox', { name: /^NOR / }).check();
  await write(nordmark, 'The bittern is back.');
  await calder.goto(path);
  await expect(calder.getByText('Nothing has been written here yet')).toBeVisible();

  await entry(nordmark, 'bittern')
    .getByRole('button', { name: /^Open wider/ })
    .click();
  await dialog(nordmark).getByLabel('Everyone the thread is open to').check();
  await dialog(nordmark).getByLabel('Reason').fill('Everybody should know.');
  await dialog(nordmark).getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(nordmark.getByText('It waits for a second person.')).toBeVisible();
  await nordmark.goto(`${path}/about`);
  await expect(nordmark.getByText('Waits for a second person')).toBeVisible();
  await expect(calder.getByText('Nothing has been written here yet')).toBeVisible();

  await head.goto(`${path}/about`);
  await expect(head.getByText('Everybody should know.')).toBeVisible();
  await head.getByRole('button', { name: /^Confirm/ }).click();
  await dialog(head).getByRole('button', { name: 'Confirm' }).click();
  await expect(head.getByText('confirmed a wider marking of an entry')).toBeVisible();
  await expect(entry(calder, 'bittern')).toBeVisible();
});

test('a whole thread is opened wider by a second person, who finds the wish on Today', async ({ as }) => {
  const name = `Our own first thoughts ${Date.now().toString(36)}`;
  const [nordmark, head, calder] = [await as(ilse), await as('nor-head'), await as(harriet)];
  await nordmark.goto('/consult/CCD/new');
  await nordmark.getByLabel('Title').fill(name);
  await nordmark.getByLabel('Parties I choose').check();
  await nordmark.getByRole('checkbox', { name: /^NOR / }).check();
  await nordmark.getByRole('button', { name: 'Start the thread' }).click();
  await expect(title(nordmark, name)).toBeVisible();
  const path = new URL(nordmark.url()).pathname;
  await nordmark.goto(`${path}/about`);
  await nordmark.getByRole('button', { name: 'Ask to open it wider' }).click();
  await dialog(nordmark).getByLabel('Allies').check();
  await dialog(nordmark).getByLabel('Reason').fill('We are ready to share them.');
  await dialog(nordmark).getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(nordmark.getByText('Waits for a second person')).toBeVisible();
  await calder.goto(path);
  await expect(title(calder, 'There is nothing here for you')).toBeVisible();

  await head.goto('/');
  await head.getByRole('link', { name: new RegExp(`^Decide.*${name}`) }).click();
  await expect(head.getByText('We are ready to share them.')).toBeVisible();
  await head.getByRole('button', { name: /^Confirm/ }).click();
  await expect(dialog(head)).toContainText(/32 nations, .* people will be able to read it/);
  expect(await faults(head, 'confirming a wider marking')).toEqual([]);
  await dialog(head).getByRole('button', { name: 'Confirm' }).click();
  await expect(head.getByText('confirmed a wider marking of the thread')).toBeVisible();
  await head.goto('/');
  await expect(title(head, 'Today')).toBeVisible();
  await expect(head.getByRole('link', { name: new RegExp(`^Decide.*${name}`) })).toHaveCount(0);
  await calder.goto(path);
  await expect(title(calder, name)).toBeVisible();
});

test('an administrator breaks the glass of a thread in sight of its members, and ends it', async ({ as }) => {
  const name = `Under glass ${Date.now().toString(36)}`;
  const reason = 'An entry may name a private person.';
  const [nordmark, administrator] = [await as(ilse), await as(persona('administrator'))];
  const path = await startThread(nordmark, name);
  await write(nordmark, 'The wagtail is back.');
  await administrator.goto(path);
  await expect(title(administrator, 'There is nothing here for you')).toBeVisible();

  await administrator.goto('/people/break-glass');
  await administrator.getByLabel('Address of the thread').fill(nordmark.url());
  await administrator.getByLabel('For how long').selectOption('1 hour');
  await administrator.getByLabel('Reason').fill(reason);
  await administrator.getByRole('button', { name: 'Break the glass' }).click();
  await expect(entry(administrator, 'wagtail')).toBeVisible();
  await expect(writing(administrator)).toHaveCount(0);
  expect(await faults(administrator, 'a thread read by broken glass')).toEqual([]);

  await nordmark.goto(path);
  await expect(nordmark.getByText('an administrator, reads this thread until')).toBeVisible();
  await nordmark.getByRole('link', { name: 'its history' }).click();
  await expect(nordmark.getByText(reason)).toBeVisible();
  await nordmark.goto('/notifications');
  await expect(nordmark.getByText('An administrator broke the glass').first()).toBeVisible();

  await administrator.goto('/people/break-glass');
  await expect(administrator.getByRole('link', { name })).toBeVisible();
  await administrator.getByRole('listitem').filter({ hasText: name }).getByRole('button').click();
  await expect(administrator.getByRole('link', { name })).toHaveCount(0);
  await administrator.goto(path);
  await expect(title(administrator, 'There is nothing here for you')).toBeVisible();
  await nordmark.goto(`${path}/about`);
  await expect(nordmark.getByText('ended the reading by broken glass')).toBeVisible();
});
