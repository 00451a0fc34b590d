import type { CredentialTemplateBody } from '../../schema/credential-templates.ts';

/** How credentials of the demo read: one template for a course, one for a learning path. */
export const credentialTemplates: readonly {
  key: string;
  name: string;
  validityMonths: number | null;
  body: CredentialTemplateBody;
  /** The courses and paths that chose it. */
  courses: readonly string[];
  paths: readonly string[];
}[] = [
  {
    key: 'incident-handling',
    name: 'Incident handling',
    validityMonths: null,
    body: {
      titles: { en: 'Certificate in incident handling', fr: 'Attestation de gestion d’incidents' },
      wording: {
        en: 'has completed, with its quizzes, the course',
        fr: 'a suivi avec succès, questionnaires compris, la formation',
      },
      closing: {
        en: 'Counts towards the incident response roster of the Alliance.',
        fr: 'Compte pour la liste d’intervention en cas d’incident de l’Alliance.',
      },
      signatory: {
        name: 'Ólöf Brânduș-Müller',
        roles: {
          en: 'Head of training, Alliance Headquarters',
          fr: 'Cheffe de la formation, siège de l’Alliance',
        },
      },
      accent: 'green',
      mark: 'shield',
      names: ['result', 'hours', 'version'],
    },
    courses: ['reporting-an-incident'],
    paths: [],
  },
  {
    key: 'path',
    name: 'Learning paths',
    validityMonths: 24,
    body: {
      titles: { en: 'Diploma of a learning path', fr: 'Diplôme de parcours' },
      wording: { en: 'has completed the learning path', fr: 'a suivi avec succès le parcours' },
      closing: { en: '', fr: '' },
      signatory: null,
      accent: 'blue',
      mark: 'seal',
      names: ['courses'],
    },
    courses: [],
    paths: ['ready-for-quiet-harbour'],
  },
];
