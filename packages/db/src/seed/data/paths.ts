import type { Bilingual } from './types.ts';

/** Courses of the demo in an order that leads somewhere: the second is what the exercise's defending team asks for. */
export const paths: readonly {
  slug: string;
  title: Bilingual;
  summary: Bilingual;
  inOrder: boolean;
  steps: readonly { course: string; required: boolean }[];
  followers: readonly string[];
}[] = [
  {
    slug: 'ready-for-quiet-harbour',
    title: { en: 'Ready for Quiet Harbour', fr: 'Prêt pour Port calme' },
    summary: {
      en: 'What the defending team of Quiet Harbour 27 asks for, and what comes before it.',
      fr: 'Ce que demande l’équipe de défense de Port calme 27, et ce qui vient avant.',
    },
    inOrder: true,
    steps: [
      { course: 'spotting-phishing', required: true },
      { course: 'reporting-an-incident', required: true },
      { course: 'working-away-from-the-office', required: false },
    ],
    followers: ['nor-head', 'nor-security', 'gal-staff-3'],
  },
];
