import { type Locale, locales } from '@concord/db/enums';
import { newId } from '@concord/db/ids';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { type NewsKind, newsKinds } from '../features/notifications/kinds.ts';
import { enqueue } from '../jobs/enqueue.ts';

const to = {
  email: z.string(),
  locale: z.enum(locales),
  timeZone: z.string(),
  path: z.string().regex(/^\/(?![/\\])/),
};
const newsKind = z.enum(Object.keys(newsKinds) as [NewsKind, ...NewsKind[]]);
const iso = z.iso.datetime({ offset: true });

/** Every mail the portal sends. `path` is where its link leads, below the portal's address. */
export const mailSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...to, kind: z.literal('invitation'), until: iso }),
  z.strictObject({ ...to, kind: z.literal('reset'), until: iso }),
  z.strictObject({ ...to, kind: z.literal('factorChanged'), at: iso }),
  z.strictObject({ ...to, kind: z.literal('factorReset'), at: iso }),
  z.strictObject({ ...to, kind: z.literal('enrolment'), deadline: iso.optional() }),
  z.strictObject({ ...to, kind: z.literal('mention') }),
  z.strictObject({ ...to, kind: z.literal('credential'), validUntil: iso.optional() }),
  z.strictObject({
    ...to,
    kind: z.literal('news'),
    about: newsKind,
    until: iso.optional(),
    zone: z.string().optional(),
  }),
  z.strictObject({ ...to, kind: z.literal('digest'), counts: z.partialRecord(newsKind, z.int().min(1)) }),
]);

/** A mail: to whom, in which language and zone, and what it says. */
export type Mail = z.infer<typeof mailSchema>;
export type MailKind = Mail['kind'];

/** Where mail goes, by what is known of a person. */
export interface Addressee {
  email: string;
  locale: Locale;
  timeZone: string;
}

/**
 * Sends a mail once the caller's transaction has committed. It waits sealed: a link in it opens an account. Sent
 * again under the same id, it is one mail.
 */
export async function sendMail(
  ctx: Pick<Context, 'tx' | 'services'>,
  mail: Mail,
  mailId = newId(),
): Promise<void> {
  const sealed = ctx.services.keys.sealSmall(JSON.stringify(mailSchema.parse(mail)), aadOfMail(mailId));
  await enqueue(ctx, 'mail', { mailId, kind: mail.kind, sealed: sealed.toString('base64') }, { id: mailId });
}

/** What a waiting mail is bound to. */
export function aadOfMail(mailId: string): string {
  return `mail:${mailId}`;
}
