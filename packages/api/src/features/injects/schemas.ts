import { injectStatuses, injectTriggers } from '@concord/db/enums';
import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';
import { MINUTES } from './rules.ts';
import { sheetFields } from './words.ts';

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

/** Four megabytes as base64. */
const MOST_CHARACTERS = Math.ceil(4_000_000 / 3) * 4;
const columns = z
  .array(z.enum(sheetFields).nullable())
  .max(100)
  .refine((all) => new Set(all.filter(Boolean)).size === all.filter(Boolean).length, {
    error: 'errors.injects.columnTwice',
  })
  .nullable();
const file = {
  exerciseId: uuid,
  content: z
    .string()
    .min(1, { error: 'errors.injects.chooseFile' })
    .max(MOST_CHARACTERS, { error: 'errors.injects.fileLarge' })
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'errors.field.invalid' }),
  /** What each column of a spreadsheet is, in their order; null for what we think they are. */
  columns,
};

/** A file looked at: the planners' spreadsheet, a tabletop scenario, or an exercise in the common format. */
export const previewInput = z.strictObject(file);
export const bringInInput = z.strictObject({ commandId, ...file });
