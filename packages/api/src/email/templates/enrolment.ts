import type { MailTemplate } from '../words.ts';

/** Someone was enrolled in a course, perhaps with a deadline. */
export const enrolment: MailTemplate<{ deadline?: string | undefined }> = {
  en: ({ deadline }, format) => ({
    subject: deadline ? 'A course to complete, with a deadline' : 'A course to complete',
    lines: [
      'You were enrolled in a course.',
      ...(deadline ? [`Complete it by ${format.instant(deadline)}.`] : ['It has no deadline.']),
    ],
    action: 'Open the course',
  }),
  fr: ({ deadline }, format) => ({
    subject: deadline ? 'Un cours à terminer avant une échéance' : 'Un cours à suivre',
    lines: [
      'Vous avez été inscrit à un cours.',
      ...(deadline
        ? [`Il est à terminer avant le ${format.instant(deadline)}.`]
        : ['Il n’a pas d’échéance.']),
    ],
    action: 'Ouvrir le cours',
  }),
};
