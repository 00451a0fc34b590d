import { z } from 'zod';
import { commandId, instant, singleLine, text, uuid } from '../../schemas.ts';

const reason = text({ max: 500 });
const neededReason = text({ min: 3, max: 500 });

/** People a coordinator names for a role. */
export const nominateInput = z.strictObject({
  commandId,
  roleId: uuid,
  personIds: z.array(uuid).min(1).max(100),
  reason: reason.default(''),
});

/** Whom one may name for a role, with how they stand. */
export const candidatesInput = z.strictObject({
  roleId: uuid,
  query: singleLine({ max: 200 }).optional(),
});

/** An act on somebody's nomination that may be explained. */
export const actInput = z.strictObject({
  commandId,
  roleId: uuid,
  personId: uuid,
  reason: reason.default(''),
});

/** An act whose reason all nations read. */
export const reasonedInput = z.strictObject({
  commandId,
  roleId: uuid,
  personId: uuid,
  reason: neededReason,
});

/** Another of the same party in somebody's place. */
export const substituteInput = z.strictObject({
  commandId,
  roleId: uuid,
  personId: uuid,
  replacesId: uuid,
  reason: neededReason,
});

/** Puts who holds a seat into a team, or into none. */
export const placeInput = z.strictObject({
  commandId,
  roleId: uuid,
  personId: uuid,
  teamId: uuid.nullable(),
});

/** Sends people the courses a role asks for and they lack, to be done by a day. */
export const sendLackingInput = z.strictObject({
  commandId,
  roleId: uuid,
  personIds: z.array(uuid).min(1).max(100),
  dueAt: instant,
});

export const seatsInput = z.strictObject({ exerciseId: uuid });
export const logInput = z.strictObject({ roleId: uuid, before: z.int().min(1).optional() });

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
export type NominateInput = Input<typeof nominateInput>;
export type ActInput = Input<typeof actInput>;
export type SubstituteInput = Input<typeof substituteInput>;
export type PlaceInput = Input<typeof placeInput>;
export type SendLackingInput = Input<typeof sendLackingInput>;
