import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';
import { markingInput } from '../threads/schemas.ts';
import { contributionKinds, LONGEST_CONTRIBUTION, MOST_FILES } from './rules.ts';

const body = text({ min: 1, max: LONGEST_CONTRIBUTION });

/** A new entry of a thread. Without a marking it takes the thread's. */
export const contributeInput = z.strictObject({
  commandId,
  threadId: uuid,
  text: body,
  /** A personal remark binds no nation; a statement is the nation's formal word. */
  kind: z.enum(contributionKinds).default('entry'),
  marking: markingInput.optional(),
  replyTo: uuid.optional(),
  /** What is quoted besides what the text refers to. */
  quotes: z.array(uuid).max(50).default([]),
  fileIds: z.array(uuid).max(MOST_FILES).default([]),
});

/** Another wording of one's own entry; `revision` is the one the person has seen. */
export const editInput = z.strictObject({
  commandId,
  contributionId: uuid,
  revision: z.int().min(1),
  text: body,
});

/** An entry taken away; what it said is no longer shown. */
export const removeInput = z.strictObject({ commandId, contributionId: uuid });

/** An entry's marking made narrower. */
export const narrowInput = z.strictObject({ commandId, contributionId: uuid, marking: markingInput });

/** An entry that should not be where it is, and why. */
export const reportInput = z.strictObject({
  commandId,
  contributionId: uuid,
  reason: text({ min: 1, max: 1_000 }),
});

/** One entry by its id. */
export const contributionInput = z.strictObject({ contributionId: uuid });

/** A text not yet sent. */
export const saveDraftInput = z.strictObject({
  commandId,
  threadId: uuid,
  text: text({ max: LONGEST_CONTRIBUTION }),
});

/** A draft given up. */
export const discardDraftInput = z.strictObject({ commandId, threadId: uuid });

/** A text to look at as it will be shown. */
export const previewInput = z.strictObject({ threadId: uuid, text: text({ max: LONGEST_CONTRIBUTION }) });
