import { z } from 'zod';
import { commandId, email, instant, singleLine, text, uuid } from '../../schemas.ts';

const NAME = 200;
const TITLE = 200;

export const listInput = z.strictObject({
  query: singleLine({ max: 200 }).optional(),
  partyId: uuid.optional(),
  ended: z.boolean().optional(),
  after: z.string().max(600).optional(),
});

export const byIdInput = z.strictObject({ personId: uuid });

const personFields = {
  givenName: singleLine({ min: 1, max: NAME }),
  familyName: singleLine({ min: 1, max: NAME }),
  latinName: singleLine({ max: NAME }).nullish(),
  jobTitle: singleLine({ max: TITLE }).default(''),
  partyId: uuid,
};

export const inviteInput = z.strictObject({
  commandId,
  ...personFields,
  email,
  locale: z.enum(['en', 'fr']).default('en'),
});

export const personCommand = z.strictObject({ commandId, personId: uuid });

export const resetFactorInput = z.strictObject({
  commandId,
  personId: uuid,
  reason: text({ min: 3, max: 500 }),
});

export const correctInput = z.strictObject({ commandId, personId: uuid, ...personFields });

export const appointInput = z
  .strictObject({
    commandId,
    personId: uuid,
    role: z.string().max(40),
    scope: z.enum(['alliance', 'party', 'body', 'course', 'cohort', 'exercise']),
    scopeId: uuid.nullable(),
    validUntil: instant.nullable(),
  })
  .refine(({ scope, scopeId }) => (scope === 'alliance') === (scopeId === null), {
    path: ['scopeId'],
    error: 'errors.required',
  });

/** `revision` is the one the form was opened with: whoever saves second is told. */
export const changeAppointmentInput = z.strictObject({
  commandId,
  appointmentId: uuid,
  revision: z.int().min(1),
  validUntil: instant.nullable(),
});

export const endAppointmentInput = z.strictObject({
  commandId,
  appointmentId: uuid,
  revision: z.int().min(1),
});

export const attestInput = z.strictObject({
  commandId,
  personId: uuid,
  level: z.int().min(0).max(1000),
  caveats: z
    .array(singleLine({ min: 1, max: 40 }))
    .max(20)
    .default([]),
  validUntil: instant,
});

export const revokeAttestationInput = z.strictObject({ commandId, attestationId: uuid });

export const revokeSessionInput = z.strictObject({ commandId, sessionId: uuid });
