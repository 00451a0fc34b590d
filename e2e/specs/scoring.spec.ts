import { expect } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { test } from '../fixtures/portal.ts';

// What a browser itself says of a page that is not there.
test.use({ expected: [/status of 404/] });

test('an evaluator judges a team; the scoreboard moves for those who play, and why stays unsaid', async ({
  as,
}) => {
  const reason = `Names what is needed ${Date.now().toString(36)}`;
  const player = await as('orl-staff-1');
  const evaluator = await as('hqa-secretary-aac');
  await player.goto('/exercise/IL26/scoreboard');
  const cobalt = player.getByRole('row').filter({ has: player.getByRole('rowheader', { name: 'Cobalt' }) });
  const before = await cobalt.textContent();

  await evaluator.goto('/exercise/IL26/scoring');
  await evaluator.getByRole('link', { name: 'Cobalt' }).click();
  const criterion = evaluator
    .getByRole('listitem')
    .filter({ has: evaluator.getByRole('heading', { name: 'Situation reports' }) });
  await criterion.getByRole('button', { name: 'Judge' }).click();
  const dialog = evaluator.getByRole('dialog');
  await dialog.getByRole('radio', { name: /what happened, what was done/ }).check();
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: /^(Judge|Correct)$/ }).click();
  await expect(criterion).toContainText(reason);

  await expect(cobalt).not.toHaveText(before ?? '');
  await player.goto('/exercise/IL26/scores');
  await expect(player.getByRole('main')).toContainText('Pas encore communiqué.');
  await expect(player.getByRole('main')).toContainText('In time and complete.');
  await expect(player.getByRole('main')).not.toContainText('The second page had been overlooked');
  expect((await player.request.get('/exercise/IL26/scoring')).status()).toBe(404);
  expect(await faults(evaluator, 'scoring of a team')).toEqual([]);
  expect(await faults(player, 'own scores')).toEqual([]);
});
