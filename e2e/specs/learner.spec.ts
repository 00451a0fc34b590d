import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { answer, questionOn } from '../fixtures/quiz.ts';

const quiz = { course: 'spotting-phishing', activity: 'what-would-you-do', language: 'fr' } as const;

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function findCourse(page: Page) {
  await page.goto('/learn');
  await page.getByLabel('Search', { exact: true }).fill('phishing');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Reporting an incident' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Spotting phishing' }).click();
  await expect(title(page, 'Spotting phishing')).toBeVisible();
}

/** Reads the page in French down to a heading, goes elsewhere, and comes back by "Continue". */
async function readLeaveAndResume(page: Page) {
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(title(page, 'Pourquoi des gens avisés cliquent')).toBeVisible();
  await page.getByRole('button', { name: 'Done, go on' }).click();
  await expect(title(page, 'Un message décortiqué')).toBeVisible();

  const heading = page.getByRole('heading', { name: 'Ce qui cloche' });
  const remembered = page.waitForResponse((answer) => {
    return answer.url().includes('enrolments.see') && !!answer.request().postData()?.includes('cloche');
  });
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await remembered;
  const before = await heading.boundingBox();

  await page.getByRole('link', { name: 'Today' }).first().click();
  await expect(title(page, 'Today')).toBeVisible();
  await page.getByRole('link', { name: 'Learn' }).first().click();
  // Today has a link of the same name.
  await expect(title(page, 'Learn')).toBeVisible();
  await page.getByRole('link', { name: /^Continue.*hameçonnage/ }).click();
  await expect(title(page, 'Un message décortiqué')).toBeVisible();
  await expect
    .poll(async () => Math.abs(((await heading.boundingBox())?.y ?? 0) - (before?.y ?? 0)))
    .toBeLessThan(3);
}

async function readOnToTheQuiz(page: Page) {
  const done = page.getByRole('button', { name: 'Done, go on' });
  const names = [
    'Où mène un lien',
    'Codes, appels et codes carrés',
    'Vérifier par une autre voie',
    'Si vous avez cliqué',
  ];
  for (const name of [...names, 'Que feriez-vous ?']) {
    await done.click();
    await expect(title(page, name)).toBeVisible();
  }
}

/** Half the quiz in one tab, the other half in another. */
async function takeQuiz(page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  const kinds = new Set<string>();
  for (let number = 1; number <= 4; number += 1) {
    await expect(page.getByText(`Question ${number} of 8`)).toBeVisible();
    kinds.add((await answer(page, quiz)).kind);
    if (number < 4) await page.getByRole('button', { name: 'Next question' }).click();
  }
  const last = await questionOn(page, quiz);
  await page.close();

  const again = await page.context().newPage();
  await again.goto('/');
  await again
    .getByRole('link', { name: /^Continue/ })
    .first()
    .click();
  await expect(again.getByText('Question 5 of 8')).toBeVisible();
  await again.getByRole('button', { name: 'Back' }).click();
  await expect(again.getByText('Question 4 of 8')).toBeVisible();
  expect((await questionOn(again, quiz)).key).toBe(last.key);
  if (last.kind === 'shortAnswer') await expect(again.getByLabel('Your answer')).not.toHaveValue('');
  else await expect(again.getByRole('group').locator('input:checked').first()).toBeVisible();
  for (let number = 5; number <= 8; number += 1) {
    await again.getByRole('button', { name: 'Next question' }).click();
    await expect(again.getByText(`Question ${number} of 8`)).toBeVisible();
    kinds.add((await answer(again, quiz, number < 8)).kind);
  }
  expect([...kinds].sort()).toEqual(['multiple', 'shortAnswer', 'single', 'trueFalse']);
  return again;
}

test('a learner finds a course, reads it in French, passes its quiz and earns a credential that anybody can check', async ({
  as,
  stranger,
}) => {
  const learner = account('gal-staff-1');
  const first = await as(learner);
  await findCourse(first);
  await first.getByRole('button', { name: 'Enrol' }).click();
  await expect(title(first, 'Why good people click')).toBeVisible();
  await readLeaveAndResume(first);
  await readOnToTheQuiz(first);

  const page = await takeQuiz(first);
  await page.getByRole('button', { name: 'Check and hand in' }).click();
  await expect(page.getByText('You have answered every question.')).toBeVisible();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByText(/(?<!Not )Passed$/)).toBeVisible();
  await expect(page.getByText('Question by question')).toBeVisible();
  await expect(page.getByText(/(Not|Partly) right$/)).toHaveCount(1);
  await expect(page.getByText('Why', { exact: true })).toHaveCount(8);

  await page.getByRole('link', { name: 'Back to the course' }).click();
  await expect(page.getByText(/^Completed on/)).toBeVisible();
  await page.getByRole('link', { name: 'See my credential' }).click();
  await expect(title(page, 'Your credentials')).toBeVisible();

  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: /Download the certificate/ }).click();
  const file = await (await arriving).path();
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');

  const address = await page.getByRole('link', { name: /^Public page/ }).getAttribute('href');
  const anybody = await stranger();
  await anybody.goto(address ?? '');
  await expect(anybody.getByText('This credential is valid')).toBeVisible();
  await expect(anybody.getByText(learner.name)).toBeVisible();
  await expect(anybody.getByText('Spotting phishing')).toBeVisible();
  expect(await anybody.content()).not.toContain(learner.email);
});

test('a number that names no credential is said to name none', async ({ stranger }) => {
  const anybody = await stranger();
  await anybody.goto('/verify/AAAAA-BBBBB-CCCCC-DDDDD');
  await expect(anybody.getByText('No credential has this number')).toBeVisible();
});
