import type { MailTemplate } from '../words.ts';

/** Someone asked for a new password. */
export const reset: MailTemplate<{ until: string }> = {
  en: ({ until }, format) => ({
    subject: 'Choose a new password',
    lines: [
      'A new password was asked for at Concord with your address.',
      `The link works once, until ${format.instant(until)}.`,
      'If it was not you, ignore this message: your password stays as it is.',
    ],
    action: 'Choose a new password',
  }),
  fr: ({ until }, format) => ({
    subject: 'Choisissez un nouveau mot de passe',
    lines: [
      'Un nouveau mot de passe a été demandé sur Concord avec votre adresse.',
      `Le lien fonctionne une seule fois, jusqu’au ${format.instant(until)}.`,
      'Si ce n’était pas vous, ignorez ce message : votre mot de passe ne change pas.',
    ],
    action: 'Choisir un nouveau mot de passe',
  }),
};
