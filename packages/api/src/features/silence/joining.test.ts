import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { createSilence, type SilenceScene, silenceScene } from '../../testing/silence.ts';
import { createMembers } from '../../testing/texts.ts';

/* Invariant I4 (reference B.2): no votes, no quorum, and whom a silence binds is settled when it is opened. */
let test: TestDatabase;
let scene: SilenceScene;
beforeAll(async () => {
  test = await testDatabase();
  scene = await silenceScene(test);
});
afterAll(() => test.close());

const runOf = async (who: SilenceScene['api']['head']) =>
  (await who.silence.byText({ textId: scene.text.id })).run;

it('does not bind a nation that joins later, which is named as such and can neither break nor acknowledge', async () => {
  const { api, body } = scene;
  const silenceId = await createSilence(scene, 3_600_000);
  expect(await runOf(api.head)).toMatchObject({ joinedSince: [] });
  const joining = await createParty(test);
  await createMembers(test, body, [joining]);
  await test.worker.sql`update marking set releasable_to = releasable_to || ${joining.id}::uuid
    where id = ${scene.marking.id}`;
  const appointments = [{ role: 'headOfDelegation' as const, scope: 'body' as const, scopeId: body.id }];
  const late = await callerAs(test, await createPerson(test, { party: joining, level: 1, appointments }));
  for (const reader of [api.head, api.chair, late])
    expect((await runOf(reader))?.joinedSince).toMatchObject([{ id: joining.id }]);
  expect(await runOf(late)).toMatchObject({ state: 'open', bindsUs: false });
  const breaking = { commandId: newId(), silenceId, kind: 'objection' as const, paragraphIds: [] };
  expect(await failure(late.silence.break({ ...breaking, reason: 'Not these words.' }))).toMatchObject({
    code: 'FORBIDDEN',
    messageKey: 'silence.notBound',
  });
  expect(await failure(late.silence.acknowledge({ commandId: newId(), silenceId }))).toMatchObject({
    messageKey: 'silence.notBound',
  });
  expect((await runOf(api.head))?.nations.map(({ id }) => id)).not.toContain(joining.id);
});
