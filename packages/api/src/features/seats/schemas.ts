import { z } from 'zod';
import { commandId, singleLine, text, uuid } from '../../schemas.ts';

/** What may stand in the ledger of a cohort's seats. */
export const seatKinds = [
  'request',
  'coordinatorAgreed',
  'directorAgreed',
  'refused',
  'withdrawn',
  'quota',
  'shared',
  'reoffered',
  'moved',
  'settings',
] as const;
export type SeatKind = (typeof seatKinds)[number];

const reason = text({ max: 500 });
const neededReason = text({ min: 3, max: 500 });

export const byCohortInput = z.strictObject({ cohortId: uuid });

/** Asks for a seat: for oneself, or by the training coordinator for named people of the own party. */
export const requestInput = z.strictObject({
  commandId,
  cohortId: uuid,
  personIds: z.array(uuid).min(1).max(200),
  reason: reason.default(''),
});

/** Asks for a seat for oneself. */
export const cohortCommand = z.strictObject({ commandId, cohortId: uuid });

export const candidatesInput = z.strictObject({ cohortId: uuid, query: singleLine({ max: 200 }).optional() });

/** An act on somebody's request that may be explained. */
export const agreeInput = z.strictObject({
  commandId,
  cohortId: uuid,
  personId: uuid,
  reason: reason.default(''),
});

/** An act that all nations read the reason of. */
export const reasonedInput = z.strictObject({
  commandId,
  cohortId: uuid,
  personId: uuid,
  reason: neededReason,
});

/** How seats of a cohort are given; `revision` is the one the form was opened with. */
export const settingsInput = z.strictObject({
  commandId,
  cohortId: uuid,
  revision: z.int().min(1),
  approval: z.enum(['none', 'coordinator', 'both']),
  sharedSeats: z.int().min(0).max(10_000),
  reofferDays: z.int().min(0).max(365).nullable(),
  reason: neededReason,
});

export const cohortReasonInput = z.strictObject({ commandId, cohortId: uuid, reason: neededReason });

export type RequestInput = Omit<z.output<typeof requestInput>, 'commandId'>;
export type AgreeInput = Omit<z.output<typeof agreeInput>, 'commandId'>;
export type SettingsInput = Omit<z.output<typeof settingsInput>, 'commandId'>;
