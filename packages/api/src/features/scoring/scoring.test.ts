import { newId } from '@concord/db/ids';
import { scores } from '@concord/db/schema/scoring';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { type ScoringScene, scoringScene } from '../../testing/scoring.ts';

let scene: ScoringScene;
beforeAll(async () => {
  scene = await scoringScene();
});
afterAll(() => scene.test.close());

describe('the rubric', () => {
  it('is written by who writes the events, with points that rise, in its own exercise', async () => {
    const { api } = scene;
    for (const other of [api.player, api.manager, api.outsider, api.nobody])
      expect((await failure(other.scoring.saveCriterion(scene.criterion()))).code).toMatch(
        /NOT_FOUND|UNAUTHORIZED/,
      );
    expect(await failure(api.evaluator.scoring.saveCriterion(scene.criterion()))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const flat = scene.criterion({ levels: [1, 1].map((points) => ({ en: 'x', fr: 'x', points })) });
    expect(await failure(api.planner.scoring.saveCriterion(flat))).toMatchObject({
      fields: [{ path: 'levels.1.points', key: 'scoring.levelsRise' }],
    });
    expect(
      await failure(api.planner.scoring.saveCriterion(scene.criterion({ objectiveId: newId() }))),
    ).toMatchObject({
      fields: [{ path: 'objectiveId' }],
    });
  });
});

describe('a judgement', () => {
  it('is written by evaluators, with its reason sealed, and corrected by a next revision', async () => {
    const { api } = scene;
    for (const other of [api.player, api.manager, api.outsider])
      expect(await failure(other.scoring.score(scene.judged()))).toMatchObject({ code: 'NOT_FOUND' });
    for (const other of [api.planner, api.control])
      expect(await failure(other.scoring.score(scene.judged()))).toMatchObject({ code: 'FORBIDDEN' });
    const command = scene.judged();
    const [one, two] = [
      await api.evaluator.scoring.score(command),
      await api.evaluator.scoring.score(command),
    ];
    expect(one).toEqual(two);
    await api.director.scoring.score(scene.judged({ level: 2, reason: 'The clock was wrong', revision: 1 }));
    const { lines: history } = await api.evaluator.scoring.team({
      ...scene.byCode(),
      teamId: scene.teams.north,
    });
    expect(history.map(({ revision, points, reason }) => [revision, points, reason])).toEqual([
      [2, 10, 'The clock was wrong'],
      [1, 4, 'Half an hour late'],
    ]);
    for (const { sealed } of await scene.test.worker.db.select().from(scores))
      expect(sealed.includes('clock was')).toBe(false);
  });

  it('is refused where another came between, a level is not there, or it is of somebody else’s answer', async () => {
    const { api } = scene;
    expect(await failure(api.evaluator.scoring.score(scene.judged({ revision: 1 })))).toMatchObject({
      messageKey: 'scoring.changed',
    });
    expect(await failure(api.evaluator.scoring.score(scene.judged({ level: 3, revision: 2 })))).toMatchObject(
      {
        fields: [{ path: 'level' }],
      },
    );
    expect(
      await failure(api.evaluator.scoring.score(scene.judged({ reason: ' ', revision: 2 }))),
    ).toMatchObject({
      code: 'BAD_REQUEST',
    });
    for (const wrong of [{ responseId: newId() }, { teamId: newId() }, { criterionId: newId() }])
      expect(await failure(api.evaluator.scoring.score(scene.judged(wrong)))).toMatchObject({
        code: 'NOT_FOUND',
      });
    const both = await Promise.allSettled([
      api.evaluator.scoring.score(scene.judged({ criterionId: scene.lines.closed })),
      api.director.scoring.score(scene.judged({ criterionId: scene.lines.closed })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps what it was judged by', async () => {
    const { api } = scene;
    const fewer = scene.criterion({
      criterionId: scene.lines.open,
      levels: scene.criterion().levels.slice(0, 2),
    });
    expect(await failure(api.planner.scoring.saveCriterion(fewer))).toMatchObject({
      fields: [{ path: 'levels' }],
    });
    await api.planner.scoring.saveCriterion(
      scene.criterion({ criterionId: scene.lines.open, titleEn: 'Reporting' }),
    );
    expect(
      await failure(
        api.planner.scoring.removeCriterion({ commandId: newId(), criterionId: scene.lines.open }),
      ),
    ).toMatchObject({ messageKey: 'scoring.judgedBy' });
    await expect(
      scene.test.app.db.transaction((tx) => tx.execute(sql`update exercise_score set level = 0`)),
    ).rejects.toThrow();
  });

  it('is not written by who plays, though they are appointed to judge', async () => {
    const { api, person, parties, exerciseId, test } = scene;
    const twoHats = await person(parties.calder, {
      role: 'evaluator',
      scope: 'exercise',
      scopeId: exerciseId,
    });
    const caller = await callerAs(test, twoHats);
    await caller.scoring.score(scene.judged({ teamId: scene.teams.south }));
    await scene.sit(twoHats.id, { teamId: scene.teams.south, partyId: parties.calder.id });
    expect(
      await failure(caller.scoring.score(scene.judged({ teamId: scene.teams.south, revision: 1 }))),
    ).toMatchObject({
      messageKey: 'scoring.notJudge',
    });
    expect((await api.evaluator.scoring.board(scene.byCode())).can).toMatchObject({
      judge: true,
      acts: [],
      keys: false,
    });
  });
});

describe('what a team thinks of itself', () => {
  it('stands beside the official score, for itself and the staff, by what is open to it', async () => {
    const { api } = scene;
    await api.player.scoring.assess(scene.assessed());
    expect(
      await failure(api.player.scoring.assess(scene.assessed({ criterionId: scene.lines.closed }))),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await failure(api.evaluator.scoring.assess(scene.assessed()))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const board = await api.evaluator.scoring.board(scene.byCode());
    const north = board.teams.find(({ id }) => id === scene.teams.north);
    expect(north?.results.find(({ criterionId }) => criterionId === scene.lines.open)).toMatchObject({
      official: { level: 2, points: 10 },
      self: { level: 2, points: 10 },
    });
    const own = await api.player.scoring.own(scene.byCode());
    expect(own.lines.map(({ kind }) => kind)).toEqual(['self']);
    expect(own.rubric.map(({ title }) => title)).toEqual(['Reporting']);
    expect((await api.opponent.scoring.own(scene.byCode())).lines).toEqual([]);
  });
});
