import { z } from 'zod';
import { commandId, instant, singleLine, text, uuid } from '../../schemas.ts';
import { wallTime } from '../silence/schemas.ts';
import { markingInput } from '../threads/schemas.ts';
import { LONGEST_MEETING_HOURS, MOST_ITEMS, outcomes, wants } from './rules.ts';

const bodyCode = singleLine({ min: 1, max: 40 });

/** The meetings of a body: those ahead, or the past ones before an instant. */
export const meetingsOfBodyInput = z.strictObject({ bodyCode, before: instant.optional() });
export const nextMeetingInput = z.strictObject({ bodyCode });
export const meetingInput = z.strictObject({ meetingId: uuid });

const facts = {
  title: singleLine({ min: 1, max: 200 }),
  startsAt: instant,
  endsAt: instant,
  place: singleLine({ max: 200 }).default(''),
  link: z
    .union([z.literal(''), z.url({ protocol: /^https$/, error: 'errors.exercises.link' }).max(500)])
    .default(''),
};

type Times = { startsAt: string; endsAt: string };

/** It ends after it begins, and within days. */
function inOrder({ startsAt, endsAt }: Times, context: z.RefinementCtx): void {
  const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000;
  if (hours > 0 && hours <= LONGEST_MEETING_HOURS) return;
  const message = hours > 0 ? 'errors.meetings.tooLong' : 'errors.meetings.endsFirst';
  context.addIssue({ code: 'custom', path: ['endsAt'], message });
}

/** A meeting planned: a draft that chair and secretariat alone read. */
export const planInput = z
  .strictObject({ commandId, bodyCode, ...facts, marking: markingInput })
  .superRefine(inOrder);

/** When and where it is; its marking as long as it is a draft. */
export const changeInput = z
  .strictObject({ commandId, meetingId: uuid, ...facts, marking: markingInput.optional() })
  .superRefine(inOrder);

export const meetingCommand = z.strictObject({ commandId, meetingId: uuid });

/** An item of the agenda, new (`itemId` null) or changed. Without a marking it takes the meeting's, or keeps its own. */
export const saveItemInput = z.strictObject({
  commandId,
  meetingId: uuid,
  itemId: uuid.nullable(),
  title: singleLine({ min: 1, max: 200 }),
  note: text({ max: 2_000 }).default(''),
  lead: singleLine({ max: 100 }).default(''),
  wanted: z.enum(wants),
  minutes: z.int({ error: 'errors.meetings.minutes' }).min(1).max(1_440).nullable().default(null),
  threadId: uuid.nullable().default(null),
  textId: uuid.nullable().default(null),
  marking: markingInput.optional(),
});

export const itemCommand = z.strictObject({ commandId, itemId: uuid });

/** The agenda in another order: every item the person sees, each once. */
export const orderInput = z.strictObject({
  commandId,
  meetingId: uuid,
  itemIds: z.array(uuid).min(1).max(MOST_ITEMS),
});

/** Uploads hung on the meeting, or on one of its items. */
export const attachInput = z.strictObject({
  commandId,
  meetingId: uuid,
  itemId: uuid.nullable(),
  fileIds: z.array(uuid).min(1).max(20),
});
export const detachInput = z.strictObject({ commandId, fileId: uuid });

/** The summary record laid before the members, until an end; without one, for the usual working days. */
export const openSummaryInput = z.strictObject({ commandId, meetingId: uuid, until: wallTime.optional() });
/** An end that its secretariat thinks of. */
export const checkUntilInput = z.strictObject({ meetingId: uuid, until: wallTime });

/** A nation's remark on a summary record: on an item, or on the whole (`itemId` null). */
export const remarkInput = z.strictObject({
  commandId,
  meetingId: uuid,
  itemId: uuid.nullable(),
  words: text({ min: 1, max: 4_000 }),
});
export const remarkCommand = z.strictObject({ commandId, remarkId: uuid });
/** Why the record stays as it is. */
export const answerRemarkInput = z.strictObject({
  commandId,
  remarkId: uuid,
  reason: text({ min: 1, max: 2_000 }),
});

/** What came of an item. A deferred one may name the meeting it goes to, and is put on its agenda. */
export const outcomeInput = z
  .strictObject({
    commandId,
    itemId: uuid,
    outcome: z.enum(outcomes),
    note: text({ max: 4_000 }).default(''),
    deferredTo: uuid.nullable().default(null),
  })
  .refine(({ outcome, deferredTo }) => deferredTo === null || outcome === 'deferred', {
    path: ['deferredTo'],
    error: 'errors.meetings.notDeferred',
  });
