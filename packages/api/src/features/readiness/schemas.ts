import { z } from 'zod';
import { commandId, instant, singleLine, uuid } from '../../schemas.ts';
import { cellStates } from './rules.ts';

/** What narrows the page; all of it stands in the address. */
export const pageInput = z.strictObject({
  partyId: uuid.optional(),
  requirementId: uuid.optional(),
  state: z.enum(cellStates).optional(),
  words: singleLine({ max: 200 }).optional(),
  /** Only who does this work. */
  workRoleId: uuid.optional(),
  /** Of a nation, its own people without those of its organisations. */
  own: z.boolean().optional(),
  /** Where the page before ended. */
  after: singleLine({ max: 80 }).optional(),
});

export type PageInput = z.output<typeof pageInput>;

export const sendInput = z.strictObject({
  commandId,
  partyId: uuid,
  requirementId: uuid.optional(),
  personIds: z.array(uuid).min(1).max(500),
  dueAt: instant,
});
