import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

/** What a browser says when the line is cut on purpose. */
test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

const OFFLINE = 'No connection: what you typed is kept in this browser';

test('the line is cut: a learner is told, and finds what was typed after the page was left', async ({
  as,
}) => {
  const learner = await as(account('zar-staff-2'));
  await learner.goto('/learn/night-watch');
  await learner.getByRole('button', { name: /enrol/i }).click();
  await expect(learner.getByRole('button', { name: /enrol/i })).toHaveCount(0);
  await learner.goto('/learn/night-watch/the-handover');
  const work = learner.getByRole('textbox', { name: 'Your work' });
  await expect(async () => {
    await work.fill('At ten past one');
    await expect(learner.getByText(/saved \d\d:/)).toBeVisible({ timeout: 5000 });
  }).toPass();
  await learner.context().setOffline(true);
  await work.fill('At ten past one the telephone rang.');
  await expect(learner.getByText(OFFLINE)).toBeVisible();
  expect(await faults(learner, 'work while the line is cut')).toEqual([]);
  await learner.goto('about:blank');
  await learner.context().setOffline(false);
  await learner.goto('/learn/night-watch/the-handover');
  await expect(work).toHaveValue('At ten past one the telephone rang.');
  await expect(learner.getByText(/saved \d\d:/)).toBeVisible();
});
