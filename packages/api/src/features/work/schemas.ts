import { z } from 'zod';
import { commandId, instant, singleLine, uuid } from '../../schemas.ts';

/** Letters, figures and hyphens: what files and other systems call it by. */
const code = z
  .string({ error: 'errors.required' })
  .min(1, { error: 'errors.required' })
  .max(60, { error: 'errors.key' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'errors.key' });

const names = { nameEn: singleLine({ min: 1, max: 200 }), nameFr: singleLine({ min: 1, max: 200 }) };

export const createInput = z.strictObject({ commandId, code, ...names });
export const renameInput = z.strictObject({ commandId, workRoleId: uuid, ...names });
export const workCommand = z.strictObject({ commandId, workRoleId: uuid });
export const byIdInput = z.strictObject({ workRoleId: uuid, after: z.string().max(600).optional() });
export const candidatesInput = z.strictObject({
  workRoleId: uuid,
  query: singleLine({ max: 200 }).optional(),
});
export const ofPersonInput = z.strictObject({ personId: uuid });

export const giveInput = z.strictObject({
  commandId,
  workRoleId: uuid,
  personIds: z.array(uuid).min(1, { error: 'errors.required' }).max(500),
  validFrom: instant.nullable(),
  validUntil: instant.nullable(),
});

export const takeInput = z.strictObject({ commandId, workId: uuid });

/** A file as text: a line a person, with columns by name. */
const content = z.string().max(2_000_000, { error: 'errors.PAYLOAD_TOO_LARGE' });
export const previewInput = z.strictObject({ content });
export const importInput = z.strictObject({ commandId, content });
