import { createTransport } from 'nodemailer';
import type { MailSettings } from '../settings/services.ts';
import { keepInFolder } from './folder.ts';
import type { MailKind } from './mails.ts';
import type { WrittenMail } from './write.ts';

/** A mail on its way. */
export interface OutgoingMail extends WrittenMail {
  id: string;
  kind: MailKind;
  to: string;
  locale: string;
}

/** Hands mail over; resolves when somebody else has taken responsibility for it. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

const SECONDS = 1000;

/** By SMTP, or into a folder. */
export function createMailer(settings: MailSettings, host: string): Mailer {
  return settings.kind === 'smtp' ? smtpMailer(settings, host) : folderMailer(settings, host);
}

function smtpMailer(settings: Extract<MailSettings, { kind: 'smtp' }>, host: string): Mailer {
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: 15 * SECONDS,
    greetingTimeout: 15 * SECONDS,
    socketTimeout: 60 * SECONDS,
  });
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail, settings.from, host));
    },
    close: () => transport.close(),
  };
}

function folderMailer(settings: Extract<MailSettings, { kind: 'folder' }>, host: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, settings.from, host));
      await keepInFolder(
        settings.folder,
        mail,
        Buffer.isBuffer(message) ? message : Buffer.from(String(message)),
      );
    },
    close: () => transport.close(),
  };
}

/** One id for one mail, however often it is tried: a receiver may drop the second. */
function messageOf(mail: OutgoingMail, from: string, host: string) {
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${host}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.locale,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
