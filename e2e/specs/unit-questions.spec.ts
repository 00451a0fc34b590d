import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What is refused on purpose: a question without words.
test.use({ expected: [/status of 400 .*questions\.ask/] });

const unit = '/learn/spotting-phishing/why-it-works';
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('a question under a part is asked, answered and marked, live for both', async ({ as }) => {
  const asked = `Which of the two is meant? ${Date.now()}`;
  const [learner, teacher] = [await as(account('nor-staff-1')), await as(account('hqa-course-director'))];
  await teacher.goto('/learn/spotting-phishing/questions');
  await expect(title(teacher, 'Questions')).toBeVisible();

  await learner.goto(unit);
  const questions = learner.getByRole('region', { name: 'Questions about this part' });
  await questions.scrollIntoViewIfNeeded();
  await questions.getByRole('button', { name: 'Ask a question' }).click();
  await questions.getByRole('button', { name: 'Send question' }).click();
  await expect(questions.getByText('There are 2 problems')).toBeVisible();
  await questions.getByLabel('Your question in a line').fill(asked);
  await questions.getByLabel('What you would like to know').fill('I see two letters in the picture.');
  expect(await faults(learner, 'asking a question')).toEqual([]);
  await questions.getByRole('button', { name: 'Send question' }).click();
  const row = questions.getByRole('listitem').filter({ hasText: asked });
  await expect(row.getByText('Waits for an answer')).toBeVisible();

  await teacher.getByRole('link', { name: asked }).click();
  await expect(title(teacher, asked)).toBeVisible();
  await teacher.getByRole('combobox', { name: 'Your contribution' }).fill('The left one.');
  await teacher.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(row.getByText('1 unread')).toBeVisible();
  await teacher.getByRole('button', { name: 'Mark as answered' }).click();
  await expect(teacher.getByRole('button', { name: 'It still waits' })).toBeVisible();
  await expect(row.getByText('Answered')).toBeVisible();

  await learner.goto('/notifications');
  await expect(learner.getByText('Your question in “Spotting phishing” was answered').first()).toBeVisible();
  await learner.goto('/learn/spotting-phishing/questions?state=answered');
  await expect(learner.getByRole('link', { name: asked })).toBeVisible();
});
