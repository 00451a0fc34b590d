import { z } from 'zod';
import { commandId, uuid } from '../../schemas.ts';

/** A page of the list: what came before one notification, or the newest. */
export const listInput = z.strictObject({ before: uuid.optional() });

/** Marks everything up to one notification as read: what arrives meanwhile stays unread. */
export const markReadInput = z.strictObject({ commandId, upTo: uuid });

export type ListInput = z.infer<typeof listInput>;
export type MarkReadInput = z.infer<typeof markReadInput>;
