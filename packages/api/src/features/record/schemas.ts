import { z } from 'zod';
import { uuid } from '../../schemas.ts';

const day = z.iso.date({ error: 'errors.instant' });

export const listInput = z.strictObject({
  action: z
    .string()
    .max(60)
    .regex(/^[A-Za-z.]+$/)
    .optional(),
  personId: uuid.optional(),
  from: day.optional(),
  until: day.optional(),
  before: z.string().max(600).optional(),
});
