import type { MailTemplate } from '../words.ts';

/** Someone was given an account and chooses how to sign in. */
export const invitation: MailTemplate<{ until: string }> = {
  en: ({ until }, format) => ({
    subject: 'Your invitation to Concord',
    lines: [
      'An account was prepared for you. Choose a password to begin.',
      `The link works once, until ${format.instant(until)}.`,
      'If you did not expect this, ignore it: without you nothing happens.',
    ],
    action: 'Accept the invitation',
  }),
  fr: ({ until }, format) => ({
    subject: 'Votre invitation à Concord',
    lines: [
      'Un compte a été préparé pour vous. Choisissez un mot de passe pour commencer.',
      `Le lien fonctionne une seule fois, jusqu’au ${format.instant(until)}.`,
      'Si vous ne vous y attendiez pas, ignorez ce message : rien ne se passera sans vous.',
    ],
    action: 'Accepter l’invitation',
  }),
};
