import { readFile, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { takeOut, verify } from '../fixtures/decisions.ts';
import { persona } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';
import { breakSilence, button, dialog, openSilence, panel, runOut } from '../fixtures/silence.ts';
import { layText, makeVersion } from '../fixtures/texts.ts';

// A whole consultation of three people: it has the time of several tests.
test.describe.configure({ timeout: 240_000 });

const [chair, ilse, harriet] = [persona('chair'), persona('delegate'), persona('calderDelegate')];

test('two nations and a chair take a text from a first draft to a decision that anybody can check', async ({
  as,
}, info) => {
  const [presiding, nordmark, calder] = [await as(chair), await as(ilse), await as(harriet)];
  const title = `On warning neighbours ${Date.now()}`;
  const room = await layText(presiding, title, [
    'An Ally that finds a fault in shared equipment tells its neighbours.',
    'It does so within the hour.',
  ]);

  await test.step('Nordmark proposes other words, and the chair takes them into version 2', async () => {
    await nordmark.goto(room);
    await nordmark.getByText('It does so within the hour.').hover();
    await nordmark.getByRole('button', { name: 'Propose a change to paragraph 2' }).click();
    await dialog(nordmark).getByLabel('The words as you want them').fill('It does so within two hours.');
    await dialog(nordmark).getByLabel('Reason').fill('At night nobody is quicker.');
    await button(nordmark, 'Propose it for your nation').click();
    await expect(nordmark.getByText('At night nobody is quicker.')).toBeVisible();
    await presiding.goto(`${room}/version`);
    const amendments = presiding.getByRole('button', { name: '1 amendment' });
    await expect(async () => {
      if ((await amendments.getAttribute('aria-expanded')) === 'false') await amendments.click();
      await expect(button(presiding, 'Take in')).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await button(presiding, 'Take in').click();
    await expect(presiding.getByText('1 amendment taken in')).toBeVisible();
    await makeVersion(presiding, 2);
  });

  await test.step('silence is opened, Calder breaks it and lifts, and the chair resumes it', async () => {
    await openSilence(presiding, room, 2);
    await calder.goto(room);
    await breakSilence(calder, /within two hours/, { nation: 'Calder', reason: 'We have no night watch.' });
    await expect(panel(presiding)).toContainText('Calder broke silence by an objection');
    await button(calder, 'Lift our break').click();
    await button(calder, 'Lift the break of Calder').click();
    await expect(panel(calder)).toContainText('goes on only if the chair resumes it');
    await button(presiding, 'Resume silence').click();
    await expect(dialog(presiding).getByText(/, in \d+ days/)).toBeVisible();
    await dialog(presiding).getByRole('button', { name: 'Resume silence' }).click();
    await expect(panel(presiding)).toContainText('until silence ends');
    await nordmark.goto(room);
    await button(nordmark, 'No objection').click();
    await button(nordmark, 'Say “no objection” for Nordmark').click();
    await expect(panel(nordmark)).toContainText('It may still break silence.');
  });

  const path = info.outputPath('decision.json');
  await test.step('the time runs out: whoever looks first finds the decision, numbered and signed', async () => {
    await runOut(room.split('/').at(-1) ?? '');
    await calder.goto(room);
    await expect(panel(calder)).toContainText(
      'No break stood when the time ran out. Version 2 is agreed as it stands.',
    );
    await calder.goto('/consult/CCD/decisions');
    await calder.getByRole('link', { name: title }).click();
    await expect(calder.getByText('Unchanged since it was signed')).toBeVisible();
    await expect(calder.getByText('It does so within two hours.')).toBeVisible();
    await takeOut(calder, path);
  });

  await test.step('a changed byte is found far from any portal', async () => {
    expect(await verify(path)).toMatchObject({ code: 0, out: expect.stringContaining('Sound') });
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.replace('within two hours', 'within ten hours'));
    expect(await verify(path)).toMatchObject({ code: 1, out: expect.stringContaining('hash:') });
  });
});
