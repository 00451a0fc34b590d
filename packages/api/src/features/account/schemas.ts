import { z } from 'zod';
import { commandId, email, singleLine, uuid } from '../../schemas.ts';
import { passwordLength } from './rules.ts';

const token = z.string({ error: 'errors.id' }).regex(/^[\w-]{43}$/, { error: 'errors.link.dead' });
const password = singleLine({ min: 1, max: passwordLength.most });
const code = singleLine({ min: 1, max: 40 });

/** A link as it came by mail. */
export const linkInput = z.strictObject({ token });
export const acceptInvitationInput = z.strictObject({ commandId, token, password });
export const resetPasswordInput = acceptInvitationInput;
export const requestResetInput = z.strictObject({ commandId, email });
export const changePasswordInput = z.strictObject({ commandId, password });
export const accountCommandInput = z.strictObject({ commandId });
export const confirmSecondFactorInput = z.strictObject({ commandId, code });
export const revokeSessionInput = z.strictObject({ commandId, sessionId: uuid });

/** What the sign-in routes take; they answer to forms, so unknown keys of next-auth's own are dropped. */
export const signInInput = z.object({ email, password, code: code.optional() });
export const demoInput = z.object({ persona: z.string().max(60) });
export const stepUpInput = z.object({ password: password.optional(), code: code.optional() });
