import { z } from 'zod';
import { commandId } from '../../schemas.ts';

/** The secret part of a calendar's address: 32 random bytes. The browser makes it, so that no answer ever holds it. */
export const secret = z.string({ error: 'errors.id' }).regex(/^[\w-]{43}$/, { error: 'errors.id' });

export const openFeedInput = z.strictObject({ commandId, secret });
export const closeFeedInput = z.strictObject({ commandId });
