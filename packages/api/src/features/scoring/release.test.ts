import { newId } from '@concord/db/ids';
import { exercises } from '@concord/db/schema/exercises';
import { checkKeys, checkResults, criteria, scoreActs, scores } from '@concord/db/schema/scoring';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { heardBy } from '../../testing/heard.ts';
import { type ScoringScene, scoringScene } from '../../testing/scoring.ts';

let scene: ScoringScene;
beforeAll(async () => {
  scene = await scoringScene();
  const { api, judged, assessed, lines, teams } = scene;
  await api.evaluator.scoring.score(judged());
  await api.director.scoring.score(judged({ level: 2, revision: 1 }));
  await api.evaluator.scoring.score(judged({ criterionId: lines.closed }));
  await api.evaluator.scoring.score(judged({ teamId: teams.south }));
  await api.player.scoring.assess(assessed());
});
afterAll(() => scene.test.close());

/** How many rows of the scores' tables a person's own connection can see. */
async function rowsSeen(person: { id: string }) {
  const { test } = scene;
  return inTransaction(servicesOf(test), await requestAs(test, person as never), async ({ tx }) => [
    await tx.$count(scores, eq(scores.kind, 'official')),
    await tx.$count(scores, eq(scores.kind, 'self')),
    await tx.$count(scoreActs),
    await tx.$count(criteria),
    await tx.$count(checkKeys),
    await tx.$count(checkResults),
  ]);
}

describe('scores before their release', () => {
  it('are not there for teams and for who is not in the exercise: no row, no page, no news', async () => {
    const { api, people, opponent, test, exerciseId } = scene;
    expect(await rowsSeen(people.players[0])).toEqual([0, 1, 0, 1, 0, 0]);
    expect(await rowsSeen(opponent)).toEqual([0, 0, 0, 1, 0, 0]);
    for (const other of [people.manager, people.coordinator, people.outsider])
      expect(await rowsSeen(other)).toEqual([0, 0, 0, 0, 0, 0]);
    for (const other of [api.player, api.opponent, api.manager, api.coordinator, api.outsider]) {
      const absent = await failure(other.scoring.board({ code: 'NOT-THERE' }));
      expect(absent).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failure(other.scoring.board(scene.byCode()))).toEqual(absent);
      expect(await failure(other.scoring.scoreboard(scene.byCode()))).toEqual(absent);
      expect(await failure(other.scoring.team({ ...scene.byCode(), teamId: scene.teams.north }))).toEqual(
        absent,
      );
      expect(await failure(other.scoring.act({ commandId: newId(), exerciseId, act: 'release' }))).toEqual(
        absent,
      );
    }
    const each = { player: people.players[0], opponent, evaluator: scene.staff.evaluator };
    const heard = await heardBy(test, `exercise-scores:${exerciseId}`, each);
    expect(new Set(heard.flat())).toEqual(new Set(['evaluator']));
  });

  it('are released by the director alone, to each team its own', async () => {
    const { api, people, opponent } = scene;
    for (const other of [api.evaluator, api.control, api.planner])
      expect(
        await failure(
          other.scoring.act({ commandId: newId(), exerciseId: scene.exerciseId, act: 'release' }),
        ),
      ).toMatchObject({ code: 'FORBIDDEN' });
    await scene.act('release');
    expect(await failure(scene.act('release'))).toMatchObject({ messageKey: 'scoring.actTaken' });
    const own = await api.player.scoring.own(scene.byCode());
    expect(own.released).toBe(true);
    expect(own.lines.filter(({ kind }) => kind === 'official').length).toBe(3);
    expect(own.rubric.map(({ title }) => title).sort()).toEqual(['Calm', 'Reports']);
    expect((await rowsSeen(people.players[0]))[0]).toBe(3);
    expect((await rowsSeen(opponent))[0]).toBe(1);
    const each = { player: people.players[0], opponent, outsider: people.outsider };
    const heard = await heardBy(scene.test, `exercise-scores:${scene.exerciseId}`, each);
    expect(heard.at(-1)).toEqual(['opponent', 'player']);
  });
});

describe('the scoreboard', () => {
  it('is for who sits in the exercise, once it is opened', async () => {
    const { api } = scene;
    expect(await failure(api.player.scoring.scoreboard(scene.byCode()))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await api.control.scoring.scoreboard(scene.byCode())).lines.map(({ name }) => name)).toEqual([
      'North',
      'South',
    ]);
    expect(await failure(api.control.scoring.scoreboard({ ...scene.byCode(), asTeams: true }))).toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
    await scene.act('open');
    const seen = await api.opponent.scoring.scoreboard(scene.byCode());
    expect(seen.lines.map(({ name, place, total }) => [name, place, total])).toEqual([
      ['North', 1, 14],
      ['South', 2, 4],
    ]);
    for (const other of [api.manager, api.coordinator, api.outsider])
      expect(await failure(other.scoring.scoreboard(scene.byCode()))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stands still for teams and the screen when frozen, and not for the staff', async () => {
    const { api } = scene;
    await scene.act('freeze');
    await api.evaluator.scoring.score(
      scene.judged({ teamId: scene.teams.south, criterionId: scene.lines.closed, level: 2 }),
    );
    const totals = (board: { lines: { name: string; total: number }[] }) =>
      Object.fromEntries(board.lines.map(({ name, total }) => [name, total]));
    const frozen = await api.player.scoring.scoreboard(scene.byCode());
    expect(frozen.frozenAt).not.toBeNull();
    expect(totals(frozen)).toEqual({ North: 14, South: 4 });
    expect(totals(await api.player.scoring.scoreboard({ ...scene.byCode(), asTeams: false }))).toEqual(
      totals(frozen),
    );
    expect(totals(await api.control.scoring.scoreboard({ ...scene.byCode(), asTeams: true }))).toEqual(
      totals(frozen),
    );
    expect(totals(await api.control.scoring.scoreboard(scene.byCode()))).toEqual({ North: 14, South: 14 });
    await scene.act('unfreeze');
    expect((await api.player.scoring.scoreboard(scene.byCode())).lines.map(({ place }) => place)).toEqual([
      1, 1,
    ]);
  });

  it('is nowhere in an exercise that is no competition', async () => {
    const { api, test, exerciseId } = scene;
    await test.worker.db.update(exercises).set({ kind: 'cooperative' }).where(eq(exercises.id, exerciseId));
    for (const other of [api.player, api.control, api.director])
      expect(await failure(other.scoring.scoreboard(scene.byCode()))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.planner.scoring.saveCriterion(scene.criterion()))).toMatchObject({
      fields: [{ path: 'levels.0.points', key: 'scoring.noPoints' }],
    });
  });
});
