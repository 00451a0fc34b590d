import { newId } from '@concord/db/ids';
import { exercises } from '@concord/db/schema/exercises';
import { eq } from 'drizzle-orm';
import { type InjectScene, injectScene } from './injects.ts';

type Api = InjectScene['api']['planner']['scoring'];
type Criterion = Parameters<Api['saveCriterion']>[0];
type Judged = Parameters<Api['score']>[0];
type Assessed = Parameters<Api['assess']>[0];

/** A competition with a rubric of two lines, one open to teams and one not, and what forms about it would send. */
export async function scoringScene() {
  const scene = await injectScene();
  const { test, api, exerciseId, teams, objectiveId, code } = scene;
  await test.worker.db.update(exercises).set({ kind: 'competitive' }).where(eq(exercises.id, exerciseId));
  const criterion = (more: Partial<Criterion> = {}): Criterion => ({
    ...{ commandId: newId(), exerciseId, criterionId: null, objectiveId },
    ...{ titleEn: 'Reports', titleFr: 'Comptes rendus', open: true },
    levels: [
      { en: 'None', fr: 'Aucun', points: 0 },
      { en: 'Late', fr: 'En retard', points: 4 },
      { en: 'In time', fr: 'À temps', points: 10 },
    ],
    ...more,
  });
  const lines = {
    open: (await api.planner.scoring.saveCriterion(criterion())).criterionId,
    closed: (await api.planner.scoring.saveCriterion(criterion({ titleEn: 'Calm', open: false })))
      .criterionId,
  };
  return {
    ...scene,
    lines,
    criterion,
    judged: (more: Partial<Judged> = {}): Judged => ({
      ...{ commandId: newId(), exerciseId, teamId: teams.north, criterionId: lines.open },
      ...{ responseId: null, level: 1, reason: 'Half an hour late', revision: 0 },
      ...more,
    }),
    assessed: (more: Partial<Assessed> = {}): Assessed => ({
      ...{ commandId: newId(), exerciseId, criterionId: lines.open },
      ...{ level: 2, reason: 'We were in time', revision: 0 },
      ...more,
    }),
    act: (act: 'open' | 'freeze' | 'unfreeze' | 'release') =>
      api.director.scoring.act({ commandId: newId(), exerciseId, act }),
    byCode: () => ({ code }),
  };
}

export type ScoringScene = Awaited<ReturnType<typeof scoringScene>>;
