import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';
import { MINUTES } from '../injects/rules.ts';
import { contentSchema } from '../injects/schemas.ts';

export const byCodeInput = z.strictObject({ code: exerciseCode });

/** A turn of the clock: started, stopped for a while, gone on with, ended for good. */
export const turnInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  turn: z.enum(['start', 'pause', 'resume', 'end']),
});
export const jumpInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  minute: z
    .int({ error: 'errors.injects.minute' })
    .min(0, { error: 'errors.injects.minute' })
    .max(MINUTES.last, { error: 'errors.injects.minute' }),
});
export const extendInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  teamId: uuid,
  minutes: z
    .int({ error: 'errors.running.minutes' })
    .min(1, { error: 'errors.running.minutes' })
    .max(1_440, { error: 'errors.running.minutes' }),
});

const teamIds = z.array(uuid).min(1, { error: 'errors.running.noTeam' }).max(100);
export const releaseInput = z.strictObject({ commandId, exerciseId: uuid, injectId: uuid, teamIds });

/** An inject nobody had planned, sent at once. */
export const adHocInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, teamIds },
  ...{
    title: contentSchema.title,
    text: contentSchema.text,
    from: contentSchema.from,
    means: contentSchema.means,
  },
});

const said = text({ min: 1, max: 8_000 });
export const acknowledgeInput = z.strictObject({ commandId, exerciseId: uuid, injectId: uuid });
export const answerInput = z.strictObject({ commandId, exerciseId: uuid, injectId: uuid, text: said });
/** A situation report: what happened, what was done, what is needed. */
export const reportInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, text: said },
  ...{ done: text({ max: 8_000 }), needs: text({ max: 8_000 }) },
});
export const askInput = z.strictObject({ commandId, exerciseId: uuid, text: said });
export const replyInput = z.strictObject({ commandId, exerciseId: uuid, teamId: uuid, text: said });

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
export type TurnInput = Input<typeof turnInput>;
export type JumpInput = Input<typeof jumpInput>;
export type ExtendInput = Input<typeof extendInput>;
export type ReleaseInput = Input<typeof releaseInput>;
export type AdHocInput = Input<typeof adHocInput>;
