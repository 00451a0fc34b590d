import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { portalUrl } from '../fixtures/env.ts';
import { linkMailedTo } from '../fixtures/mailbox.ts';
import { type Language, wordsIn } from '../fixtures/messages.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

// Moments that no address leads to: something under way, something open, something sent by mail. Each takes its time.
test.describe.configure({ timeout: 240_000 });

const viewport = { width: 1440, height: 900 };
const languages = ['en', 'fr'] as const;

/** Gathers what axe finds at one moment after another, in light and in dark. */
class Moments {
  readonly found: string[] = [];
  readonly say: (key: string) => string;
  readonly page: Page;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.say = wordsIn(language);
  }

  async look(moment: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      this.found.push(...(await faults(this.page, `${moment}, ${colorScheme}`)));
    }
  }

  /** Presses the button of these words. */
  async press(key: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: this.say(key) })
      .first()
      .click();
  }

  /** Opens a dialog, looks at it, and closes it. */
  async dialog(key: string): Promise<void> {
    await this.press(key);
    const open = this.page.getByRole('dialog');
    await expect(open.getByRole('button').nth(1)).toBeVisible();
    await this.look(key);
    await open.getByRole('button', { name: this.say('common.close'), exact: true }).click();
    await expect(open).toBeHidden();
  }
}

for (const language of languages) {
  test(`a quiz under way and its result keep to WCAG 2.2 AA in ${language}`, async ({ as }) => {
    const page = await as({ en: 'elm-staff-2', fr: 'cdr-staff-2' }[language], { viewport });
    const at = new Moments(page, language);
    await page.goto('/learn/spotting-phishing');
    await at.press('course.enrol.action');
    await expect(page).toHaveURL(/spotting-phishing\/./);
    await page.goto('/learn/spotting-phishing/what-would-you-do');
    await at.press('quiz.start');
    await expect(page.getByRole('group').locator('input').first()).toBeVisible();
    await at.look('a question');
    const next = page.getByRole('button', { name: at.say('quiz.next') });
    const review = page.getByRole('button', { name: at.say('quiz.review') });
    while (!(await review.isVisible())) await next.click();
    await review.click();
    await at.look('before handing in');
    await at.press('quiz.handIn.submit');
    await expect(page.getByText(at.say('quiz.result.questions'))).toBeVisible();
    await at.look('the result');
    expect(at.found).toEqual([]);
  });

  test(`what a delegate opens keeps to WCAG 2.2 AA in ${language}`, async ({ as }) => {
    const page = await as({ en: 'cal-head', fr: 'lys-head' }[language], { viewport });
    const at = new Moments(page, language);
    await page.goto('/consult/CCD');
    await page.getByRole('button', { name: at.say('palette.label') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('a');
    await at.look('the palette');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: at.say('shell.personMenu.open') }).click();
    await expect(page.getByRole('button', { name: at.say('shell.personMenu.signOut') })).toBeVisible();
    await at.look('the person’s menu and preferences');
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Paragraph 7: drafting among five' }).click();
    const writing = page.getByRole('combobox', { name: at.say('contribution.yours') });
    await writing.pressSequentially('@Ils');
    await expect(page.getByRole('option', { name: /Ilse Varga/ })).toBeVisible();
    await at.look('people to mention');
    await page.keyboard.press('Escape');
    await writing.fill('');
    await at.press('markings.change');
    await page.getByLabel(at.say('markings.chosen')).check();
    await at.look('the marking of an entry');
    expect(at.found).toEqual([]);
  });

  test(`what a chair or secretary opens keeps to WCAG 2.2 AA in ${language}`, async ({ as }) => {
    const page = await as({ en: 'hqa-chair-ccd', fr: 'hqa-secretary-ccd' }[language], { viewport });
    await page.goto('/consult/CCD');
    const at = new Moments(page, language);
    await page.getByRole('link', { name: 'Paragraph 7: drafting among five' }).click();
    await at.dialog('contribution.narrow');
    if (language === 'en') {
      await at.dialog('contribution.edit');
      await at.press('contribution.remove');
      await at.look('removing an entry');
      await page.keyboard.press('Escape');
    }
    await page.getByRole('link', { name: at.say('thread.about.link') }).click();
    await at.look('about a thread');
    for (const key of ['name', 'narrow', 'askWider', 'close', 'takeOff'])
      await at.dialog(`thread.about.${key}`);
    expect(at.found).toEqual([]);
  });

  test(`what an administrator opens keeps to WCAG 2.2 AA in ${language}`, async ({ as }) => {
    const page = await as({ en: 'hqa-admin-1', fr: 'hqa-admin-2' }[language], { viewport });
    const at = new Moments(page, language);
    await page.goto('/people/import');
    const lines = [
      'given name,family name,e-mail,party',
      'Nobody,Reachable,no address,FEN',
      'A,B,a.b@fen.example,ZZZ',
    ];
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
    await page.getByLabel(at.say('imports.file')).setInputFiles(file);
    await at.press('imports.read');
    await expect(page.getByRole('heading', { name: at.say('imports.problemsTitle') })).toBeVisible();
    await at.look('a file with problems');
    await page.goto('/people');
    await at.dialog('people.invite.open');
    await page.goto('/people/cohorts');
    await page.locator('main a[href^="/people/cohorts/0"]').first().click();
    await at.dialog('cohorts.edit.open');
    await page.goto('/people?q=Varga');
    await page.locator('main a[href^="/people/0"]').first().click();
    await at.dialog('person.correct.open');
    await at.dialog('person.appoint.open');
    expect(at.found).toEqual([]);
  });

  test(`what a mail leads to keeps to WCAG 2.2 AA in ${language}`, async ({ as, stranger }) => {
    const page = await stranger({ locale: language, viewport });
    const at = new Moments(page, language);
    const person = account({ en: 'wen-staff-2', fr: 'wen-staff-3' }[language]);
    await page.goto('/reset');
    await page.locator('input[type=email]').fill(person.email);
    await page.getByRole('main').getByRole('button').first().click();
    await expect(page.locator('input[type=email]')).toHaveCount(0);
    await at.look('after asking for a link');
    await page.goto(await linkMailedTo(person.email, '/reset/'));
    await expect(page.locator('input[type=password]').first()).toBeVisible();
    await at.look('a new password');

    const administrator = await as('hqa-admin-1');
    const email = `ottilie.${language}@fen.example`;
    await administrator.goto('/people');
    await administrator.getByRole('button', { name: 'Invite somebody' }).click();
    const form = administrator.getByRole('dialog');
    await form.getByLabel('Given name').fill('Ottilie');
    await form.getByLabel('Family name').fill(`Of ${language}`);
    await form.getByLabel('Party').selectOption('Fennholm');
    await form.getByLabel('E-mail').fill(email);
    await form.getByRole('button', { name: 'Send invitation' }).click();
    await page.goto(await linkMailedTo(email, '/invitation/'));
    await expect(page.locator('input[type=password]').first()).toBeVisible();
    await at.look('an invitation');
    expect(at.found).toEqual([]);
  });

  test(`what a chair does after a decision keeps to WCAG 2.2 AA in ${language}`, async ({ as }) => {
    const page = await as('hqa-chair-ccd', { viewport });
    const at = new Moments(page, language);
    await page.context().addCookies([{ name: 'concord-locale', value: language, url: portalUrl }]);
    await page.goto('/consult/CCD/decisions');
    await page.locator('main a[href^="/consult/decisions/"]').first().click();
    await at.dialog('decisions.actions.add');
    await at.dialog('decisions.follow.open');
    expect(at.found).toEqual([]);
  });
}
