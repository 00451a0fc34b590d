/** What the report says on paper, which leaves the portal and its translations behind. */
export const paperWords = {
  en: {
    ...{ kind: 'After-action report', exercise: 'EXERCISE', own: 'The part of one’s own team.' },
    ...{ when: 'When', place: 'Where', issued: 'Issued', notIssued: 'Not issued yet' },
    ...{ summary: 'Summary', objectives: 'Objectives', timeline: 'What reached the teams' },
    ...{
      observations: 'Observations',
      lessons: 'Lessons and actions',
      earlier: 'Beside own earlier exercises',
    },
    ...{ noObjective: 'No objective named', noGroup: 'In no group', answers: 'answers' },
    ...{ heads: ['Objective', 'Sent', 'Answered', 'Keep up', 'Do better'], of: 'of' },
    times: ['Inject', 'Team', 'Delivered', 'Read', 'Answered'],
    kinds: { sustain: 'Keep it up', improve: 'Do it better' },
    states: {
      ...{ identified: 'identified', underWay: 'under way', done: 'to be validated', learned: 'learned' },
      ...{ setAside: 'set aside', open: 'open', late: 'late', dropped: 'dropped' },
    },
    ...{ by: 'by', ownTeams: 'own party’s teams', whole: 'all teams' },
  },
  fr: {
    ...{ kind: 'Rapport de retour d’expérience', exercise: 'EXERCICE', own: 'La part de sa propre équipe.' },
    ...{ when: 'Quand', place: 'Où', issued: 'Publié', notIssued: 'Pas encore publié' },
    ...{ summary: 'Synthèse', objectives: 'Objectifs', timeline: 'Ce qui est parvenu aux équipes' },
    ...{ observations: 'Observations', lessons: 'Enseignements et suites' },
    ...{ earlier: 'En regard de ses propres exercices passés' },
    ...{ noObjective: 'Sans objectif', noGroup: 'Hors groupe', answers: 'réponses' },
    ...{ heads: ['Objectif', 'Envoyés', 'Répondus', 'À maintenir', 'À améliorer'], of: 'sur' },
    times: ['Événement', 'Équipe', 'Remis', 'Lu', 'Répondu'],
    kinds: { sustain: 'À maintenir', improve: 'À améliorer' },
    states: {
      ...{ identified: 'dégagé', underWay: 'en cours', done: 'à valider', learned: 'acquis' },
      ...{ setAside: 'écarté', open: 'à faire', late: 'en retard', dropped: 'abandonné' },
    },
    ...{ by: 'pour le', ownTeams: 'équipes de sa partie', whole: 'toutes les équipes' },
  },
} as const;
