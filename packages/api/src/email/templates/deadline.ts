import type { MailTemplate } from '../words.ts';

/** The deadline of somebody's course was moved, or taken away. */
export const deadline: MailTemplate<{ deadline?: string | undefined }> = {
  en: ({ deadline }, format) => ({
    subject: 'The deadline of your course has changed',
    lines: [deadline ? `Complete it by ${format.instant(deadline)}.` : 'It has no deadline any more.'],
    action: 'Open your courses',
  }),
  fr: ({ deadline }, format) => ({
    subject: 'L’échéance de votre cours a changé',
    lines: [
      deadline
        ? `Il est désormais à terminer avant le ${format.instant(deadline)}.`
        : 'Il n’a plus d’échéance.',
    ],
    action: 'Ouvrir vos cours',
  }),
};
