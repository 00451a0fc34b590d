import { accountRouter } from './features/account/router.ts';
import { assignmentsRouter } from './features/assignments/router.ts';
import { authoringRouter } from './features/authoring/router.ts';
import { bankRouter } from './features/bank/router.ts';
import { bodiesRouter } from './features/bodies/router.ts';
import { calendarRouter } from './features/calendar/router.ts';
import { checkInRouter } from './features/check-in/router.ts';
import { checksRouter } from './features/checks/router.ts';
import { cohortsRouter } from './features/cohorts/router.ts';
import { competenceRouter } from './features/competence/router.ts';
import { contributionsRouter } from './features/contributions/router.ts';
import { coursesRouter } from './features/courses/router.ts';
import { credentialTemplatesRouter } from './features/credential-templates/router.ts';
import { credentialsRouter } from './features/credentials/router.ts';
import { dashboardsRouter } from './features/dashboards/router.ts';
import { decisionsRouter } from './features/decisions/router.ts';
import { delegationsRouter } from './features/delegations/router.ts';
import { enrolmentsRouter } from './features/enrolments/router.ts';
import { exercisesRouter } from './features/exercises/router.ts';
import { frameworksRouter } from './features/frameworks/router.ts';
import { gradesRouter } from './features/grades/router.ts';
import { importsRouter } from './features/imports/router.ts';
import { injectsRouter } from './features/injects/router.ts';
import { joiningRouter } from './features/joining/router.ts';
import { languagesRouter } from './features/languages/router.ts';
import { learningRouter } from './features/learning/router.ts';
import { lessonsRouter } from './features/lessons/router.ts';
import { liveSessionsRouter } from './features/live-sessions/router.ts';
import { mailRouter } from './features/mail/router.ts';
import { marginRouter } from './features/margin/router.ts';
import { meetingsRouter } from './features/meetings/router.ts';
import { nominationsRouter } from './features/nominations/router.ts';
import { notificationsRouter } from './features/notifications/router.ts';
import { pathsRouter } from './features/paths/router.ts';
import { peopleRouter } from './features/people/router.ts';
import { positionsRouter } from './features/positions/router.ts';
import { questionsRouter } from './features/questions/router.ts';
import { quizzesRouter } from './features/quizzes/router.ts';
import { readinessRouter } from './features/readiness/router.ts';
import { recordRouter } from './features/record/router.ts';
import { reportsRouter } from './features/reports/router.ts';
import { requirementsRouter } from './features/requirements/router.ts';
import { runningRouter } from './features/running/router.ts';
import { scoringRouter } from './features/scoring/router.ts';
import { searchRouter } from './features/search/router.ts';
import { seatsRouter } from './features/seats/router.ts';
import { shellRouter } from './features/shell/router.ts';
import { silenceRouter } from './features/silence/router.ts';
import { studyRouter } from './features/study/router.ts';
import { surveysRouter } from './features/surveys/router.ts';
import { textsRouter } from './features/texts/router.ts';
import { threadsRouter } from './features/threads/router.ts';
import { todayRouter } from './features/today/router.ts';
import { twinsRouter } from './features/twins/router.ts';
import { wordRouter } from './features/word/router.ts';
import { workRouter } from './features/work/router.ts';
import { createCallerFactory, router } from './trpc.ts';

/** The product's table of contents. */
export const appRouter = router({
  account: accountRouter,
  assignments: assignmentsRouter,
  authoring: authoringRouter,
  bank: bankRouter,
  bodies: bodiesRouter,
  calendar: calendarRouter,
  competence: competenceRouter,
  contributions: contributionsRouter,
  courses: coursesRouter,
  credentials: credentialsRouter,
  credentialTemplates: credentialTemplatesRouter,
  dashboards: dashboardsRouter,
  decisions: decisionsRouter,
  delegations: delegationsRouter,
  enrolments: enrolmentsRouter,
  learning: learningRouter,
  lessons: lessonsRouter,
  liveSessions: liveSessionsRouter,
  exercises: exercisesRouter,
  joining: joiningRouter,
  checkIn: checkInRouter,
  languages: languagesRouter,
  injects: injectsRouter,
  running: runningRouter,
  scoring: scoringRouter,
  nominations: nominationsRouter,
  mail: mailRouter,
  margin: marginRouter,
  meetings: meetingsRouter,
  notifications: notificationsRouter,
  search: searchRouter,
  seats: seatsRouter,
  shell: shellRouter,
  silence: silenceRouter,
  study: studyRouter,
  surveys: surveysRouter,
  texts: textsRouter,
  threads: threadsRouter,
  today: todayRouter,
  questions: questionsRouter,
  quizzes: quizzesRouter,
  checks: checksRouter,
  cohorts: cohortsRouter,
  grades: gradesRouter,
  frameworks: frameworksRouter,
  imports: importsRouter,
  paths: pathsRouter,
  people: peopleRouter,
  positions: positionsRouter,
  readiness: readinessRouter,
  record: recordRouter,
  twins: twinsRouter,
  word: wordRouter,
  reports: reportsRouter,
  requirements: requirementsRouter,
  work: workRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
