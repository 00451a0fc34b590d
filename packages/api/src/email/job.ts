import { mailDeliveries } from '@concord/db/schema/system';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { asWorker } from '../context.ts';
import { defineJob, HopelessJob } from '../jobs/job.ts';
import type { Services } from '../services.ts';
import { aadOfMail, mailSchema } from './mails.ts';
import { createMailer } from './send.ts';
import { writeMail } from './write.ts';

const payload = z.strictObject({ mailId: z.guid(), kind: z.string(), sealed: z.base64() });

/** Mails this process handed over whose note of it may not have reached the database. */
const handedOver = new Set<string>();

/** Sends one mail. Once it was taken over it is not sent again, whatever happens to the job. */
export const mailJob = defineJob(payload, async (services, { mailId, kind, sealed }) => {
  if (!handedOver.has(mailId)) {
    if (await wasAccepted(services, mailId)) return;
    await handOver(services, mailId, sealed);
    handedOver.add(mailId);
  }
  await asWorker(services, ({ tx }) =>
    tx.insert(mailDeliveries).values({ id: mailId, kind }).onConflictDoNothing(),
  );
  handedOver.delete(mailId);
});

async function wasAccepted(services: Services, mailId: string): Promise<boolean> {
  const rows = await asWorker(services, ({ tx }) =>
    tx.select({ id: mailDeliveries.id }).from(mailDeliveries).where(eq(mailDeliveries.id, mailId)),
  );
  return rows.length > 0;
}

async function handOver(services: Services, mailId: string, sealed: string): Promise<void> {
  const { settings, keys } = services;
  const mail = mailSchema.parse(JSON.parse(keys.openSmall(Buffer.from(sealed, 'base64'), aadOfMail(mailId))));
  const mailer = createMailer(settings.mail, settings.url.hostname);
  const { email: to, kind, locale } = mail;
  try {
    await mailer.send({ id: mailId, to, kind, locale, ...writeMail(mail, settings.url) });
  } catch (error) {
    // A server that says 5xx means it; its words may name the address, so they stay out of the log.
    const code = (error as { responseCode?: number }).responseCode ?? 0;
    if (code >= 500) throw new HopelessJob(`The mail server refused this mail for good (${code}).`);
    throw error;
  } finally {
    mailer.close();
  }
}
