import type { MailTemplate } from '../words.ts';

/** How someone signs in was changed; they are told at the address that stood before. */
export const factorChanged: MailTemplate<{ at: string }> = {
  en: ({ at }, format) => ({
    subject: 'How you sign in was changed',
    lines: [
      `The way you sign in to Concord was changed on ${format.instant(at)}.`,
      'If it was not you, end your sessions on your account page and tell your administrator at once.',
    ],
    action: 'Look at my account',
  }),
  fr: ({ at }, format) => ({
    subject: 'Votre mode de connexion a été modifié',
    lines: [
      `Votre façon de vous connecter à Concord a été modifiée le ${format.instant(at)}.`,
      'Si ce n’était pas vous, fermez vos sessions sur la page de votre compte et prévenez aussitôt votre administrateur.',
    ],
    action: 'Voir mon compte',
  }),
};
