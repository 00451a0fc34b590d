import { z } from 'zod';
import { singleLine, uuid } from '../../schemas.ts';
import { contributionKinds } from '../contributions/rules.ts';

const day = z.iso.date({ error: 'errors.instant' });
const code = singleLine({ min: 1, max: 40 });

const query = singleLine({ min: 1, max: 200 });
/** Only entries, only formal statements, or only personal remarks. */
const kind = z.enum(contributionKinds).optional();
const when = {
  /** Days at headquarters, both included. */
  from: day.optional(),
  until: day.optional(),
  /** Only what carries a file. */
  hasFile: z.boolean().optional(),
};

/** Words to look for, where and when, and the last result already seen. */
export const searchInput = z.strictObject({
  query,
  /** Only in the threads of this body. */
  bodyCode: code.optional(),
  /** Only what was said for this party. */
  partyCode: code.optional(),
  kind,
  ...when,
  before: uuid.optional(),
});

/** The same for meetings and their agendas. */
export const agendaInput = z.strictObject({
  query,
  bodyCode: code.optional(),
  ...when,
  before: uuid.optional(),
  /** As many as are wanted, at most a page. */
  most: z.int().min(1).max(20).optional(),
});

/** Where threads without an index are looked for. */
export const unindexedInput = z.strictObject({ bodyCode: code.optional() });

/** Words to look for in one thread, by opening it. */
export const inThreadInput = z.strictObject({
  query,
  threadId: uuid,
  partyCode: code.optional(),
  kind,
  ...when,
  before: uuid.optional(),
});
