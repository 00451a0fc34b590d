import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { pick, press, tabTo } from '../fixtures/keyboard.ts';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { button, dialog, openSilence, panel } from '../fixtures/silence.ts';
import { layText } from '../fixtures/texts.ts';

// A whole procedure of several people: it has the time of several tests.
test.describe.configure({ timeout: 240_000 });

const [chair, ilse, harriet] = [persona('chair'), persona('delegate'), persona('calderDelegate')];

// What a browser itself says of a form that is refused.
test.use({ expected: [/status of 400 .*silence\.open/] });

test('A chair opens silence, a nation breaks it over a paragraph and lifts, and the chair lets it go on', async ({
  as,
}) => {
  const [presiding, nordmark] = [await as(chair), await as(ilse)];
  const room = await layText(presiding, 'On telling neighbours of an outage', [
    'An Ally that loses a link tells its neighbours.',
    'It does so within the hour.',
  ]);

  await presiding.goto(`${room}/silence`);
  await expect(presiding.getByText(/, in \d+ days/)).toBeVisible();
  await presiding.getByLabel('Urgent').check();
  await button(presiding, 'Open silence for 32 nations').click();
  await expect(presiding.getByRole('main').getByRole('alert')).toContainText('Say why it cannot wait');
  expect(await faults(presiding, 'the chair’s form')).toEqual([]);
  await openSilence(presiding, room);
  expect(await faults(presiding, 'the panel of a chair')).toEqual([]);

  await nordmark.goto(room);
  await expect(panel(nordmark)).toContainText('Your nation has said nothing.');
  await expect(panel(nordmark)).toContainText('version 1 is agreed as it stands');
  const [agree, refuse] = [button(nordmark, 'No objection'), button(nordmark, 'Break silence')];
  expect(await agree.getAttribute('class')).toBe(await refuse.getAttribute('class'));
  const [one, other] = [await agree.boundingBox(), await refuse.boundingBox()];
  expect([one?.width, one?.height]).toEqual([other?.width, other?.height]);
  expect(await faults(nordmark, 'the panel of a nation')).toEqual([]);

  await test.step('Nordmark breaks it over paragraph 2', async () => {
    await refuse.click();
    await expect(dialog(nordmark).getByRole('checkbox')).toHaveCount(2);
    await button(nordmark, 'Go on').click();
    await expect(dialog(nordmark).getByRole('alert')).toContainText('Give the reason.');
    await dialog(nordmark)
      .getByRole('radio', { name: /An objection/ })
      .check();
    await dialog(nordmark)
      .getByRole('checkbox', { name: /within the hour/ })
      .check();
    await dialog(nordmark).getByRole('textbox', { name: 'Reason' }).fill('An hour is too short at night.');
    expect(await faults(nordmark, 'what is said')).toEqual([]);
    await button(nordmark, 'Go on').click();
    await expect(dialog(nordmark)).toContainText('Version 1 will not be adopted when the time runs out.');
    await expect(dialog(nordmark)).toContainText('It does so within the hour.');
    expect(await faults(nordmark, 'what follows')).toEqual([]);
    await expect(panel(presiding)).toContainText('until silence ends');
    await button(nordmark, 'Break silence for Nordmark').click();
    await expect(dialog(nordmark)).toContainText('Silence is broken');
    await button(nordmark, 'Back to the text').click();
  });

  await test.step('The chair sees it at once, and cannot go on while it stands', async () => {
    await expect(panel(presiding)).toContainText('Nordmark broke silence by an objection');
    await expect(panel(presiding)).toContainText('An hour is too short at night.');
    await expect(button(presiding, 'Resume silence')).toBeHidden();
    expect(await faults(presiding, 'a broken silence')).toEqual([]);
  });

  await test.step('Nordmark lifts it; the chair lets it go on', async () => {
    await button(nordmark, 'Lift our break').click();
    await button(nordmark, 'Lift the break of Nordmark').click();
    await expect(panel(nordmark)).toContainText('goes on only if the chair resumes it');
    await button(presiding, 'Resume silence').click();
    await expect(dialog(presiding).getByLabel('Day')).toBeVisible();
    await expect(dialog(presiding).getByText(/, in \d+ days/)).toBeVisible();
    expect(await faults(presiding, 'resuming')).toEqual([]);
    await dialog(presiding).getByRole('button', { name: 'Resume silence' }).click();
    await expect(panel(presiding)).toContainText('until silence ends');
    await expect(panel(nordmark)).toContainText('until silence ends');
    await expect(refuse).toBeVisible();
  });
});

test('A nation says that it has the text, has no objection, and may still break; all by keyboard', async ({
  as,
}) => {
  const [presiding, calder] = [await as(chair), await as(harriet)];
  const room = await layText(presiding, 'On drills at night', [
    'Drills at night are announced a week ahead.',
  ]);
  await openSilence(presiding, room);
  await calder.goto(room);
  const go = (name: string) => press(calder, button(calder, name));
  await go('We have the text');
  await expect(panel(calder)).toContainText('has said that it has the text, and nothing else');
  await go('No objection');
  await expect(dialog(calder)).toContainText('The period stays as it is');
  await go('Say “no objection” for Calder');
  await expect(panel(calder)).toContainText('It may still break silence.');
  await expect(panel(calder)).toContainText('until silence ends');

  await go('Break silence');
  await expect(dialog(calder).getByRole('checkbox')).toHaveCount(1);
  await pick(calder, dialog(calder).getByRole('radio', { name: /An amendment/ }));
  await tabTo(calder, dialog(calder).getByRole('textbox', { name: 'Reason' }));
  await calder.keyboard.type('A week is not always known.');
  await go('Go on');
  await go('Break silence for Calder');
  await expect(dialog(calder)).toContainText('Silence is broken');
  await calder.keyboard.press('Escape');
  await expect(panel(calder)).toContainText('Calder broke silence by an amendment');
  await expect(panel(calder)).toContainText('Silence is broken');
});

test('A letter that the chair enters breaks silence at once, and its nation finds it on Today and confirms it', async ({
  as,
}) => {
  const title = `Note on night watches ${Date.now().toString(36)}`;
  const [lead, head] = [await as(chair), await as('nor-head')];
  const room = await layText(lead, title, ['Somebody is awake at night.']);
  await openSilence(lead, room);
  await button(lead, 'Enter a nation’s letter').click();
  await dialog(lead).getByLabel('Nation', { exact: true }).selectOption('Nordmark');
  await dialog(lead)
    .getByRole('checkbox', { name: /awake at night/ })
    .check();
  await dialog(lead).getByLabel('What the letter says').fill('By telephone: not at night.');
  await dialog(lead)
    .getByLabel('Scan of the letter')
    .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') });
  await expect(dialog(lead).getByText(/^letter\.pdf, /)).toBeVisible();
  expect(await faults(lead, 'a nation’s letter')).toEqual([]);
  await button(lead, 'Enter the letter').click();
  await expect(panel(lead)).toContainText('Nordmark broke silence by an objection');
  await expect(panel(lead)).toContainText('not yet confirmed');
  await expect(lead.getByRole('link', { name: 'Nordmark: broke silence' })).toBeVisible();

  await head.goto('/');
  await head.getByRole('link', { name: new RegExp(`^Open the text.*${title}`) }).click();
  const scan = await panel(head).getByRole('link', { name: 'letter.pdf' }).getAttribute('href');
  expect((await head.request.get(scan ?? '')).status()).toBe(200);
  await button(head, 'Confirm our letter').click();
  await button(head, 'Confirm it for Nordmark').click();
  await expect(panel(head)).toContainText('from a letter, confirmed');
});
