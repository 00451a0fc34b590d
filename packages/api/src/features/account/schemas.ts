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

const passkeyName = singleLine({ min: 1, max: 80 });
export const renamePasskeyInput = z.strictObject({ commandId, passkeyId: uuid, name: passkeyName });
export const removePasskeyInput = z.strictObject({ commandId, passkeyId: uuid });
/** The browser's own answer is checked where it is used (`auth/passkey-answer.ts`); here it is text. */
export const addPasskeyInput = z.strictObject({
  commandId,
  name: passkeyName,
  answer: z.string({ error: 'errors.invalid' }).max(20_000),
});

/** What the sign-in routes take; they answer to forms, so unknown keys of next-auth's own are dropped. */
export const signInInput = z.object({ email, password, code: code.optional() });
export const demoInput = z.object({ persona: z.string().max(60) });
const answer = z.string().max(20_000);
export const passkeyInput = z.object({ answer });
export const stepUpInput = z.object({
  password: password.optional(),
  code: code.optional(),
  answer: answer.optional(),
});
