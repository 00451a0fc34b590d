import type { MailTemplate } from '../words.ts';

/** An administrator took the second factor away; whoever did not ask for that must hear of it. */
export const factorReset: MailTemplate<{ at: string }> = {
  en: ({ at }, format) => ({
    subject: 'Your second factor was taken away',
    lines: [
      `An administrator took your second factor away on ${format.instant(at)}, and signed you out everywhere.`,
      'The next time you sign in, set up a new one.',
      'If you did not ask for this, tell your administrator at once.',
    ],
    action: 'Sign in',
  }),
  fr: ({ at }, format) => ({
    subject: 'Votre second facteur a été retiré',
    lines: [
      `Un administrateur a retiré votre second facteur le ${format.instant(at)} et fermé toutes vos sessions.`,
      'À votre prochaine connexion, configurez-en un nouveau.',
      'Si vous ne l’avez pas demandé, prévenez aussitôt votre administrateur.',
    ],
    action: 'Me connecter',
  }),
};
