import { expect, type Page } from '@playwright/test';
import { asOwner } from '../fixtures/owner.ts';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const harriet = persona('calderDelegate');

// What the browser says of an end before its beginning.
test.use({ expected: [/status of 400 .*meetings\.plan/] });

test('a secretariat plans a meeting, and its members read it from its publication on', async ({ as }) => {
  const title = `Extraordinary meeting ${Date.now()}`;
  const chair = await as('hqa-chair-ccd');
  await chair.goto('/consult/CCD/meetings/new');
  await chair.getByLabel('Title').fill(title);
  await chair.getByLabel('Begins').fill('2031-03-04T10:00');
  await chair.getByLabel('Ends').fill('2031-03-04T09:00');
  await chair.getByLabel('Place').fill('Room 12');
  await chair.getByRole('button', { name: 'Plan the meeting' }).click();
  await expect(chair.getByRole('main').getByRole('alert')).toContainText('after the beginning');
  await chair.getByLabel('Ends').fill('2031-03-04T12:00');
  await chair.getByRole('button', { name: 'Plan the meeting' }).click();
  await expect(chair.getByText('A draft: chair and secretariat alone')).toBeVisible();

  for (const item of ['Opening', 'Cables']) {
    await chair.getByRole('button', { name: 'Add an item' }).click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByLabel('Item').fill(item);
    await dialog.getByRole('button', { name: 'Add to the agenda' }).click();
    await expect(chair.getByRole('toolbar', { name: `Work on: ${item}` })).toBeVisible();
  }
  const down = chair.getByRole('button', { name: 'Move down: Opening' });
  await down.focus();
  await chair.keyboard.press('Alt+ArrowDown');
  await expect(chair.getByRole('main').getByRole('status').last()).toContainText('now 2 of 2');
  await expect(
    chair.getByRole('main').getByRole('listitem').filter({ hasText: 'Discuss' }).last(),
  ).toContainText('Opening');

  const member = await as(harriet);
  await member.goto('/consult/CCD/meetings');
  await expect(member.getByRole('link', { name: title })).toHaveCount(0);
  await chair.getByRole('button', { name: 'Publish' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(chair.getByRole('heading', { name: 'What changed' })).toBeVisible();
  await member.reload();
  await member.getByRole('link', { name: title }).click();
  await expect(
    member.getByText('4 March 2031', { exact: false }).or(member.getByText('4 Mar')),
  ).toBeVisible();
  const download = member.waitForEvent('download');
  await member.getByRole('link', { name: 'Add to calendar' }).click();
  expect((await download).suggestedFilename()).toMatch(/^meeting-.*\.ics$/);

  await chair.getByRole('button', { name: 'Call off' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Call off' }).click();
  await expect(member.getByText('This meeting was called off.')).toBeVisible();
});

/** Plans and publishes a meeting that is over, and opens its summary record. */
async function pastMeeting(chair: Page, title: string): Promise<void> {
  await chair.goto('/consult/CCD/meetings/new');
  await chair.getByLabel('Title').fill(title);
  await chair.getByLabel('Begins').fill('2025-02-11T10:00');
  await chair.getByLabel('Ends').fill('2025-02-11T12:00');
  await chair.getByRole('button', { name: 'Plan the meeting' }).click();
  await chair.getByRole('button', { name: 'Publish' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await chair.getByRole('link', { name: 'Summary record' }).click();
}

/** Lays it before the members until the end that is proposed. */
async function layRecord(chair: Page): Promise<void> {
  await chair.getByRole('button', { name: 'Lay before the members' }).click();
  const laying = chair.getByRole('dialog');
  await expect(laying.getByLabel('Day')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await laying.getByRole('button', { name: 'Lay before the members' }).click();
  await expect(chair.getByText('Draft, open to remarks until')).toBeVisible();
}

/** Brings the end of its period near, as if it had been laid five working days ago. */
async function endSummarySoon(meetingId: string): Promise<void> {
  await asOwner(async (tx) => {
    await tx`alter table meeting no force row level security`;
    const moved = await tx`update meeting set summary_until = now() + interval '30 seconds'
      where id = ${meetingId} returning 1`;
    await tx`alter table meeting force row level security`;
    expect(moved.length, 'meetings whose end was moved').toBe(1);
  });
}

test('a nation’s remark stops a summary record until it is taken back', async ({ as }) => {
  const title = `Past meeting ${Date.now()}`;
  const chair = await as('hqa-chair-ccd');
  await pastMeeting(chair, title);
  await layRecord(chair);

  const member = await as(harriet);
  await member.goto(new URL(chair.url()).pathname);
  await member.getByRole('button', { name: 'Make a remark' }).click();
  await member.getByRole('dialog').getByLabel('What is not right').fill('We were there too.');
  await member.getByRole('dialog').getByRole('button', { name: 'Make the remark' }).click();
  await expect(member.getByText('Draft: remarks stand')).toBeVisible();
  await expect(chair.getByText('We were there too.')).toBeVisible();
  await member.getByRole('button', { name: 'Take back' }).click();
  await member.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(member.getByText('Draft, open to remarks until')).toBeVisible();
});

test('an open summary record says that it is agreed once its time is over, without a reload', async ({
  as,
}) => {
  const chair = await as('hqa-chair-ccd');
  await pastMeeting(chair, `Short meeting ${Date.now()}`);
  await layRecord(chair);
  const meetingId = /meetings\/([^/]+)/.exec(chair.url())?.[1] ?? '';
  await endSummarySoon(meetingId);
  await chair.reload();
  await expect(chair.getByText('Draft, open to remarks until')).toBeVisible();
  const loaded = await chair.evaluate(() => performance.timeOrigin);
  await expect(chair.getByText('Agreed on')).toBeVisible({ timeout: 50_000 });
  expect(await chair.evaluate(() => performance.timeOrigin), 'the page was not loaded again').toBe(loaded);
});

test('members read the summary record of a past meeting, and take it out', async ({ as }) => {
  const member = await as(harriet);
  await member.goto('/consult/CCD/meetings');
  await member.getByRole('link', { name: 'Regular meeting, early session' }).click();
  await member.getByRole('link', { name: 'Summary record' }).click();
  await expect(member.getByText('Paragraph 7 remains the open one.', { exact: false })).toBeVisible();
  const download = member.waitForEvent('download');
  await member.getByRole('link', { name: 'Word' }).click();
  expect((await download).suggestedFilename()).toMatch(/^ALLIANCE-UNCLASSIFIED_meeting-.*\.docx$/);
});
