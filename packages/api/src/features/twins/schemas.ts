import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';

export const byCodeInput = z.strictObject({ code: exerciseCode });
export const twinCommand = z.strictObject({ commandId, exerciseId: uuid });
export const leaveInput = z.strictObject({ commandId });
export const resetInput = z.strictObject({ commandId, exerciseId: uuid, reason: text({ min: 3, max: 500 }) });
