import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';

export const byCodeInput = z.strictObject({ code: exerciseCode });
export const teamInput = z.strictObject({ code: exerciseCode, teamId: uuid });
/** The scoreboard: all of it for the staff, or as teams see it. */
export const scoreboardInput = z.strictObject({ code: exerciseCode, asTeams: z.boolean().optional() });

const points = z
  .int({ error: 'errors.scoring.points' })
  .min(0, { error: 'errors.scoring.points' })
  .max(10_000, { error: 'errors.scoring.points' });
const words = singleLine({ min: 1, max: 300 });

/** A criterion: its levels from the lowest to the highest. */
export const criterionInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, criterionId: uuid.nullable(), objectiveId: uuid.nullable() },
  ...{ titleEn: words, titleFr: words, open: z.boolean() },
  levels: z
    .array(z.strictObject({ en: words, fr: words, points: points.nullable() }))
    .min(2, { error: 'errors.scoring.levels' })
    .max(8, { error: 'errors.scoring.levels' }),
});
export const removeCriterionInput = z.strictObject({ commandId, criterionId: uuid });

const level = z.int({ error: 'errors.scoring.level' }).min(0, { error: 'errors.scoring.level' }).nullable();
const reason = text({ min: 1, max: 4_000 });
/** The revision the judge saw: 0 for the first; where another came between, it is refused. */
const revision = z.int().min(0);

/** A judgement of a team by a criterion, over all or of one answer or report; without a level it is taken back. */
export const scoreInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, teamId: uuid, criterionId: uuid, responseId: uuid.nullable() },
  ...{ level, reason, revision },
});
/** What a team thinks of itself. */
export const assessInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, criterionId: uuid },
  ...{ level, reason, revision },
});
export const actInput = z.strictObject({
  ...{ commandId, exerciseId: uuid },
  act: z.enum(['open', 'freeze', 'unfreeze', 'release']),
});

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
export type CriterionInput = Input<typeof criterionInput>;
export type ScoreInput = Input<typeof scoreInput>;
export type AssessInput = Input<typeof assessInput>;
export type ActInput = Input<typeof actInput>;
