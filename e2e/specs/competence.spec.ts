import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404 .*competences/] });

test('a person sees what their work needs and takes the next step; their coordinator sees the same, others nothing', async ({
  as,
}) => {
  const person = await as('nor-staff-1');
  await person.goto('/learn');
  await person.getByRole('link', { name: 'My competences' }).click();
  const work = person.getByRole('region', { name: 'Incident analyst' });
  await expect(work.getByRole('row', { name: /Leave a machine as it is/ })).toContainText(
    'Reporting an incident',
  );
  await work.getByText('What is shown').click();
  await expect(work.getByRole('row', { name: /Agree with other nations/ })).toContainText('Exercise LW26');
  const count = await work.getByText(/\d of 6 shown/).textContent();

  const coordinator = await as('nor-coordinator');
  await coordinator.goto('/people/readiness');
  await coordinator
    .getByRole('link', { name: new RegExp(account('nor-staff-1').name.split(' ').pop() ?? '') })
    .click();
  await coordinator.getByRole('link', { name: 'Competences' }).click();
  await expect(coordinator.getByRole('region', { name: 'Incident analyst' })).toContainText(count ?? '');
  expect(await faults(coordinator, 'training coordinator')).toEqual([]);
  const address = new URL(coordinator.url()).pathname;
  const administrator = await as('hqa-admin-1');
  expect((await administrator.goto(address))?.status()).toBe(404);

  await person.getByRole('region', { name: 'Your next step' }).getByRole('link').click();
  await expect(person.getByRole('heading', { level: 1 })).toHaveText(
    /Reporting an incident|Spotting phishing/,
  );
});

const code = `L${Date.now().toString(36).toUpperCase()}`;
const framework = (version: string, task: string) =>
  JSON.stringify({
    metadata: { name: 'Lighthouse Skills', short: code, version },
    'role-profiles': [{ title: 'Lamp keeper (LK)', 'main-tasks': [task, 'Wind the clockwork'] }],
  });
const file = (content: string) => ({
  name: 'light.json',
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

test('who manages training brings in a framework, maps to it by keyboard, and looks at what a new version changes', async ({
  as,
}) => {
  const page = await as('hqa-admin-1');
  await page.goto('/learn/frameworks/import');
  const chooser = page.getByLabel('File', { exact: true });
  await chooser.setInputFiles(file(framework('v1', 'Trim the wick').replace(`"${code}"`, '')));
  await expect(page.getByText('Line 1', { exact: true })).toBeVisible();
  await chooser.setInputFiles(file(framework('v1', 'Trim the wick')));
  await page.getByRole('button', { name: `Take ${code} v1 in` }).click();
  await expect(page.getByRole('link', { name: 'Lamp keeper (LK)' })).toBeVisible();

  await page.goto('/learn/frameworks/mappings?subject=workRole');
  await page.getByRole('link', { name: 'Watch officer' }).click();
  await page.getByRole('searchbox', { name: 'Words' }).fill('wick');
  const found = page.getByRole('checkbox', { name: 'Trim the wick' });
  await found.focus();
  await page.keyboard.press('Space');
  await page.getByRole('searchbox', { name: 'Words' }).fill('lamp');
  await page.getByRole('checkbox', { name: 'Lamp keeper (LK)' }).press('Space');
  await page.getByRole('button', { name: 'Map 2 things' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Mapped to' })).toContainText('stands for all 2 parts');

  await page.goto('/learn/frameworks/import');
  await chooser.setInputFiles(file(framework('v2', 'Trim both wicks')));
  await expect(page.getByText('1 is gone')).toBeVisible();
  await page.getByRole('button', { name: `Take ${code} v2 in` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lighthouse Skills');
  await page.goto('/learn/frameworks/mappings');
  const look = page.getByRole('region', { name: '1 mapping to look at' });
  await expect(look).toContainText('Trim the wick');
  expect(await faults(page, 'mappings to look at')).toEqual([]);
  await look.getByRole('button', { name: /^Remove/ }).click();
  await expect(look).toBeHidden();
});

test('a path that goes in order opens no later course by its address, and staff see who is where', async ({
  as,
}) => {
  const person = await as('gal-staff-3');
  await person.goto('/learn/reporting-an-incident');
  await expect(person.getByRole('main')).toContainText('Spotting phishing');
  const admin = await as('hqa-admin-2');
  await admin.goto('/learn/paths/ready-for-quiet-harbour');
  await expect(admin.getByRole('button', { name: 'Placer cette cohorte sur le parcours' })).toBeEnabled();
  await admin.getByRole('link', { name: 'Où en est chacun' }).click();
  await expect(admin.getByRole('table')).toContainText(account('gal-staff-3').name.split(' ').pop() ?? '');
  await admin.goto('/learn/reporting-an-incident');
  await expect(admin.getByRole('main')).toContainText('direction du cours');
});
