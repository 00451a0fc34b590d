import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

const base64url = z.string().regex(/^[\w-]{1,8192}$/);
const attachment = z.enum(['platform', 'cross-platform']).optional();
const rest = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: z.object({}).transform(() => ({})),
};

/** A browser's answer when a passkey was used, by its form; what it proves is for the library to say. */
export const passkeyAnswer: z.ZodType<AuthenticationResponseJSON> = z.object({
  ...rest,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
export type PasskeyAnswer = AuthenticationResponseJSON;

/** A browser's answer when a passkey was made. */
export const newPasskeyAnswer: z.ZodType<RegistrationResponseJSON> = z.object({
  ...rest,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

/** The same, as text of a form; null when it is no such answer. */
export function readPasskeyAnswer(text: string | undefined): PasskeyAnswer | null {
  try {
    return passkeyAnswer.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
