import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account, persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });
test.describe.configure({ timeout: 240_000 });

const [ilse, harriet, chairing] = [persona('delegate'), persona('calderDelegate'), persona('chair')];
const head = account('nor-head');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog');
/** The square of a nation in the rail, by its name and what it says. */
const square = (page: Page, words: string) => page.getByRole('link', { name: words, exact: true });

/** The chair writes a version of a text; the words go into its first paragraph. */
async function makeVersion(chair: Page, path: string, number: number, words: string): Promise<void> {
  await chair.goto(`${path}/version`);
  // A page that does not listen yet loses what is typed: type until the button follows.
  await expect(async () => {
    await chair.getByRole('textbox', { name: 'Paragraph 1' }).fill(words);
    await expect(button(chair, `Make version ${number}`)).toBeEnabled({ timeout: 10_000 });
  }).toPass({ timeout: 45_000 });
  await button(chair, `Make version ${number}`).click();
  await dialog(chair)
    .getByRole('button', { name: `Make version ${number}` })
    .click();
  await expect(chair.getByText(`Version ${number}, by the chair`)).toBeVisible();
}

/** A text before the Committee on Cyber Defence, with one version; gives back its path. */
async function layText(chair: Page, title: string): Promise<string> {
  await chair.goto('/consult/CCD/texts/new');
  await chair.getByLabel('Title').fill(title);
  await button(chair, 'Lay it before the body').click();
  await expect(chair.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const { pathname } = new URL(chair.url());
  await makeVersion(chair, pathname, 1, 'Allies keep their lighthouses lit.');
  return pathname;
}

test('a delegate prepares, the head releases, another nation sees it live, and a new version asks again', async ({
  as,
}) => {
  const [nordmark, torvald, calder, chair] = [
    await as(ilse),
    await as(head),
    await as(harriet),
    await as(chairing),
  ];
  const path = await layText(chair, 'A word on lighthouses');
  await calder.goto(path);
  await expect(square(calder, 'Nordmark: nothing said')).toBeVisible();

  await test.step('Ilse prepares; nobody outside the delegation sees it', async () => {
    await nordmark.goto(path);
    await nordmark.getByRole('link', { name: 'Take a position' }).click();
    await nordmark.getByRole('radio', { name: /^Agree, with a comment/ }).check();
    await nordmark.getByLabel('In words').fill('As long as the lamps are ours to light.');
    await nordmark.getByLabel('Only prepare it').check();
    await button(nordmark, 'Prepare this position').click();
    await expect(nordmark.getByText('Prepared, not released')).toBeVisible();
    await expect(nordmark.getByText(new RegExp(`^May release it: .*${head.name}`))).toBeVisible();
    await calder.reload();
    await expect(square(calder, 'Nordmark: nothing said')).toBeVisible();
    await expect(calder.getByText('As long as the lamps')).toHaveCount(0);
  });

  await test.step('Torvald releases; Calder sees it without asking', async () => {
    await torvald.goto(path);
    await button(torvald, 'Release').click();
    await expect(square(torvald, 'Nordmark: agree, with a comment')).toBeVisible();
    await expect(square(calder, 'Nordmark: agree, with a comment')).toBeVisible();
    await square(calder, 'Nordmark: agree, with a comment').click();
    await expect(calder.getByText('As long as the lamps are ours to light.')).toBeVisible();
  });

  await test.step('A new version makes it stale; one press holds it', async () => {
    await makeVersion(chair, path, 2, 'Allies keep their lighthouses lit, and painted.');
    await torvald.goto(path);
    await expect(torvald.getByText('Said of version 1, not confirmed on version 2.')).toBeVisible();
    await expect(square(torvald, 'Nordmark: said of an older version')).toBeVisible();
    await button(torvald, 'Maintain on version 2').click();
    await expect(square(torvald, 'Nordmark: agree, with a comment')).toBeVisible();
  });
});

test('a reservation is entered on a paragraph, shows in the matrix, and is lifted', async ({ as }) => {
  const [nordmark, chair] = [await as(ilse), await as(chairing)];
  const path = await layText(chair, 'A word on harbour bells');
  await nordmark.goto(path);
  await nordmark.getByRole('link', { name: 'Enter a reservation' }).click();
  await nordmark.getByRole('radio', { name: /^Parliamentary scrutiny/ }).check();
  await nordmark.getByRole('radio', { name: 'Some paragraphs' }).check();
  await button(nordmark, 'Enter the reservation').click();
  await expect(nordmark.getByText('Tick the paragraphs it is about')).toBeVisible();
  await nordmark.getByRole('checkbox', { name: /^1 Allies keep/ }).check();
  await nordmark.getByLabel('In words').fill('Our parliament hears the bell-ringers first.');
  await button(nordmark, 'Enter the reservation').click();
  await expect(square(nordmark, 'Nordmark: reservation')).toBeVisible();

  await nordmark.getByRole('link', { name: 'Matrix' }).click();
  const matrix = nordmark.getByRole('region', { name: /^Who has trouble with which paragraph/ });
  await expect(matrix.getByRole('columnheader', { name: 'NOR' })).toBeVisible();
  expect(await faults(nordmark, 'the matrix')).toEqual([]);
  await matrix.getByRole('link', { name: 'Nordmark: reservation, 1' }).focus();
  await nordmark.keyboard.press('Enter');
  await expect(nordmark.getByText('Our parliament hears the bell-ringers first.').first()).toBeVisible();
  await button(nordmark, /^Lift/).first().click();
  await expect(square(nordmark, 'Nordmark: nothing said')).toBeVisible();
});

test('a note in the margin is seen by the own delegation and by nobody else', async ({ as }) => {
  const [nordmark, calder, chair] = [await as(ilse), await as(harriet), await as(chairing)];
  const path = await layText(chair, 'A word on fog signals');
  const words = 'Instruction: spend nothing on fog.';

  await nordmark.goto(path);
  // By keyboard alone: the pen beside the paragraph, the note, and keeping it.
  await button(nordmark, 'Write a note beside paragraph 1').focus();
  await nordmark.keyboard.press('Enter');
  await expect(
    dialog(nordmark).getByText('no other nation, chair, secretariat or administrator'),
  ).toBeVisible();
  expect(await faults(nordmark, 'the note')).toEqual([]);
  await dialog(nordmark).getByLabel('Note', { exact: true }).fill(words);
  await button(nordmark, 'Keep the note').focus();
  await nordmark.keyboard.press('Enter');
  await expect(nordmark.getByText(words).first()).toBeVisible();

  await test.step('a colleague reads it, the chair and another nation find no trace', async () => {
    const torvald = await as(account('nor-head'), { locale: 'en' });
    await torvald.goto(path);
    await expect(torvald.getByText(words).first()).toBeVisible();
    for (const other of [calder, chair]) {
      await other.goto(path);
      await expect(other.getByText('Allies keep their lighthouses lit.')).toBeVisible();
      expect(await other.content()).not.toContain('spend nothing on fog');
    }
    await expect(chair.getByRole('heading', { name: 'Only your delegation sees this' })).toHaveCount(0);
    const administrator = await as(persona('administrator'));
    await administrator.goto(path);
    await expect(administrator.getByRole('heading', { name: 'There is nothing here for you' })).toBeVisible();
  });

  await test.step('it is changed and taken away', async () => {
    await button(nordmark, 'Change').first().click();
    await dialog(nordmark).getByLabel('Note', { exact: true }).fill('Spend a little on fog.');
    await button(nordmark, 'Keep the note').click();
    await expect(nordmark.getByText('Spend a little on fog.').first()).toBeVisible();
    await button(nordmark, 'Take away').first().click();
    await dialog(nordmark).getByRole('button', { name: 'Take away' }).click();
    await expect(nordmark.getByText('Spend a little on fog.')).toHaveCount(0);
  });
});
