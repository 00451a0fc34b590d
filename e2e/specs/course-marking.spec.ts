import { expect, type Page } from '@playwright/test';
import { addActivity, addUnit, begin, saved } from '../fixtures/author.ts';
import { portalUrl } from '../fixtures/env.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { ask, command } from '../fixtures/texts.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404 .*not-there/] });

// Many pages, each in two languages: it has the time of several tests.
test.describe.configure({ timeout: 240_000 });

/** A published course of one page that the person directs. */
async function directedBy(admin: Page, person: string): Promise<string> {
  const editor = await begin(admin, `Quiet watch ${Date.now()}`);
  await addUnit(admin, 'The quay');
  await addActivity(admin, 0, 'Page', 'At the gate');
  await admin.getByRole('link', { name: 'At the gate', exact: true }).click();
  await admin.getByLabel('Text of the page, English').fill('Look twice.');
  await saved(admin);
  await admin.goto(`${editor}/about`);
  await admin.getByLabel('Summary').fill('How to keep watch.');
  await admin.getByRole('button', { name: 'Save English' }).click();
  await saved(admin);
  await admin.goto(`${editor}/publish`);
  await admin.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(admin.getByText('Version 1, published')).toBeVisible();
  const { name } = account(person);
  await admin.getByLabel('Appoint somebody, by name').fill(name);
  await admin.getByRole('button', { name: `Appoint ${name} as Course director` }).click();
  await expect(admin.getByRole('button', { name: `End the appointment of ${name}` })).toBeVisible();
  return editor.replace('/edit', '');
}

/** Begins the next version, in which the course is raised to its director's own level: that applies at once. */
async function raise(director: Page, course: string): Promise<void> {
  await director.goto(`${course}/edit/about`);
  await director.getByRole('button', { name: 'Start a new version' }).click();
  await director.getByLabel('Level', { exact: true }).selectOption('ALLIANCE RESTRICTED');
  await director.getByRole('button', { name: 'Save facts' }).click();
  await saved(director);
}

/** What is wrong with the banner and the title of these pages, in a line each. */
async function unmarked(page: Page, addresses: readonly string[], level: string): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const banner = await page.getByRole('region', { name: /^(Marking|Marquage)$/ }).allInnerTexts();
    if (banner.join() !== level) found.push(`${address}: the banner says ${banner.join(' and ')}`);
    const title = await page.title();
    if (!title.endsWith(` · ${level}`)) found.push(`${address}: the title is ${title}`);
  }
  return found;
}

test('every page about a marked course carries its level in banner and title, in both languages', async ({
  as,
}) => {
  const course = await directedBy(await as('hqa-admin-1'), 'nor-head');
  const director = await as('nor-head');
  await director.goto(course);
  await director.getByRole('button', { name: /enrol/i }).click();
  await expect(director.getByRole('heading', { level: 1, name: 'At the gate' })).toBeVisible();
  await raise(director, course);
  const { courses } = await ask<{ courses: { id: string; title: string }[] }>(director, 'cohorts.choices');
  const [own] = courses;
  const names = { nameEn: 'The watch', nameFr: 'La veille' };
  const { cohortId } = await command<{ cohortId: string }>(director, 'cohorts.create', {
    ...{ courseId: own?.id, startsAt: new Date().toISOString(), dueAt: null, seats: [], ...names },
  });
  const cohort = `/people/cohorts/${cohortId}`;
  const addresses = [
    ...['', '/at-the-gate', '/notes', '/questions', '/results', '/dashboard'].map((end) => course + end),
    ...['', '/about', '/publish', '/activity/at-the-gate', '/preview/at-the-gate'].map(
      (end) => `${course}/edit${end}`,
    ),
    ...['', '/joining', '/deadlines', '/messages', '/results', '/dashboard'].map((end) => cohort + end),
    ...['/people/cohorts', `/learn/seats/${cohortId}`, '/learn', '/learn/mine'],
  ];
  expect(await unmarked(director, addresses, 'ALLIANCE RESTRICTED')).toEqual([]);
  await director.goto('/learn/not-there');
  await expect(director).toHaveTitle('There is nothing here for you · ALLIANCE UNCLASSIFIED');
  await director.context().addCookies([{ name: 'concord-locale', value: 'fr', url: portalUrl }]);
  expect(await unmarked(director, addresses, 'ALLIANCE DIFFUSION RESTREINTE')).toEqual([]);
});
