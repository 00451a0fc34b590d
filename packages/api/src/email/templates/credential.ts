import type { MailTemplate } from '../words.ts';

/** Someone earned a credential. */
export const credential: MailTemplate<{ validUntil?: string | undefined }> = {
  en: ({ validUntil }, format) => ({
    subject: 'Your credential is ready',
    lines: [
      'You completed a course, and your credential was issued.',
      ...(validUntil ? [`It is valid until ${format.instant(validUntil)}.`] : []),
    ],
    action: 'See my credentials',
  }),
  fr: ({ validUntil }, format) => ({
    subject: 'Votre attestation est prête',
    lines: [
      'Vous avez terminé un cours et votre attestation a été délivrée.',
      ...(validUntil ? [`Elle est valable jusqu’au ${format.instant(validUntil)}.`] : []),
    ],
    action: 'Voir mes attestations',
  }),
};
