import { exerciseColours, exerciseEventKinds, exerciseKinds, languageLevels } from '@concord/db/enums';
import { z } from 'zod';
import { commandId, instant, singleLine, text, uuid } from '../../schemas.ts';
import { workingLanguage } from '../languages/schemas.ts';
import { markingInput } from '../threads/schemas.ts';

/** What an exercise is called in its address: letters, digits and hyphens. */
export const exerciseCode = singleLine({ min: 2, max: 20 }).regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, {
  error: 'errors.exercises.code',
});
const zone = z
  .string()
  .refine((value) => Intl.supportedValuesOf('timeZone').includes(value) || value === 'UTC', {
    error: 'errors.field.invalid',
  });
const name = singleLine({ min: 1, max: 200 });
const revision = z.int().min(1);
const seats = z.int().min(0).max(5_000);

const fields = {
  nameEn: name,
  nameFr: name,
  kind: z.enum(exerciseKinds),
  summaryEn: text({ max: 4_000 }),
  summaryFr: text({ max: 4_000 }),
  startsAt: instant,
  endsAt: instant,
  timeZone: zone,
  place: singleLine({ max: 200 }),
  opensAt: instant.nullable(),
  closesAt: instant,
  substitutionUntil: instant,
  reofferDays: z.int().min(0).max(365).nullable(),
};

export const createExerciseInput = z.strictObject({
  commandId,
  code: exerciseCode,
  ...fields,
  marking: markingInput,
});

/** `revision` is the one the form was opened with. */
export const editExerciseInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  revision,
  ...fields,
});

export const byCodeInput = z.strictObject({ code: exerciseCode });
export const exerciseCommand = z.strictObject({ commandId, exerciseId: uuid });
export const cancelInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  reason: text({ min: 3, max: 500 }),
});

/** The list: what is ahead or under way, or what is over. */
export const listInput = z.strictObject({
  past: z.boolean().default(false),
  after: z.strictObject({ startsAt: instant, id: uuid }).optional(),
});

/** One month of the calendar: `2027-03`. */
export const monthInput = z.strictObject({ month: z.string().regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/) });

/** One role with its seats: shared ones, and those of each party with the fewest it is asked to fill. */
export const roleInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  roleId: uuid.nullable(),
  colour: z.enum(exerciseColours),
  nameEn: name,
  nameFr: name,
  minimum: seats,
  sharedSeats: seats,
  workRoleId: uuid.nullable(),
  /** The language whoever plays it works in, and how well at least. */
  language: z.strictObject({ tag: workingLanguage, level: z.enum(languageLevels) }).nullable(),
  parties: z
    .array(z.strictObject({ partyId: uuid, minimum: seats, seats }))
    .max(200)
    .refine((lines) => new Set(lines.map(({ partyId }) => partyId)).size === lines.length, {
      error: 'errors.field.invalid',
    }),
  /** What whoever plays it must hold on the exercise's last day. */
  courseIds: z.array(uuid).max(20),
  level: z.int().min(0).max(9).nullable(),
  reason: text({ min: 3, max: 500 }),
});
export const roleCommand = z.strictObject({ commandId, roleId: uuid });

/** People who play together, of one nation or several. */
export const teamInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  teamId: uuid.nullable(),
  name,
  colour: z.enum(exerciseColours),
  partyIds: z.array(uuid).min(1).max(40),
});

export const partyInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  partyId: uuid,
  standing: z.enum(['participant', 'partner', 'observer']),
});
export const agreePartyInput = z.strictObject({ commandId, exerciseId: uuid, partyId: uuid });

export const objectivesInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  objectives: z.array(z.strictObject({ id: uuid.nullable(), titleEn: name, titleFr: name })).max(50),
});

/** A conference, visit or hot wash. */
export const eventInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  eventId: uuid.nullable(),
  kind: z.enum(exerciseEventKinds),
  title: name,
  startsAt: instant,
  endsAt: instant,
  timeZone: zone,
  place: singleLine({ max: 200 }),
  link: z.union([z.literal(''), z.url({ protocol: /^https$/, error: 'errors.exercises.link' }).max(500)]),
  audience: z.enum(['staff', 'holders', 'all']),
});
export const eventCommand = z.strictObject({ commandId, eventId: uuid });

/** A document: for planners, for who has a seat as well, or for all who know of the exercise; `null` marks it as that. */
export const documentInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  title: name,
  audience: z.enum(['staff', 'holders', 'all']),
  marking: markingInput.nullable(),
  fileId: uuid,
});
/** A newer version, with what changed. */
export const versionInput = z.strictObject({
  commandId,
  documentId: uuid,
  fileId: uuid,
  note: singleLine({ max: 300 }),
});
export const documentCommand = z.strictObject({ commandId, documentId: uuid });

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
export type CreateExerciseInput = Input<typeof createExerciseInput>;
export type EditExerciseInput = Input<typeof editExerciseInput>;
export type RoleInput = Input<typeof roleInput>;
export type TeamInput = Input<typeof teamInput>;
export type EventInput = Input<typeof eventInput>;
export type DocumentInput = Input<typeof documentInput>;
export type VersionInput = Input<typeof versionInput>;
export type ListInput = z.output<typeof listInput>;
