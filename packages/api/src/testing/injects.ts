import type { Role } from '@concord/db/enums';
import { newId } from '@concord/db/ids';
import { exerciseSeatEntries, exerciseSeats } from '@concord/db/schema/exercises';
import { callerAs } from './caller.ts';
import { exerciseScene } from './exercises.ts';

/** An exercise with staff of every kind, two teams with somebody in each, and an objective. */
export async function injectScene() {
  const scene = await exerciseScene();
  const { test, api, exerciseId, parties, person, code, people } = scene;
  const appointed = (role: Role) => person(parties.calder, { role, scope: 'exercise', scopeId: exerciseId });
  const staff = {
    planner: await appointed('exercisePlanner'),
    control: await appointed('exerciseControl'),
    evaluator: await appointed('evaluator'),
  };
  const team = (name: string, partyIds: string[]) =>
    api.director.exercises.saveTeam({
      commandId: newId(),
      exerciseId,
      teamId: null,
      name,
      colour: 'blue',
      partyIds,
    });
  const { teamId: north } = await team('North', [parties.nordmark.id]);
  const { teamId: south } = await team('South', [parties.calder.id]);
  await api.director.exercises.saveObjectives({
    ...{ commandId: newId(), exerciseId },
    objectives: [{ id: null, titleEn: 'Report in time', titleFr: 'Rendre compte à temps' }],
  });
  const opponent = await person(parties.calder);
  const seats = [
    { player: people.players[0], teamId: north, partyId: parties.nordmark.id },
    { player: opponent, teamId: south, partyId: parties.calder.id },
  ];
  for (const { player, teamId, partyId } of seats) await sit(scene, player.id, { teamId, partyId });
  const callers = {
    ...api,
    planner: await callerAs(test, staff.planner),
    control: await callerAs(test, staff.control),
    evaluator: await callerAs(test, staff.evaluator),
    opponent: await callerAs(test, opponent),
  };
  const { objectives } = await api.director.exercises.byCode({ code });
  const objectiveId = objectives[0]?.id ?? '';
  const seat = (personId: string, place: { teamId: string | null; partyId: string }) =>
    sit(scene, personId, place);
  return { ...scene, api: callers, staff, teams: { north, south }, opponent, objectiveId, sit: seat };
}

export type InjectScene = Awaited<ReturnType<typeof injectScene>>;
type Scene = Awaited<ReturnType<typeof exerciseScene>>;

/** Gives somebody a seat in a team, as the ledger would. */
async function sit(
  { test, roleId, exerciseId }: Scene,
  personId: string,
  { teamId, partyId }: { teamId: string | null; partyId: string },
): Promise<void> {
  const known = await test.worker.db.$count(exerciseSeatEntries);
  const line = { roleId, exerciseId, personId, partyId };
  await test.worker.db
    .insert(exerciseSeatEntries)
    .values({ id: newId(), place: known + 1, kind: 'request', at: new Date(), ...line });
  await test.worker.db.insert(exerciseSeats).values({ ...line, teamId, givenAt: new Date() });
}

/** Adds an inject and gives it more than a title. */
export async function addInject(
  { api, exerciseId }: Pick<InjectScene, 'api' | 'exerciseId'>,
  title: string,
  changes: Parameters<InjectScene['api']['planner']['injects']['change']>[0]['changes'] = {},
) {
  const given = { exerciseId, title, minute: changes.minute ?? 0, storylineId: null };
  const added = await api.planner.injects.add({ commandId: newId(), ...given });
  if (Object.keys(changes).length > 0)
    await api.planner.injects.change({ commandId: newId(), injectId: added.injectId, revision: 1, changes });
  return added;
}
