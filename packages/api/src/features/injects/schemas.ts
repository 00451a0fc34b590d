import { injectStatuses, injectTriggers } from '@concord/db/enums';
import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';
import { MINUTES } from './rules.ts';

/** The most injects one exercise has. */
export const MOST_INJECTS = 1_000;

/** How an inject's own words are limited, wherever they come from. */
export const contentSchema = {
  title: singleLine({ min: 1, max: 200 }),
  text: text({ max: 8_000 }),
  from: singleLine({ max: 200 }),
  attention: singleLine({ max: 200 }),
  means: singleLine({ max: 100 }),
  expected: text({ max: 4_000 }),
};

const facts = {
  move: z.int({ error: 'errors.field.invalid' }).min(1).max(99),
  storylineId: uuid.nullable(),
  minute: z
    .int({ error: 'errors.injects.minute' })
    .min(MINUTES.first, { error: 'errors.injects.minute' })
    .max(MINUTES.last, { error: 'errors.injects.minute' }),
  trigger: z.enum(injectTriggers),
  teamIds: z.array(uuid).max(100),
  objectiveId: uuid.nullable(),
  afterId: uuid.nullable(),
  responsibleId: uuid.nullable(),
  status: z.enum(injectStatuses),
};

/** Part of an inject, as a cell of the grid sends it. */
export const changesSchema = z.strictObject({ ...contentSchema, ...facts }).partial();

export const byCodeInput = z.strictObject({ code: exerciseCode });

export const addInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  title: contentSchema.title,
  minute: facts.minute,
  storylineId: uuid.nullable(),
});

/** `revision` is the one the grid shows: what somebody else changed meanwhile is not written over. */
export const changeInput = z.strictObject({
  commandId,
  injectId: uuid,
  revision: z.int().min(1),
  changes: changesSchema.refine((changes) => Object.keys(changes).length > 0, {
    error: 'errors.field.invalid',
  }),
});

export const injectInput = z.strictObject({ injectId: uuid });

export const storylineInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  storylineId: uuid.nullable(),
  title: contentSchema.title,
});
export const storylineCommand = z.strictObject({ commandId, storylineId: uuid });

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
export type AddInput = Input<typeof addInput>;
export type ChangeInput = Input<typeof changeInput>;
export type Changes = z.output<typeof changesSchema>;
export type StorylineInput = Input<typeof storylineInput>;
