import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';

export const byCodeInput = z.strictObject({ code: exerciseCode });
export const summaryInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  summary: text({ min: 3, max: 12_000 }),
});
export const issueInput = z.strictObject({ commandId, exerciseId: uuid });
