import { roles } from '@concord/db/enums';
import { z } from 'zod';
import { commandId, instant, singleLine, text, uuid } from '../../schemas.ts';

const seats = z
  .array(z.strictObject({ partyId: uuid, seats: z.int().min(0).max(10_000) }))
  .max(200)
  .refine((lines) => new Set(lines.map(({ partyId }) => partyId)).size === lines.length, {
    error: 'errors.field.invalid',
  });

const cohortFields = {
  nameEn: singleLine({ min: 1, max: 200 }),
  nameFr: singleLine({ min: 1, max: 200 }),
  startsAt: instant,
  dueAt: instant.nullable(),
  seats,
};

export const createInput = z.strictObject({ commandId, courseId: uuid, ...cohortFields });

/** `revision` is the one the form was opened with. */
export const editInput = z.strictObject({
  commandId,
  cohortId: uuid,
  revision: z.int().min(1),
  ...cohortFields,
});

export const byIdInput = z.strictObject({ cohortId: uuid });

export const candidatesInput = z.strictObject({
  cohortId: uuid,
  query: singleLine({ max: 200 }).optional(),
  partyId: uuid.optional(),
});

export const addMembersInput = z.strictObject({
  commandId,
  cohortId: uuid,
  personIds: z.array(uuid).min(1).max(500),
});

export const memberCommand = z.strictObject({ commandId, cohortId: uuid, personId: uuid });

export const cohortCommand = z.strictObject({ commandId, cohortId: uuid });

export const extendInput = z.strictObject({
  commandId,
  cohortId: uuid,
  revision: z.int().min(1),
  dueAt: instant,
});

/** Whom a rule covers: who does this work, or is appointed to this role; of one party, or (null) of all. */
const rule = {
  cohortId: uuid,
  workRoleId: uuid.nullable(),
  role: z.enum(roles).nullable(),
  partyId: uuid.nullable(),
};
const namesOne = {
  check: (input: { workRoleId: string | null; role: string | null }) =>
    (input.workRoleId === null) !== (input.role === null),
  say: { error: 'errors.required', path: ['who'] },
};

export const ruleInput = z.strictObject(rule).refine(namesOne.check, namesOne.say);
export const addRuleInput = z.strictObject({ commandId, ...rule }).refine(namesOne.check, namesOne.say);
export const endRuleInput = z.strictObject({ commandId, cohortId: uuid, ruleId: uuid });

/** Whom a message is for: everybody in the cohort, who has not begun, who is overdue. */
export const audiences = ['all', 'notBegun', 'overdue'] as const;
export type MessageAudience = (typeof audiences)[number];

const words = z
  .strictObject({ subject: singleLine({ min: 1, max: 200 }), text: text({ min: 1, max: 10_000 }) })
  .nullable();
const message = { cohortId: uuid, audience: z.enum(audiences), en: words, fr: words };
const oneLanguage = {
  check: (input: { en: unknown; fr: unknown }) => input.en !== null || input.fr !== null,
  say: { error: 'errors.required', path: ['text'] },
};

export const messageInput = z.strictObject(message).refine(oneLanguage.check, oneLanguage.say);
export const sendInput = z.strictObject({ commandId, ...message }).refine(oneLanguage.check, oneLanguage.say);
export const messageById = z.strictObject({ messageId: uuid });

/** Last days of single activities; those left out have none of their own. */
export const deadlinesInput = z.strictObject({
  commandId,
  cohortId: uuid,
  revision: z.int().min(1),
  deadlines: z
    .array(z.strictObject({ activityKey: singleLine({ min: 1, max: 200 }), dueAt: instant }))
    .max(500)
    .refine((lines) => new Set(lines.map(({ activityKey }) => activityKey)).size === lines.length, {
      error: 'errors.field.invalid',
    }),
});
