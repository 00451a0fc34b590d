import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';

const slug = z
  .string({ error: 'errors.required' })
  .min(2, { error: 'errors.key' })
  .max(80, { error: 'errors.key' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'errors.key' });

const fields = {
  titleEn: singleLine({ min: 1, max: 200 }),
  titleFr: singleLine({ min: 1, max: 200 }),
  summaryEn: text({ max: 2_000 }),
  summaryFr: text({ max: 2_000 }),
  inOrder: z.boolean(),
  awards: z.boolean(),
  validityMonths: z.int().min(1).max(600).nullable(),
  /** How what it awards reads; null: as the house's credentials do. */
  templateId: uuid.nullable(),
  steps: z
    .array(z.strictObject({ courseId: uuid, required: z.boolean() }))
    .min(1, { error: 'errors.paths.noCourse' })
    .max(50)
    .refine((steps) => new Set(steps.map(({ courseId }) => courseId)).size === steps.length, {
      error: 'errors.paths.twice',
    }),
};

export const makeInput = z.strictObject({ commandId, slug, ...fields });
export const changeInput = z.strictObject({ commandId, pathId: uuid, revision: z.int().min(1), ...fields });
export const pathCommand = z.strictObject({ commandId, pathId: uuid });
export const bySlugInput = z.strictObject({ slug: singleLine({ min: 1, max: 80 }) });
export const pathInput = z.strictObject({ pathId: uuid });
export const progressInput = z.strictObject({
  slug: singleLine({ min: 1, max: 80 }),
  after: z.string().max(600).optional(),
  /** Of one cohort on the path. */
  cohortId: uuid.optional(),
});
export const putInput = z.strictObject({
  commandId,
  pathId: uuid,
  personIds: z.array(uuid).min(1, { error: 'errors.required' }).max(500),
});
export const putCohortInput = z.strictObject({ commandId, pathId: uuid, cohortId: uuid });
export const candidatesInput = z.strictObject({ pathId: uuid, query: singleLine({ max: 200 }).optional() });

export type PathFields = Omit<z.output<typeof makeInput>, 'commandId' | 'slug'>;
