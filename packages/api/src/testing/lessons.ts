import { newId } from '@concord/db/ids';
import { exercises } from '@concord/db/schema/exercises';
import { eq } from 'drizzle-orm';
import { addInject, injectScene } from './injects.ts';

const DAY = 86_400_000;

/** An exercise that has just been played, with staff, teams and objectives. */
export async function playedScene() {
  const scene = await injectScene();
  const { injectId: aheadId } = await addInject(scene, 'Ahead', {
    ...{ minute: 900, status: 'approved', teamIds: [scene.teams.north] },
  });
  const at = (days: number) => new Date(Date.now() + days * DAY);
  await scene.test.worker.db
    .update(exercises)
    .set({ startsAt: at(-3), endsAt: at(-1), closesAt: at(-5), substitutionUntil: at(-4) })
    .where(eq(exercises.id, scene.exerciseId));
  const of = () => ({ commandId: newId(), exerciseId: scene.exerciseId });
  const seen = (what: string, more: object = {}) => ({
    ...of(),
    ...{ kind: 'improve' as const, what, evidence: '', teamId: null, objectiveId: null, injectId: null },
    ...more,
  });
  return { ...scene, aheadId, of, seen };
}

export type PlayedScene = Awaited<ReturnType<typeof playedScene>>;

/** The calendar day so many days from now. */
export const dayOn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
