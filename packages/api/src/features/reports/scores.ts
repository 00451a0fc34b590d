import type { SignedIn } from '../../context.ts';
import type { Exercise } from '../lessons/load.ts';
import { actsOf } from '../scoring/load.ts';
import { placesIn, resultsIn } from '../scoring/queries.ts';
import { actsState } from '../scoring/rules.ts';
import { ownTeamsIn } from './reader.ts';
import { byCriterion } from './rules.ts';

/**
 * The scores as the report shows them: to the staff those of every team, to others those of own teams, officially once they
 * were released and by their own word always. Teams stand in the planners' order and nothing is added up; only a
 * competition has places, for whom its scoreboard is there. Null where nobody judges by a rubric.
 */
export async function scoresIn(ctx: SignedIn, exercise: Exercise, staff: boolean) {
  const { rubric, teams } = await resultsIn(ctx, exercise.id);
  const own = staff ? null : await ownTeamsIn(ctx, exercise.id);
  const shown = teams.filter(({ id }) => own === null || own.has(id));
  const places = await placesIn(ctx, exercise.id, !staff);
  if (rubric.length === 0 && places === null) return null;
  return {
    rubric,
    teams: shown,
    compared: byCriterion(rubric, shown),
    places: places?.lines ?? null,
    /** Only the staff is told that they are withheld: to others what is not released is not there. */
    withheld: staff && actsState(await actsOf(ctx, exercise.id)).releasedAt === null,
  };
}
