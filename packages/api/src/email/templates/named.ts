import type { MailTemplate } from '../words.ts';

/** Someone was given access to a consultation among named people: not which, nor by whom. */
export const named: MailTemplate<object> = {
  en: () => ({
    subject: 'You were added to a consultation',
    lines: ['A consultation among named people is now open to you. Sign in to read it.'],
    action: 'Open it',
  }),
  fr: () => ({
    subject: 'Vous avez été ajouté à une consultation',
    lines: [
      'Une consultation réservée à des personnes désignées vous est désormais ouverte. Connectez-vous pour la lire.',
    ],
    action: 'Ouvrir',
  }),
};
