import { z } from 'zod';
import { commandId, instant, singleLine, uuid } from '../../schemas.ts';

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
