import { z } from 'zod';
import { commandId, instant, singleLine, text, uuid } from '../../schemas.ts';

/** A marking as it is chosen: "ALLIES" is written out into parties at that moment. */
export const markingInput = z.strictObject({
  level: z.int().min(0).max(100),
  releasableTo: z
    .array(z.union([z.literal('ALLIES'), uuid]))
    .min(1, { error: 'errors.marking.nobody' })
    .max(200),
  onlyFor: z.array(uuid).max(200).default([]),
  caveats: z
    .array(singleLine({ min: 1, max: 40 }))
    .max(20)
    .default([]),
});
export type MarkingInput = z.infer<typeof markingInput>;

const needToKnow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('body') }),
  z.strictObject({ kind: z.literal('named'), personIds: z.array(uuid).min(1).max(500) }),
]);

/** A new topic under a body: everybody appointed there, or the people named. */
export const startThreadInput = z.strictObject({
  commandId,
  bodyCode: singleLine({ min: 1, max: 40 }),
  title: singleLine({ min: 1, max: 200 }),
  marking: markingInput,
  needToKnow,
});

/** The threads of a body, the newest first. */
export const threadsOfBodyInput = z.strictObject({
  bodyCode: singleLine({ min: 1, max: 40 }),
  before: uuid.optional(),
  /** Only those that are open, or closed. */
  state: z.enum(['open', 'closed']).optional(),
});

/** A page of a thread: the newest, the one before or after a contribution, or the one that holds it. */
export const threadPageInput = z.strictObject({
  threadId: uuid,
  before: uuid.optional(),
  after: uuid.optional(),
  at: uuid.optional(),
  /** The page that begins with the first contribution not yet read. */
  unread: z.boolean().optional(),
});

/** Who would be able to read something with a marking, in a thread or in a body's new thread. */
export const audienceInput = z.strictObject({
  threadId: uuid.optional(),
  bodyCode: singleLine({ min: 1, max: 40 }).optional(),
  personIds: z.array(uuid).max(500).optional(),
  marking: markingInput,
});

/** One thread by its id. */
export const threadInput = z.strictObject({ threadId: uuid });

/** People who may be mentioned, by the beginning of a name. */
export const mentionableInput = z.strictObject({
  threadId: uuid,
  marking: markingInput.optional(),
  query: singleLine({ max: 80 }),
});

/** Everything up to and with this contribution has been read. */
export const markReadInput = z.strictObject({ commandId, threadId: uuid, contributionId: uuid });

/** How much a person wants to hear of a thread. */
export const followInput = z.strictObject({
  commandId,
  threadId: uuid,
  following: z.enum(['normal', 'following', 'muted']),
});

/** A thread closed or opened again, and why. */
export const closeInput = z.strictObject({ commandId, threadId: uuid, reason: text({ min: 1, max: 1_000 }) });

/** People named in a thread, until an instant or for good. */
export const nameInput = z.strictObject({
  commandId,
  threadId: uuid,
  personIds: z.array(uuid).min(1, { error: 'errors.thread.nobodyNamed' }).max(500),
  mayWrite: z.boolean(),
  until: instant.nullable(),
});

/** Somebody taken off a thread. */
export const takeOffInput = z.strictObject({ commandId, threadId: uuid, personId: uuid });

/** A wish to open a thread, or one of its entries, wider; and why. */
export const askWiderInput = z.strictObject({
  commandId,
  threadId: uuid,
  contributionId: uuid.optional(),
  marking: markingInput,
  reason: text({ min: 1, max: 1_000 }),
});

/** What the second person says to it. */
export const decideWiderInput = z.strictObject({ commandId, requestId: uuid, confirm: z.boolean() });

/** Glass broken over a thread, for how long and why. */
export const breakGlassInput = z.strictObject({
  commandId,
  threadId: uuid,
  hours: z.union([z.literal(1), z.literal(4), z.literal(8), z.literal(24)], {
    error: 'errors.thread.glass.hours',
  }),
  reason: text({ min: 10, max: 1_000 }),
});
export const endGlassInput = z.strictObject({ commandId, glassId: uuid });

/** A thread's marking made narrower. */
export const narrowThreadInput = z.strictObject({ commandId, threadId: uuid, marking: markingInput });
