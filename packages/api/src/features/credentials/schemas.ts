import { z } from 'zod';
import { commandId, text, uuid } from '../../schemas.ts';

/** A public id as somebody typed or followed it; what cannot be one is simply unknown. */
export const verifyInput = z.strictObject({ publicId: z.string().max(200) });

export const revokeInput = z.strictObject({
  commandId,
  credentialId: uuid,
  reason: text({ min: 3, max: 500 }),
});

export type RevokeInput = z.output<typeof revokeInput>;
