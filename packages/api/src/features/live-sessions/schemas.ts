import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';
import { timeZone } from '../shell/schemas.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'errors.liveSessions.clock' });
const day = z.iso.date({ error: 'errors.liveSessions.day' });
const reason = text({ min: 3, max: 500 });
const revision = z.int().min(0);

/** When and where: the day and the clock are those of the zone. */
const dates = {
  zone: timeZone,
  day,
  begins: clock,
  finishes: clock,
  /** Which of two hours is meant where the clocks go back. */
  fold: z.enum(['first', 'second']).default('first'),
  place: singleLine({ max: 200 }),
  link: z.union([z.literal(''), z.url({ protocol: /^https$/, error: 'errors.liveSessions.link' }).max(500)]),
  hostId: uuid.nullable(),
  capacity: z.int({ error: 'errors.number' }).min(1, { error: 'errors.number' }).max(100_000).nullable(),
  note: text({ max: 2_000 }),
};
const somewhere = {
  check: ({ place, link }: { place: string; link: string }) => place.trim() !== '' || link !== '',
  say: { path: ['place'], error: 'errors.liveSessions.nowhere' },
};

/** The key of the session's activity in its course. */
const sessionKey = singleLine({ min: 1, max: 200 });

/** The dates of a course's sessions, or of one of them; `cohortId`: those for this cohort. */
export const plannedInput = z.strictObject({
  /** Its slug, or its id. */
  course: singleLine({ min: 1, max: 200 }),
  sessionKey: sessionKey.nullable().default(null),
  cohortId: uuid.nullable().default(null),
});
export const planInput = z
  .strictObject({ commandId, courseId: uuid, sessionKey, cohortId: uuid.nullable(), ...dates })
  .refine(somewhere.check, somewhere.say);
export const changeInput = z
  .strictObject({ commandId, liveSessionId: uuid, revision, reason, ...dates })
  .refine(somewhere.check, somewhere.say);
export const cancelInput = z.strictObject({ commandId, liveSessionId: uuid, revision, reason });

export const ownInput = z.strictObject({ enrolmentId: uuid, activityId: uuid });
export const attendanceInput = z.strictObject({
  liveSessionId: uuid,
  query: singleLine({ max: 200 }).optional(),
});

export const attendanceStates = ['present', 'absent', 'excused'] as const;

/** Who was there, for as many people as there are at once; `before` is what the list showed of each. */
export const noteInput = z.strictObject({
  commandId,
  liveSessionId: uuid,
  entries: z
    .array(
      z.strictObject({
        enrolmentId: uuid,
        state: z.enum(attendanceStates),
        before: z.enum(attendanceStates).nullable(),
      }),
    )
    .min(1)
    .max(1_000)
    .refine((lines) => new Set(lines.map(({ enrolmentId }) => enrolmentId)).size === lines.length, {
      error: 'errors.field.invalid',
    }),
  /** Why it is corrected, where something noted more than a day ago is. */
  reason: text({ max: 500 }).default(''),
});

export type Dates = z.output<typeof planInput>;
export type PlanInput = Omit<z.output<typeof planInput>, 'commandId'>;
export type ChangeInput = Omit<z.output<typeof changeInput>, 'commandId'>;
export type CancelInput = Omit<z.output<typeof cancelInput>, 'commandId'>;
export type NoteInput = Omit<z.output<typeof noteInput>, 'commandId'>;
