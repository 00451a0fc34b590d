import type { MailTemplate } from '../words.ts';

/** Someone was named in a consultation: neither where, nor by whom, nor in what words. */
export const mention: MailTemplate<object> = {
  en: () => ({
    subject: 'Your attention is asked for',
    lines: ['You were named in a consultation. Sign in to read it.'],
    action: 'Read it',
  }),
  fr: () => ({
    subject: 'Votre attention est demandée',
    lines: ['Vous avez été cité dans une consultation. Connectez-vous pour la lire.'],
    action: 'Lire',
  }),
};
