import { systemSettings } from '@concord/db/schema/markings';
import type { SignedIn } from '../../context.ts';
import { listMail, readMail } from '../../email/folder.ts';
import { found } from '../../errors.ts';

const MOST = 50;

/** The folder of mails; NOT_FOUND where mail really goes out, or the data is real. */
async function mailFolder(ctx: SignedIn): Promise<string> {
  const { mail } = ctx.services.settings;
  const [settings] = await ctx.tx.select({ demo: systemSettings.demo }).from(systemSettings);
  return found(settings?.demo === true && mail.kind === 'folder' ? mail.folder : undefined);
}

/** What a demo installation would have sent, newest first. Links in it work: that is the point of a demo. */
export async function demoMails(ctx: SignedIn) {
  const mails = await listMail(await mailFolder(ctx), MOST);
  return mails.map(({ id, kind, to, subject, sentAt }) => ({ id, kind, to, subject, sentAt }));
}

/** One mail as plain text. */
export async function demoMail(ctx: SignedIn, id: string) {
  return found(await readMail(await mailFolder(ctx), id));
}
