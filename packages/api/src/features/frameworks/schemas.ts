import { z } from 'zod';
import { commandId, singleLine, uuid } from '../../schemas.ts';
import { itemKinds, mapSubjects } from './rules.ts';

/** One kind of things of a framework, by code; `after` is the last code of the page before. */
export const browseInput = z.strictObject({
  frameworkId: uuid,
  kind: z.enum(itemKinds).default('role'),
  query: singleLine({ max: 200 }).optional(),
  after: singleLine({ max: 100 }).optional(),
});

export const itemInput = z.strictObject({ frameworkId: uuid, code: singleLine({ min: 1, max: 100 }) });

const subject = z.enum(mapSubjects);

/** Says, or takes back, that something teaches, tests or needs things of a framework. */
export const mapInput = z.strictObject({
  ...{ commandId, subject, subjectId: uuid, maps: z.boolean() },
  itemIds: z.array(uuid).min(1, { error: 'errors.frameworks.nothingChosen' }).max(200),
});
export const mappableInput = z.strictObject({
  subject,
  query: singleLine({ max: 200 }).optional(),
  after: z.string().max(600).optional(),
});
export const mappingsInput = z.strictObject({ subject, subjectId: uuid });
export const findInput = z.strictObject({
  query: singleLine({ max: 200 }),
  frameworkId: uuid.optional(),
  kind: z.enum(itemKinds).optional(),
});

/** A framework's own file as text. The largest one published is half of this. */
const content = z
  .string()
  .min(1, { error: 'errors.required' })
  .max(5_000_000, { error: 'errors.PAYLOAD_TOO_LARGE' });
export const previewInput = z.strictObject({ content });
/** `basis` is what the preview was compared with: nothing is taken over a version that changed since. */
export const takeInput = z.strictObject({ commandId, content, basis: z.string().max(64) });

export type BrowseInput = z.output<typeof browseInput>;
export type ItemInput = z.output<typeof itemInput>;
export type FindInput = z.output<typeof findInput>;
export type MapInput = Omit<z.output<typeof mapInput>, 'commandId'>;
