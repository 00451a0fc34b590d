import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { begin, next, QUIZ, saved } from '../fixtures/attempt.ts';
import { press, tabTo } from '../fixtures/keyboard.ts';
import { test } from '../fixtures/portal.ts';

const SURE = '/learn/night-watch/how-sure';

/** Goes to the next question by keyboard, once what was given is saved. */
async function goOn(page: Page): Promise<void> {
  await saved(page);
  expect(await faults(page, 'a learner')).toEqual([]);
  await press(page, next(page));
}

test('every kind of question is answered by keyboard, on a narrow screen, and handed in', async ({ as }) => {
  test.setTimeout(240_000);
  const page = await as('ryn-staff-1', { viewport: { width: 390, height: 844 } });
  await begin(page);
  const keys = page.keyboard;
  await tabTo(page, page.getByRole('radio').first());
  await keys.press('Space');
  await keys.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await goOn(page);
  await tabTo(page, page.getByRole('checkbox', { name: 'The message, as it arrived' }));
  await keys.press('Space');
  await goOn(page);
  await tabTo(page, page.getByRole('radio', { name: 'True' }));
  await keys.press('ArrowDown');
  await goOn(page);
  await tabTo(page, page.getByLabel('Your answer'));
  await keys.type('The duty officer');
  await goOn(page);
  await tabTo(page, page.getByLabel('Your number'));
  await keys.type('1,5');
  await keys.press('Tab');
  await keys.type('h');
  await goOn(page);
  for (const [left, right] of [
    ['Duty officer', 'decides who is woken'],
    ['Response team', 'looks into the computers'],
    ['Press office', 'speaks to the outside'],
  ] as const) {
    await tabTo(page, page.getByLabel(left));
    await page.getByLabel(left).selectOption(right);
  }
  await goOn(page);
  await tabTo(page, page.getByRole('button', { name: /^Move down/ }).first());
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: /^Move down/ }).nth(1)).toBeFocused();
  await goOn(page);
  await tabTo(page, page.getByLabel('Gap 1 of 2'));
  await keys.type('when');
  await tabTo(page, page.getByLabel('Gap 2 of 2'));
  await page.getByLabel('Gap 2 of 2').selectOption('who');
  await goOn(page);
  await tabTo(page, page.getByRole('checkbox', { name: /network cable/ }));
  await keys.press('Space');
  await goOn(page);
  await tabTo(page, page.getByLabel('Your text'));
  await keys.type('I wake the duty officer, since somebody has to decide.');
  await goOn(page);
  await page.getByLabel(/^Your files/).setInputFiles({
    name: 'log.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('02:15 noticed\n02:17 off the network\n'),
  });
  await expect(page.getByRole('link', { name: 'log.txt' })).toBeVisible();
  await goOn(page);
  await expect(page.getByText('You have answered every question.')).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Hand in' }));
  await expect(page.getByText('Waits to be marked').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await faults(page, 'a learner, handed in')).toEqual([]);
});

test('when the time is over the attempt is handed in by itself', async ({ as }) => {
  test.setTimeout(180_000);
  const page = await as('ard-staff-1');
  await page.clock.install();
  await begin(page);
  await page.getByRole('radio').nth(1).check();
  await saved(page);
  await expect(page.getByText(/^Time left 4\d:\d\d/)).toBeVisible();
  await page.clock.fastForward('46:00');
  await expect(page.getByRole('heading', { name: 'Question by question' })).toBeVisible();
  await expect(page.getByText(/Right$/).first()).toBeVisible();
});

test('how sure one is counts, and each answer is checked at once', async ({ as }) => {
  test.setTimeout(180_000);
  const page = await as('ard-staff-2');
  await begin(page, SURE);
  await page.locator('label', { hasText: /^Certain$/ }).click();
  await page.getByText('How this counts').click();
  await expect(page.getByRole('cell', { name: '−2', exact: true })).toBeVisible();
  // Which question comes first is drawn: its answer stands before the question of how sure one is.
  const asked = page.getByRole('article');
  const typed = asked.getByRole('textbox');
  if ((await typed.count()) > 0) await typed.first().fill('nobody');
  else await asked.getByRole('radio').or(asked.getByRole('checkbox')).first().check();
  await saved(page);
  expect(await faults(page, 'a learner')).toEqual([]);
  await page.getByRole('button', { name: 'Check this answer' }).click();
  await expect(page.getByText(/certain$/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Question 2 of 4/)).toBeVisible();
});

test.describe('for staff', () => {
  test.use({ expected: [/status of 400/] });

  test('a course director marks an answer and sees how the questions work', async ({ as }) => {
    test.setTimeout(180_000);
    const page = await as('hqa-course-director');
    await page.goto(QUIZ);
    await page.getByRole('link', { name: 'Mark answers' }).click();
    await expect(page.getByText(/answers? waits? to be marked/)).toBeVisible();
    expect(await faults(page, 'a director')).toEqual([]);
    const answers = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByLabel(/^Points, at most/) });
    await expect(answers.first()).toBeVisible();
    const before = await answers.count();
    await answers
      .first()
      .getByLabel(/^Points, at most/)
      .fill('9');
    await answers.first().getByRole('button', { name: 'Give points' }).click();
    await expect(answers.first().getByText('This question has 4 points.').first()).toBeVisible();
    await answers
      .first()
      .getByLabel(/^Points, at most/)
      .fill('3');
    await answers.first().getByRole('button', { name: 'Give points' }).click();
    await expect(answers).toHaveCount(before - 1);

    await page.getByRole('link', { name: 'People and more time' }).click();
    await page
      .getByRole('button', { name: /^Give more: / })
      .first()
      .click();
    await page.getByLabel('Minutes on top of the time limit').fill('15');
    await page.getByLabel('Reason').fill('Reads by screen reader');
    expect(await faults(page, 'a director')).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('15 minutes more')).toBeVisible();

    await page.getByRole('link', { name: 'How the questions work' }).click();
    await expect(page.getByRole('table', { name: 'How each question has worked' })).toBeVisible();
    expect(await faults(page, 'a director')).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^quiz-.*\.csv$/);
  });
});
