/** Closed vocabularies, free of Drizzle so that the browser may import them. */
export const partyKinds = ['nation', 'headquarters', 'team', 'partner', 'industry'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** What a person may be appointed to, by the scope the role is held for. */
export const rolesByScope = {
  alliance: ['administrator', 'trainingManager'],
  party: ['trainingCoordinator', 'securityOfficer'],
  body: ['chair', 'secretariat', 'headOfDelegation', 'delegate', 'contributor'],
  course: ['courseDirector', 'instructor'],
  cohort: ['cohortManager'],
  exercise: ['exerciseDirector', 'exercisePlanner', 'exerciseControl', 'evaluator'],
} as const;
export type Scope = keyof typeof rolesByScope;
export type Role = (typeof rolesByScope)[Scope][number];
export const scopes = Object.keys(rolesByScope) as Scope[];
export const roles = Object.values(rolesByScope).flat() as Role[];

export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

export const themes = ['system', 'light', 'dark'] as const;
/** Mail for each notification, one a day, or none. */
export const mailings = ['each', 'daily', 'none'] as const;
export type Mailing = (typeof mailings)[number];

export type Theme = (typeof themes)[number];

export const activityKinds = ['page', 'quiz', 'video', 'file', 'assignment', 'session'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const questionKinds = ['single', 'multiple', 'trueFalse', 'shortAnswer'] as const;

/** How strongly a session was signed in: 1 password, 2 password and second factor. */
export const strengths = { password: 1, secondFactor: 2 } as const;

/** How an exercise is played. */
export const exerciseKinds = ['competitive', 'cooperative', 'tabletop'] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];

/** Parts in an exercise, by the colours of the MISP taxonomy "interactive-cyber-training-training-setup". */
export const exerciseColours = [
  'blue',
  'red',
  'white',
  'green',
  'yellow',
  'purple',
  'grey',
  'observer',
] as const;
export type ExerciseColour = (typeof exerciseColours)[number];

/** What planners and players meet for, besides the exercise itself. */
export const exerciseEventKinds = [
  'initialConference',
  'mainConference',
  'finalConference',
  'siteVisit',
  'rehearsal',
  'hotWash',
  'other',
] as const;

/** What an item of an agenda wants of the body, and what came of it. */
export const wantedOutcomes = ['note', 'discuss', 'agree'] as const;
export const itemOutcomes = ['noted', 'discussed', 'agreed', 'deferred'] as const;

/** What lets an inject go to a team: the exercise clock, an answer to the inject it follows, or control's hand. */
export const injectTriggers = ['clock', 'answer', 'hand'] as const;
export type InjectTrigger = (typeof injectTriggers)[number];

/** How far an inject is: only what is approved is delivered; what is withdrawn stays to be read. */
export const injectStatuses = ['draft', 'ready', 'approved', 'withdrawn'] as const;
export type InjectStatus = (typeof injectStatuses)[number];

/** How well somebody works in a language: the Common European Framework of Reference, from beginner to master. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** What an observation says of what was seen. */
export const observationKinds = ['sustain', 'improve'] as const;
/** What is decided over a lesson (the first three) or over one of its actions. */
export const lessonStepKinds = [
  'setAside',
  'reopened',
  'learned',
  'done',
  'undone',
  'dropped',
  'changed',
] as const;
/** What a remedial action can become. */
export const lessonOutcomes = ['unit', 'inject', 'document', 'requirement'] as const;
/** How a question of a survey is answered. */
export const surveyKinds = ['scale', 'choice', 'text'] as const;
