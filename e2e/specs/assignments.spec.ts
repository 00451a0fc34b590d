import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { portalUrl } from '../fixtures/env.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const COURSE = '/learn/night-watch';
const FIRST =
  'At ten past one somebody rang about a slow server. I had the cable pulled and left the machine on, so that its memory can be read in the morning.';
const BETTER = `${FIRST} Open: the day officer rings the port office before eight.`;

test.use({ expected: [/status of 400 .*assignments\.(?:handIn|judge)/] });

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function enrol(page: Page, activity: string): Promise<void> {
  await page.goto(COURSE);
  await page.getByRole('button', { name: /enrol/i }).click();
  await expect(page.getByRole('button', { name: /enrol/i })).toHaveCount(0);
  await page.goto(`${COURSE}/${activity}`);
}

async function handIn(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your work' }).fill(text);
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(page.getByText('Being marked')).toBeVisible();
}

/** Opens the newest work of the queue under a name; blind, any that is not decided. */
async function openWork(page: Page, activity: string, name: string | RegExp): Promise<void> {
  await page.goto(`${COURSE}/${activity}`);
  await page.getByRole('link', { name: 'Mark work' }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('group', { name: 'Your judgement' })).toBeVisible();
}

async function judge(page: Page, points: readonly [string, string, string], decision: string): Promise<void> {
  for (const [index, name] of ['What happened', 'What is still open', 'Plain words'].entries())
    await page.getByLabel(new RegExp(`^${name} \\(`)).fill(points[index] ?? '');
  await page.getByRole('button', { name: decision, exact: true }).click();
}

test('work is handed in with a file, comes back with a remark on its words, and passes at the second try', async ({
  as,
}) => {
  const who = account('wen-staff-1');
  const learner = await as(who);
  await enrol(learner, 'the-handover');
  await learner.getByText('What is judged (passed from 60 %)').click();
  await expect(learner.getByText('4: Each task has a name and an hour.')).toBeVisible();
  await learner.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(learner.getByRole('main').getByRole('alert')).toContainText(/hand in/i);
  await learner.getByLabel('Add files').setInputFiles({
    name: 'night.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('01:10 call\n01:31 cable out\n'),
  });
  await expect(learner.getByRole('button', { name: 'Remove night.txt' })).toBeVisible();
  await handIn(learner, FIRST);
  expect(await faults(learner, 'work handed in')).toEqual([]);

  const marker = await as('hqa-course-director');
  await openWork(marker, 'the-handover', who.name);
  const file = marker.getByRole('link', { name: 'night.txt' });
  const answer = await marker.request.get((await file.getAttribute('href')) ?? '');
  expect(await answer.text()).toContain('cable out');
  await marker.getByLabel('Or on a sentence').selectOption({ index: 1 });
  await marker.getByRole('textbox', { name: 'Remark 1' }).fill('Give the minute.');
  await judge(marker, ['4', '4', '2'], 'Do not pass');
  await expect(marker.getByRole('main').getByRole('alert')).toBeVisible();
  await marker.getByRole('textbox', { name: 'Overall comment' }).fill('Say who does what by when.');
  expect(await faults(marker, 'a judgement being written')).toEqual([]);
  await judge(marker, ['2', '0', '2'], 'Return for another try');
  await expect(marker.getByRole('listitem').filter({ hasText: who.name })).toContainText('Returned');

  await learner.reload();
  await expect(learner.getByText('Say who does what by when.')).toBeVisible();
  await expect(learner.getByRole('list', { name: 'Remarks' })).toContainText('Give the minute.');
  await expect(learner.getByRole('textbox', { name: 'Your work' })).toHaveValue(FIRST);
  await handIn(learner, BETTER);
  await openWork(marker, 'the-handover', `${who.name} (try 2)`);
  await judge(marker, ['4', '4', '2'], 'Pass');
  await expect(marker.getByRole('listitem').filter({ hasText: `${who.name} (try 2)` })).toContainText(
    'Passed',
  );
  await learner.reload();
  await expect(learner.getByText('10 of 10 points')).toBeVisible();
  await expect(learner.getByRole('button', { name: 'Hand in', exact: true })).toHaveCount(0);

  const other = await as('wen-staff-2');
  expect((await other.request.get(`${portalUrl}${new URL(marker.url()).pathname}`)).status()).toBe(404);
});

test('two mark blind without seeing each other; where they differ, a course director settles it', async ({
  as,
}) => {
  const who = account('tar-staff-1');
  const learner = await as(who);
  await enrol(learner, 'one-thing-to-change');
  await handIn(learner, BETTER);

  const first = await as('hqa-staff-3');
  await openWork(first, 'one-thing-to-change', /^Work [0-9A-F]{4}$/);
  await expect(first.getByText(who.name)).toHaveCount(0);
  const address = first.url();
  await judge(first, ['4', '4', '2'], 'Pass');
  await expect(first.getByText('You have decided')).toBeVisible();
  await learner.reload();
  await expect(learner.getByText('Being marked')).toBeVisible();

  const second = await as('hqa-instructor-1');
  await second.context().addCookies([{ name: 'concord-locale', value: 'en', url: portalUrl }]);
  await second.goto(address);
  await expect(second.getByText('What the other markers decided')).toHaveCount(0);
  await judge(second, ['1', '1', '1'], 'Do not pass');
  await expect(second.getByText('Markers differ')).toBeVisible();

  const director = await as('hqa-course-director');
  await director.goto(address);
  await expect(director.getByText('The two markers differ.')).toBeVisible();
  await expect(director.getByRole('heading', { name: account('hqa-staff-3').name })).toBeVisible();
  await judge(director, ['3', '3', '1'], 'Pass');
  await expect(director.getByRole('link', { name: who.name })).toBeVisible();
  await learner.reload();
  await expect(learner.getByText('7 of 10 points')).toBeVisible();
  await expect(learner.getByText('3 of 10 points')).toHaveCount(0);
});

test('a newcomer finds her work returned with remarks, and the course’s staff work to mark', async ({
  as,
}) => {
  const learner = await as('nor-staff-1');
  await learner.goto(`${COURSE}/the-handover`);
  await expect(title(learner, 'The handover note')).toBeVisible();
  await expect(learner.getByText('The telephone log has the minute: write 01:10.')).toBeVisible();
  const staff = await as('hqa-course-director');
  await staff.goto(`${COURSE}/the-handover/work`);
  await expect(staff.getByText('To mark').first()).toBeVisible();
});
