import { z } from 'zod';
import { singleLine } from '../../schemas.ts';

/** One body by its code. */
export const bodyInput = z.strictObject({ bodyCode: singleLine({ min: 1, max: 40 }) });
