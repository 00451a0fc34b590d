import type { Mail } from './mails.ts';
import { credential } from './templates/credential.ts';
import { digest } from './templates/digest.ts';
import { enrolment } from './templates/enrolment.ts';
import { factorChanged } from './templates/factor-changed.ts';
import { factorReset } from './templates/factor-reset.ts';
import { invitation } from './templates/invitation.ts';
import { mention } from './templates/mention.ts';
import { news } from './templates/news.ts';
import { reset } from './templates/reset.ts';
import { formatsFor, type MailWords } from './words.ts';

/** A mail as it is sent. */
export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

const FOOT = {
  en: 'Concord sent this message by itself; answers to it are not read.',
  fr: 'Ce message a été envoyé automatiquement par Concord ; les réponses ne sont pas lues.',
} as const;

/** Puts a mail into words, as text and as plain HTML that loads nothing from anywhere. */
export function writeMail(mail: Mail, portal: URL): WrittenMail {
  const words = wordsOf(mail);
  const link = words.action === undefined ? undefined : new URL(mail.path, portal).href;
  return {
    subject: words.subject,
    text: asText(words, link, FOOT[mail.locale]),
    html: asHtml(mail.locale, words, link, FOOT[mail.locale]),
  };
}

function wordsOf(mail: Mail): MailWords {
  const { locale, timeZone } = mail;
  const formats = formatsFor(locale, timeZone);
  switch (mail.kind) {
    case 'invitation':
      return invitation[locale](mail, formats);
    case 'reset':
      return reset[locale](mail, formats);
    case 'factorReset':
      return factorReset[locale](mail, formats);
    case 'factorChanged':
      return factorChanged[locale](mail, formats);
    case 'enrolment':
      return enrolment[locale](mail, formats);
    case 'mention':
      return mention[locale](mail, formats);
    case 'credential':
      return credential[locale](mail, formats);
    case 'news':
      return news[locale](mail, formats);
    case 'digest':
      return digest[locale](mail, formats);
  }
}

function asText({ lines, action }: MailWords, link: string | undefined, foot: string): string {
  const parts = [...lines, ...(link ? [`${action}:\n${link}`] : []), `-- \n${foot}`];
  return `${parts.join('\n\n')}\n`;
}

function asHtml(
  locale: string,
  { subject, lines, action }: MailWords,
  link: string | undefined,
  foot: string,
): string {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`);
  if (link) paragraphs.push(`<p><a href="${escaped(link)}">${escaped(action ?? '')}</a></p>`);
  paragraphs.push(`<hr><p><small>${escaped(foot)}</small></p>`);
  const head = `<meta charset="utf-8"><title>${escaped(subject)}</title>`;
  return `<!doctype html><html lang="${locale}"><head>${head}</head><body>${paragraphs.join('\n')}</body></html>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}
