import { expect, type Page } from '@playwright/test';
import { dayAhead } from '../fixtures/dates.ts';
import { type Account, account, persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

const administrator = persona('administrator');

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const row = (page: Page, words: string | RegExp) => page.getByRole('row').filter({ hasText: words });

async function openPerson(page: Page, person: Account): Promise<void> {
  await page.goto('/people');
  await page.getByLabel('Name, job title or e-mail').fill(person.email);
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: person.name }).click();
  await expect(title(page, person.name)).toBeVisible();
}

/** Presses a button that asks once more, and says yes. */
async function pressAndConfirm(page: Page, button: RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Sign out|End)$/ })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

const intake = [
  'given name;family name;e-mail;party;job title',
  'Zoë;Lindström-Müller;zoe.lindstrom-muller@fen.example;FEN;Analyst',
  'René;Hämäläinen;rene.hamalainen@fen.example;FEN;Chargé de sécurité',
  'Nobody;Reachable;no address at all;FEN;Analyst',
  '',
].join('\r\n');

test('an administrator makes a cohort, brings its people in from a spreadsheet and watches them learn', async ({
  as,
}) => {
  const page = await as(administrator);
  const name = 'Fennholm, winter intake';
  await test.step('a cohort with seats and a last day', async () => {
    await page.goto('/people/cohorts');
    await page.getByRole('link', { name: 'New cohort' }).click();
    await page.getByLabel('Course').selectOption('Spotting phishing');
    await page.getByLabel('Name in English').fill(name);
    await page.getByLabel('Name in French').fill('Fennholm, session d’hiver');
    await page.getByLabel('Last day').fill(dayAhead(30));
    await page.getByLabel('Fennholm', { exact: true }).fill('4');
    await page.getByLabel('Juravia', { exact: true }).fill('1');
    await page.getByRole('button', { name: 'Create cohort' }).click();
    await expect(title(page, name)).toBeVisible();
    await expect(page.getByText('Nobody is in this cohort yet.')).toBeVisible();
  });
  const cohort = page.url();

  await test.step('a spreadsheet of another age: semicolons, Windows-1252, and one bad line', async () => {
    await page.goto('/people/import');
    const file = { name: 'intake.csv', mimeType: 'text/csv', buffer: Buffer.from(intake, 'latin1') };
    await page.getByLabel('CSV file').setInputFiles(file);
    await page.getByLabel('Place them in a cohort').selectOption(name);
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(page.getByText(/^3 lines, read as windows-1252/)).toBeVisible();
    await expect(row(page, 'is not an e-mail address')).toContainText('4');
    await expect(row(page, 'Lindström-Müller')).toContainText('ready');
    await page.getByRole('button', { name: 'Write 2 lines' }).click();
    await expect(page.getByText('Everything that could be written is written')).toBeVisible();
    await page.getByRole('link', { name: 'Go to the cohort' }).click();
    await expect(row(page, 'Zoë Lindström-Müller')).toContainText('not enrolled');
  });

  const learner = account('jur-staff-3');
  await test.step('somebody who is here already joins, and everybody is enrolled', async () => {
    await page.getByLabel('Name', { exact: true }).fill(learner.name);
    await page.getByRole('button', { name: 'Look for people' }).click();
    await page.getByRole('checkbox', { name: learner.name }).check();
    await page.getByRole('button', { name: 'Add those ticked' }).click();
    await expect(row(page, learner.name)).toBeVisible();
    await page.getByRole('button', { name: 'Enrol everybody' }).click();
    await expect(page.getByText('3 people are enrolled.')).toBeVisible();
    await expect(row(page, learner.name)).toContainText('not started');
  });

  await test.step('what the learner does is seen', async () => {
    const reader = await as(learner);
    await reader.goto('/');
    await reader
      .getByRole('link', { name: /^Start.*Spotting phishing/ })
      .first()
      .click();
    await reader.getByRole('button', { name: 'Done, go on' }).click();
    await expect(title(reader, 'A message taken apart')).toBeVisible();
    await page.goto(cohort);
    await expect(row(page, learner.name)).toContainText('under way');
    await expect(row(page, learner.name)).toContainText('1 of 7');
  });
});

test('two hundred people come in from one file, and again without a second of them', async ({ as }) => {
  const page = await as(administrator);
  const people = Array.from({ length: 200 }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return `Ælfgifu,Nᵒ ${number},aelfgifu.${number}@brn.example,BRN,Analyst`;
  });
  const lines = ['given name,family name,e-mail,party,job title', ...people].join('\n');
  const file = { name: 'two-hundred.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) };
  const read = async () => {
    await page.goto('/people/import');
    await page.getByLabel('CSV file').setInputFiles(file);
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(page.getByText(/^200 lines, read as utf-8/)).toBeVisible();
    await page.getByRole('button', { name: 'Write 200 lines' }).click();
    // Four commands of fifty people each: the page counts them, and a busy machine takes its time.
    await expect(page.getByText('Everything that could be written is written')).toBeVisible({
      timeout: 35_000,
    });
  };
  await read();
  await expect(page.getByText(/200 created, 0 changed/)).toBeVisible();
  await page.goto('/people?q=%C3%86lfgifu');
  await expect(page.getByRole('link', { name: /Ælfgifu/ }).first()).toBeVisible();
  await read();
  await expect(page.getByText(/0 created, 0 changed, 200 as they were/)).toBeVisible();
});

test('an appointment gives its rights with the next page, and takes them back when it ends', async ({
  as,
}) => {
  const person = account('jur-staff-1');
  const [page, appointed] = [await as(administrator), await as(person)];
  const consult = appointed.getByRole('navigation').getByRole('link', { name: /^Consult/ });
  await appointed.goto('/');
  await expect(title(appointed, 'Today')).toBeVisible();
  await expect(consult).toHaveCount(0);

  await openPerson(page, person);
  await page.getByRole('button', { name: 'Appoint', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Role').selectOption('Delegate');
  await dialog.getByLabel('In the body').selectOption('Committee on Cyber Defence');
  await dialog.getByLabel('Last day').fill(dayAhead(40));
  await dialog.getByRole('button', { name: 'Appoint' }).click();
  await expect(row(page, 'Committee on Cyber Defence')).toContainText('holds it');
  await appointed.reload();
  await consult.first().click();
  await expect(appointed.getByRole('link', { name: 'Committee on Cyber Defence' })).toBeVisible();

  await pressAndConfirm(page, /^End ?: Delegate/);
  await expect(row(page, 'Committee on Cyber Defence')).toContainText('ended');
  await appointed.reload();
  await expect(appointed.getByText('You sit in no body')).toBeVisible();
});

test('a session that is revoked is over with the next click, and the record says by whom', async ({ as }) => {
  const person = account('jur-staff-2');
  const [page, other] = [await as(administrator), await as(person)];
  await other.goto('/');
  await openPerson(page, person);
  await pressAndConfirm(page, new RegExp(`^Sign out ?: ${person.name}`));
  await expect(page.getByText('Not signed in anywhere.')).toBeVisible();

  await other.getByRole('navigation').getByRole('link', { name: 'Learn' }).click();
  await expect(title(other, 'Sign in')).toBeVisible();

  await page.goto('/people/record');
  await page.getByLabel('Action').selectOption('Signed somebody out of a device');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(row(page, person.name)).toContainText(administrator.name);
});

test('a security officer attests a level, and what it opens is there at once', async ({ as }) => {
  const person = account('nor-staff-3');
  const [page, officer, reader] = [
    await as(administrator),
    await as(persona('securityOfficer')),
    await as(person),
  ];
  await openPerson(page, person);
  await page.getByRole('button', { name: 'Appoint', exact: true }).click();
  const appointing = page.getByRole('dialog');
  await appointing.getByLabel('Role').selectOption('Delegate');
  await appointing.getByLabel('In the body').selectOption('Committee on Cyber Defence');
  await appointing.getByRole('button', { name: 'Appoint' }).click();
  await expect(row(page, 'Committee on Cyber Defence')).toContainText('holds it');

  const restricted = reader.getByRole('link', { name: 'Attribution language for the spring report' });
  await reader.goto('/consult/CCD');
  await expect(title(reader, 'Committee on Cyber Defence')).toBeVisible();
  await expect(restricted).toHaveCount(0);

  await openPerson(officer, person);
  await officer.getByRole('button', { name: 'Attest a level' }).click();
  const attesting = officer.getByRole('dialog');
  await attesting.getByLabel('ALLIANCE RESTRICTED').check();
  await attesting.getByLabel('Valid through').fill(dayAhead(90));
  await attesting.getByRole('button', { name: 'Attest', exact: true }).click();
  await expect(row(officer, 'ALLIANCE RESTRICTED')).toContainText('valid');

  await reader.reload();
  await expect(restricted).toBeVisible();
});

test('an administrator breaks the glass of a thread, and its members see it at once', async ({ as }) => {
  const member = await as(persona('delegate'));
  await member.goto('/consult/CCD');
  await member.getByRole('link', { name: 'Concordance des versions' }).click();
  await expect(member.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  const admin = await as(administrator);
  await admin.goto('/people/break-glass');
  await admin.getByLabel('Address of the thread').fill(member.url());
  await admin.getByLabel('Reason').fill('A note names this thread; we look for who was told.');
  await admin.getByRole('button', { name: 'Break the glass' }).click();
  await expect(admin.getByText('its members see it')).toBeVisible();
  await expect(admin.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
  await expect(member.getByText('an administrator, reads this thread')).toBeVisible();
  await admin.getByRole('button', { name: 'End it now' }).click();
  await expect(admin.getByText('its members see it')).toHaveCount(0);
  await expect(member.getByText('an administrator, reads this thread')).toHaveCount(0);
});
