import { pack, unpack } from '@concord/api/zip';
import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { portalUrl } from '../fixtures/env.ts';
import { test } from '../fixtures/portal.ts';

const VERSION = '/api/courses/reporting-an-incident/1.zip';

test('a course leaves as one archive and comes back as a draft, shown before anything is written', async ({
  as,
}) => {
  const director = await as('hqa-course-director');
  await director.goto('/learn/reporting-an-incident/edit/publish');
  const link = director.getByRole('link', { name: 'Download archive of version 1' });
  const [download] = await Promise.all([director.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('reporting-an-incident-1.zip');
  const answer = await director.request.get(`${portalUrl}${VERSION}`);
  const files = await unpack(await answer.body());
  const other = await as('nor-staff-1');
  expect((await other.request.get(`${portalUrl}${VERSION}`)).status()).toBe(404);
  expect((await other.request.get(`${portalUrl}/learn/courses/import`)).status()).toBe(404);

  const slug = `reporting-${Date.now()}`;
  const json = new TextDecoder().decode(files.get('course.json'));
  const archive = (text: string) => pack(new Map([...files, ['course.json', Buffer.from(text)]]));
  const manager = await as('hqa-admin-1');
  await manager.goto('/learn/courses');
  await manager.getByRole('link', { name: 'Bring in an archive' }).click();
  const bring = async (buffer: Buffer) =>
    manager
      .getByLabel('Choose an archive')
      .setInputFiles({ name: 'course.zip', mimeType: 'application/zip', buffer });

  await bring(await archive(json.replace(/"minutes": \d+/, '"minutes": "many"')));
  await expect(manager.getByText('Nothing of this archive can be taken as it is.')).toBeVisible();
  await expect(manager.getByText(/course\.json, line \d+/)).toBeVisible();
  expect(await faults(manager, 'an archive with something wrong')).toEqual([]);

  await bring(await archive(json.replace('"slug": "reporting-an-incident"', `"slug": "${slug}"`)));
  await expect(manager.getByRole('heading', { name: 'Reporting an incident' })).toBeVisible();
  await expect(manager.getByText(/3 units · Page: 6 · Quiz: 1/)).toBeVisible();
  await expect(manager.getByText(`It becomes a new course at the address “${slug}”`)).toBeVisible();
  expect(await faults(manager, 'an archive before it is taken')).toEqual([]);
  await manager.getByRole('button', { name: 'Take it as a draft' }).click();
  await expect(manager).toHaveURL(`/learn/${slug}/edit`);
  await expect(manager.getByText('Draft of version 1').first()).toBeVisible();
  await expect(manager.getByRole('link', { name: 'The first hour', exact: true })).toBeVisible();
  expect((await other.request.get(`${portalUrl}/learn/${slug}`)).status()).toBe(404);
});
