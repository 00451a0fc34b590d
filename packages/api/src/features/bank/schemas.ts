import { z } from 'zod';
import { commandId, languageTag, singleLine, text, uuid } from '../../schemas.ts';
import { questionAnswer, questionBody } from './body.ts';
import { difficulties, questionKinds } from './rules.ts';

const name = singleLine({ min: 1, max: 200 });
const tag = singleLine({ min: 1, max: 60 });
const tags = z.array(tag).max(20);
const difficulty = z.enum(difficulties);

export const categoryMake = z.strictObject({
  commandId,
  parentId: uuid.nullable(),
  name: singleLine({ min: 1, max: 120 }),
});
export const categoryRename = z.strictObject({
  commandId,
  categoryId: uuid,
  name: singleLine({ min: 1, max: 120 }),
});
export const categoryMove = z.strictObject({ commandId, categoryId: uuid, parentId: uuid.nullable() });
export const categoryCommand = z.strictObject({ commandId, categoryId: uuid });

/** Which questions a list shows. */
export const listInput = z.strictObject({
  categoryId: uuid.optional(),
  kind: z.enum(questionKinds).optional(),
  difficulty: difficulty.optional(),
  tag: tag.optional(),
  words: singleLine({ max: 200 }).optional(),
  show: z.enum(['live', 'unused', 'archived']).default('live'),
  after: z.string().max(600).optional(),
});

export const questionInput = z.strictObject({ questionId: uuid, number: z.int().min(1).optional() });

export const createInput = z.strictObject({
  commandId,
  categoryId: uuid,
  name,
  difficulty,
  tags,
  sourceLanguage: languageTag,
  body: questionBody,
});

export const saveInput = z.strictObject({
  commandId,
  questionId: uuid,
  /** The number of the version the author began from: a newer one since then refuses this. */
  basedOn: z.int().min(1),
  note: text({ max: 500 }).default(''),
  body: questionBody,
});

export const changeInput = z.strictObject({
  commandId,
  questionId: uuid,
  name,
  categoryId: uuid,
  difficulty,
  tags,
});

export const archiveInput = z.strictObject({ commandId, questionId: uuid, archived: z.boolean() });

/** A text to see as it will be read. */
export const previewInput = z.strictObject({ source: text({ max: 20_000 }), language: languageTag });

/** A question as it stands in a form or in the bank, to be tried as a learner would. */
export const renderInput = z.strictObject({ body: questionBody });
export const tryInput = z.strictObject({ body: questionBody, answer: questionAnswer, language: languageTag });

/** How many questions to draw, and from which. */
export const blueprint = z.strictObject({
  categoryId: uuid,
  withSubcategories: z.boolean().default(true),
  tags: tags.default([]),
  difficulty: difficulty.nullable().default(null),
  count: z.int().min(1).max(100),
});

export const slotsInput = z.strictObject({ activityId: uuid });
export const countInput = z.strictObject({ blueprint });
const points = z.int().min(1).max(100);
export const pinInput = z.strictObject({
  commandId,
  activityId: uuid,
  questionIds: z.array(uuid).min(1).max(100),
  points: points.default(1),
});
export const drawInput = z.strictObject({
  commandId,
  activityId: uuid,
  blueprint,
  points: points.default(1),
});
export const slotPoints = z.strictObject({ commandId, slotId: uuid, points });
export const slotBlueprint = z.strictObject({ commandId, slotId: uuid, blueprint });
export const slotMove = z.strictObject({ commandId, slotId: uuid, to: z.int().min(0).max(1000) });
export const slotCommand = z.strictObject({ commandId, slotId: uuid });
export const slotInput = z.strictObject({ slotId: uuid });

export type ListInput = z.output<typeof listInput>;
export type Blueprint = z.output<typeof blueprint>;

/** Five megabytes as base64. */
const content = z
  .string()
  .max(Math.ceil(5_000_000 / 3) * 4, { error: 'errors.bank.tooLarge' })
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'errors.invalid' });
export const pictureInput = z.strictObject({ commandId, name: singleLine({ min: 1, max: 255 }), content });

const importWish = { categoryId: uuid, language: languageTag, content };
export const importPreview = z.strictObject(importWish);
export const importInput = z.strictObject({ commandId, ...importWish });
export const exportInput = z.strictObject({
  categoryId: uuid.nullable().default(null),
  format: z.enum(['gift', 'json']),
});
