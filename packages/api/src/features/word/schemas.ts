import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';
import { MOST_PARAGRAPHS } from '../texts/schemas.ts';

const number = z.coerce.number().int().min(1).max(10_000);

/** The ways to take a text out. */
export const wordViews = ['clean', 'bracketed', 'redline'] as const;
export type WordView = (typeof wordViews)[number];

/** A text to take out: the newest version unless another is named; a redline is since the version before it. */
export const takeOutInput = z.strictObject({
  textId: uuid,
  view: z.enum(wordViews),
  version: number.optional(),
  since: number.optional(),
});

/** A Word file of one's own, laid beside a text. */
export const previewInput = z.strictObject({ textId: uuid, fileId: uuid });

/** The changes of a file that become amendments, each with its reason; `base` is the version they were shown beside. */
export const bringInInput = z.strictObject({
  commandId,
  textId: uuid,
  fileId: uuid,
  base: number,
  chosen: z
    .array(z.strictObject({ key: z.string().max(40), reason: text({ min: 1, max: 4_000 }) }))
    .min(1, { error: 'errors.word.chooseOne' })
    .max(MOST_PARAGRAPHS),
});
