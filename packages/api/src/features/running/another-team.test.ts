import { newId } from '@concord/db/ids';
import { notifications } from '@concord/db/schema/system';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heardBy } from '../../testing/heard.ts';
import { addInject, type InjectScene, injectScene } from '../../testing/injects.ts';

let scene: InjectScene;
beforeAll(async () => {
  scene = await injectScene();
  const { north, south } = scene.teams;
  const add = async (title: string, teamIds: string[]) =>
    addInject(scene, title, { status: 'approved', text: `${title}!`, teamIds });
  await add('To North', [north]);
  await add('To South', [south]);
  const { control, player } = scene.api;
  await control.running.turn({ ...of(), turn: 'start' });
  await player.running.report({ ...of(), text: 'Crane 4 stands.', done: '', needs: '' });
  const { exerciseId, parties } = scene;
  await scene.api.director.exercises.saveTeam({
    ...{ commandId: newId(), exerciseId, teamId: south, name: 'South', colour: 'blue' as const },
    partyIds: [parties.calder.id, parties.nordmark.id],
  });
});
afterAll(() => scene.test.close());

const of = () => ({ commandId: newId(), exerciseId: scene.exerciseId });
const inbox = () => scene.api.player.running.inbox({ code: scene.code });
const move = (teamId: string) => {
  const personId = scene.people.players[0].id;
  return scene.api.director.nominations.place({ commandId: newId(), roleId: scene.roleId, personId, teamId });
};

it('brings the inbox, the reports and the news of the new team, and none of the old one’s', async () => {
  const { teams, test, people, opponent } = scene;
  const told = () =>
    test.worker.db.$count(
      notifications,
      and(eq(notifications.kind, 'exerciseInject'), eq(notifications.personId, people.players[0].id)),
    );
  expect((await inbox()).injects.map(({ title }) => title)).toEqual(['To North']);
  await move(teams.south);
  const now = await inbox();
  expect(now.injects.map(({ title }) => title)).toEqual(['To South']);
  expect(now.said).toEqual([]);
  const each = { player: people.players[0], opponent };
  const heard = async (team: string) => new Set((await heardBy(test, `exercise-team:${team}`, each)).flat());
  expect(await heard(teams.south)).toEqual(new Set(['player', 'opponent']));
  expect(await heard(teams.north)).toEqual(new Set());
  const before = await told();
  const adHoc = { title: 'A burst pipe', text: 'Water.', from: '', means: '' };
  await scene.api.control.running.sendAdHoc({ ...of(), ...adHoc, teamIds: [teams.north] });
  expect(await told()).toBe(before);
  expect((await inbox()).injects.map(({ title }) => title)).toEqual(['To South']);
});

it('leaves with the team what was reported for it, for the staff and for who comes back', async () => {
  const { api, code, teams } = scene;
  const { said } = await api.evaluator.running.board({ code });
  expect(said.map(({ text }) => text)).toEqual(['Crane 4 stands.']);
  await move(teams.north);
  const now = await inbox();
  expect(now.said.map(({ text }) => text)).toEqual(['Crane 4 stands.']);
  expect(now.injects.map(({ title }) => title).sort()).toEqual(['A burst pipe', 'To North']);
});
