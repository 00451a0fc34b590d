import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What is refused on purpose: an end before the start.
test.use({ expected: [/status of 400 .*liveSessions\.plan/] });

// The first of them asks of a date what the second completes.
test.describe.configure({ mode: 'serial' });

const session = '/learn/working-away-from-the-office/questions-before-you-travel';
const dialog = (page: Page) => page.getByRole('dialog');
/** A clock in UTC, so many minutes from now. */
const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

async function typeDate(page: Page, from: string, until: string, place: string): Promise<void> {
  const form = dialog(page);
  await form.getByLabel('Time zone').selectOption('UTC');
  await form.getByLabel('Day').fill(from.slice(0, 10));
  await form.getByLabel('Starts').fill(from.slice(11, 16));
  await form.getByLabel('Ends').fill(until.slice(11, 16));
  await form.getByRole('textbox', { name: /^Place/ }).fill(place);
}

test('a date is planned, read in two zones, moved, cancelled, and taken along as a calendar entry', async ({
  as,
}) => {
  const [staff, learner] = [await as(account('hqa-course-director')), await as(account('nor-staff-2'))];
  const place = `Room ${Date.now()}`;
  await staff.goto(`${session}/dates`);
  await staff.getByRole('button', { name: 'Plan a date' }).click();
  await dialog(staff).getByLabel('For whom').selectOption('Travellers to the annual assembly');
  await typeDate(staff, clock(4 * 1440), clock(4 * 1440 - 60), place);
  await dialog(staff).getByRole('button', { name: 'Plan and tell people' }).click();
  await expect(dialog(staff).getByText('There is a problem')).toBeVisible();
  expect(await faults(staff, 'planning a date')).toEqual([]);
  await dialog(staff)
    .getByLabel('Ends')
    .fill(clock(4 * 1440 + 30).slice(11, 16));
  await dialog(staff).getByRole('button', { name: 'Plan and tell people' }).click();
  const row = staff.getByRole('listitem').filter({ hasText: place });
  await expect(row).toContainText('18 people');

  await learner.goto(session);
  const own = learner.getByRole('listitem').filter({ hasText: place });
  await expect(own).toContainText('UTC');
  await expect(own).toContainText('in your capital');
  await expect(learner.getByText('Any one of these dates is enough.')).toBeVisible();
  await expect(learner.getByRole('button', { name: /done/i })).toHaveCount(0);
  expect(await faults(learner, 'the dates of a session')).toEqual([]);
  const [file] = await Promise.all([
    learner.waitForEvent('download'),
    own.getByRole('link', { name: 'Add to calendar' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);

  await row.getByRole('button', { name: 'Change' }).click();
  await dialog(staff)
    .getByLabel('Starts')
    .fill(clock(4 * 1440 - 30).slice(11, 16));
  await dialog(staff).getByLabel('Why is it changed?').fill('The room is taken.');
  await dialog(staff).getByRole('button', { name: 'Change and tell people' }).click();
  await expect(row).toContainText('Changed: The room is taken.');
  await row.getByRole('button', { name: 'Cancel date' }).click();
  await dialog(staff).getByLabel('Why is it cancelled?').fill('Nobody has a key.');
  await dialog(staff).getByRole('button', { name: 'Cancel and tell people' }).click();
  await expect(row).toContainText('Cancelled: Nobody has a key.');
  await learner.reload();
  await expect(own).toContainText('Cancelled: Nobody has a key.');
  await learner.goto('/notifications');
  await expect(learner.getByText(/was cancelled/).first()).toBeVisible();
});

test('attendance is noted for the whole list by keyboard and completes the activity', async ({ as }) => {
  const staff = await as(account('hqa-course-director'));
  const place = `Hall ${Date.now()}`;
  await staff.goto(`${session}/dates`);
  await staff.getByRole('button', { name: 'Plan a date' }).click();
  await dialog(staff).getByLabel('For whom').selectOption('Travellers to the annual assembly');
  await typeDate(staff, clock(10), clock(40), place);
  await dialog(staff).getByRole('button', { name: 'Plan and tell people' }).click();
  const row = staff.getByRole('listitem').filter({ hasText: place });
  await row.getByRole('link', { name: 'Attendance' }).click();
  await expect(staff.getByRole('heading', { level: 1, name: /^Attendance/ })).toBeVisible();
  expect(await faults(staff, 'an attendance list')).toEqual([]);

  const rows = staff.getByRole('form', { name: 'Attendance' }).getByRole('group');
  await rows.nth(0).getByRole('radio', { name: 'present' }).focus();
  await staff.keyboard.press('a');
  await staff.keyboard.press('e');
  await expect(rows.nth(0).getByRole('radio', { name: 'absent' })).toBeChecked();
  await expect(rows.nth(1).getByRole('radio', { name: 'excused' })).toBeChecked();
  await staff.getByRole('button', { name: 'Mark the remaining 16 present' }).click();
  await staff.getByRole('button', { name: 'Save 18 changes' }).click();
  await expect(staff.getByText('16 present, 1 absent, 1 excused, 0 open')).toBeVisible();
  await expect(staff.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();

  await rows.nth(0).getByRole('radio', { name: 'present' }).check();
  await staff.getByRole('button', { name: 'Save 1 change' }).click();
  await staff.getByText('Corrections for 1 person').click();
  await expect(staff.getByText(/^absent, noted/)).toBeVisible();
  const file = await staff.getByRole('link', { name: 'Attendance as CSV' }).getAttribute('href');
  const table = await (await staff.request.get(file ?? '')).text();
  expect(table.trim().split('\r\n')).toHaveLength(19);

  const learner = await as(account('lys-staff-1'));
  await learner.goto(session);
  await expect(learner.getByText(/^(You attended|Vous y étiez)/)).toBeVisible();
});
