import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { begin, goTo, next, QUIZ, saved } from '../fixtures/attempt.ts';
import { test } from '../fixtures/portal.ts';

test.describe('without a network', () => {
  // What a browser itself says of it.
  test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

  test('answers given without a network survive a closed tab, and arrive', async ({ as }) => {
    test.setTimeout(180_000);
    const page = await as('ryn-staff-2');
    await begin(page);
    await page.context().setOffline(true);
    await page.getByRole('radio').nth(1).check();
    await expect(page.getByText(/^Not saved yet: no connection/)).toBeVisible();
    await next(page).click();
    await page.getByRole('checkbox').first().check();
    await page.waitForTimeout(300);
    await page.close({ runBeforeUnload: false });

    const context = page.context();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(QUIZ);
    await saved(again);
    await goTo(again, 2);
    await expect(again.getByRole('checkbox').first()).toBeChecked();
    await goTo(again, 1);
    await expect(again.getByRole('radio').nth(1)).toBeChecked();

    const other = await context.newPage();
    await other.goto(QUIZ);
    await goTo(other, 2);
    await expect(other.getByRole('checkbox').first()).toBeChecked();
  });
});

test('two tabs answer one attempt: each shows the other’s answer and says so', async ({ as }) => {
  test.setTimeout(180_000);
  const left = await as('ryn-staff-3');
  await begin(left);
  const right = await left.context().newPage();
  await right.goto(QUIZ);
  await left.getByRole('radio').nth(0).check();
  await saved(left);
  await expect(right.getByRole('radio').nth(0)).toBeChecked();
  await expect(right.getByText(/answered this quiz in another window/)).toBeVisible();
  await right.getByRole('radio').nth(1).check();
  await saved(right);
  await expect(left.getByRole('radio').nth(1)).toBeChecked();
  await right.getByRole('button', { name: 'Next question' }).click();
  await right.reload();
  await right.getByRole('button', { name: 'Back' }).click();
  await expect(right.getByRole('radio').nth(1)).toBeChecked();
});

test.describe('on two devices', () => {
  test.use({ expected: [/ERR_INTERNET_DISCONNECTED|status of 412/] });

  test('one of which is without a network for a while, no answer is lost, and both say so', async ({
    as,
  }) => {
    test.setTimeout(240_000);
    const desk = await as('tar-staff-2');
    await begin(desk);
    const phone = await as('tar-staff-2', { viewport: { width: 390, height: 844 } });
    await phone.goto(QUIZ);
    const choice = (page: Page, index: number) => page.getByRole('radio').nth(index);
    const told = (page: Page) => page.getByText(/on another device too/);

    // The phone loses its network and goes on; the desk changes the first answer later.
    await phone.context().setOffline(true);
    await choice(phone, 0).check();
    await next(phone).click();
    await phone.getByRole('checkbox').first().check();
    await expect(phone.getByText(/^Not saved yet: no connection/)).toBeVisible();
    await choice(desk, 1).check();
    await saved(desk);
    await phone.context().setOffline(false);
    await saved(phone);
    await expect(told(phone)).toBeVisible();
    await goTo(phone, 1);
    await expect(choice(phone, 1)).toBeChecked();
    expect(await faults(phone, 'a phone that came back')).toEqual([]);

    // Whoever comes back to the desk sees there what was answered on the phone.
    await desk.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(told(desk)).toBeVisible();
    await goTo(desk, 2);
    await expect(desk.getByRole('checkbox').first()).toBeChecked();

    // An answer that had not arrived when the other device handed in is named as not part of it.
    await phone.context().setOffline(true);
    await choice(phone, 0).check();
    await expect(phone.getByText(/^Not saved yet: no connection/)).toBeVisible();
    await goTo(desk, 11);
    await next(desk).click();
    await desk.getByRole('button', { name: 'Hand in all the same' }).click();
    await expect(desk.getByRole('heading', { name: 'Question by question' })).toBeVisible();
    await phone.context().setOffline(false);
    await expect(phone.getByRole('heading', { name: 'This attempt has been handed in' })).toBeVisible();
    await expect(phone.getByText(/An answer that you gave here did not reach us before/)).toBeVisible();
    expect(await faults(phone, 'a phone that came too late')).toEqual([]);
    await phone.getByRole('button', { name: 'See the result' }).click();
    await expect(phone.getByRole('heading', { name: 'Question by question' })).toBeVisible();
  });
});
