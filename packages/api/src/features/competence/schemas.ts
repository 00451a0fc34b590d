import { z } from 'zod';
import { commandId, uuid } from '../../schemas.ts';

export const personInput = z.strictObject({ personId: uuid });
/** Aims at some work, or no longer. */
export const aimInput = z.strictObject({ commandId, workRoleId: uuid, aims: z.boolean() });
