/** Rows of a table, those first that are wanted; `:name` is what was chosen before: a version is one of the text chosen. */
const of = (table: string, first = '', column = 'id') =>
  `select ${column}::text from ${table} order by ${first && `${first}, `}1 desc`;
const ofCourse = `version_id not in (select id from course_version where course_id = ':courseId')`;
/** What somebody is appointed to comes first: `:me` is who asks. */
const notMine = (table: string) =>
  `not exists (select from appointment a where a.scope_id = ${table}.id and a.person_id = ':me')`;
/** What is over takes no step any more: what is open comes first. */
const learned = `lesson_id in (select lesson_id from lesson_step where kind = 'learned')`;
const inText = `text_id <> ':textId'`;
const [contribution, activity, person] = [
  of('contribution', `thread_id <> ':threadId'`),
  of('activity', `kind <> 'quiz'`),
  of('person', `id = ':me', party_id <> (select party_id from person where id = ':me')`),
];
const texts = of('text', `body_id <> ':bodyId', title <> 'Declaration on undersea cable resilience'`);
const amendment = of('amendment', inText);
const bracket = of('bracket_holder', inText, 'bracket_id');
const paragraph = of('paragraph_standing', inText, 'paragraph_id');
const meeting = of('meeting', `body_id <> ':bodyId', title <> 'Everybody'`);
const decision = of('decision', `body_id <> ':bodyId'`);
const [file, course, inject, category] = [
  // The demo alliance's own document has its bytes in the folder of the database this one was copied from.
  of('file', `container = 'exercise'`),
  of(
    'course',
    `${notMine('course')} and not exists (select from enrolment e where e.course_id = course.id and e.person_id = ':me')`,
  ),
  of('exercise_inject', `exercise_id <> ':exerciseId'`),
  of('question_category'),
];

/**
 * What a name of an input stands for: the rows that it may name, in the order of choice. A name that stands for different
 * things in different routers has the router, or the procedure, before it: `study.noteId`. A new procedure with a name
 * that is not here fails the test: it needs a line, so that it is asked about what may not be read.
 */
export const vocabulary: Readonly<Record<string, string>> = {
  bodyCode: of('body', `${notMine('body')}, code <> 'CCD'`, 'code'),
  bodyId: of('body', `code <> ':bodyCode'`),
  threadId: of('thread', `body_id <> ':bodyId', title not like '%comments on version 3'`),
  contributionId: contribution,
  replyTo: contribution,
  quote: contribution,
  'threads.page.at': contribution,
  'threads.page.before': contribution,
  'threads.page.after': contribution,
  'search.contributions.before': contribution,
  'search.inThread.before': contribution,
  'search.meetings.before': of('meeting_item'),
  'threads.ofBody.before': of('thread'),
  'questions.before': of('thread'),
  requestId: of('marking_request'),
  glassId: of('thread_glass'),
  textId: texts,
  'texts.before': texts,
  versionId: of('text_version', `${inText}, number desc`),
  'authoring.versionId': of('course_version'),
  amendmentId: amendment,
  takesIn: amendment,
  positionId: of('position', inText),
  reservationId: of('reservation', inText),
  statementId: of('statement', inText),
  'margin.noteId': of('margin_note'),
  silenceId: of('silence', inText),
  'silence.laterEnd.silenceId': of(
    'silence',
    `text_id not in (select id from text where title like 'What to do first%')`,
  ),
  breakId: of('silence_event', `kind <> 'break'`),
  bracketId: bracket,
  bracket,
  placeholder: bracket,
  optionId: of('bracket_holder', `bracket_id <> ':bracketId'`, 'option_id'),
  paragraphId: paragraph,
  rowId: paragraph,
  meetingId: meeting,
  'meetings.summary.meetingId': of('meeting', `body_id <> ':bodyId', title not like '%early session'`),
  deferredTo: meeting,
  remarkId: of('summary_remark'),
  itemId: of('meeting_item', `meeting_id <> ':meetingId'`),
  decisionId: decision,
  'decisions.before': decision,
  'decisions.published.decisionId': of('public_decision'),
  actionId: of('decision_action'),
  fileId: file,
  file,
  imageFileId: file,
  courseId: course,
  prerequisite: course,
  course: of('course', `id <> ':courseId'`, 'slug'),
  activityId: activity,
  activity: of('activity', ofCourse, 'key'),
  activityKey: of('activity', ofCourse, 'key'),
  'assignments.activityId': of('activity', `kind <> 'assignment'`),
  'liveSessions.own.activityId': of('activity', `kind <> 'session'`),
  'frameworks.item.code': of('framework_item', '', 'code'),
  'frameworks.mappings.subjectId': course,
  'paths.slug': of('learning_path', '', 'slug'),
  'work.define.code': of('work_role', '', 'code'),
  'quizzes.after': of('enrolment'),
  'study.after': of('study_note'),
  'authoring.id': activity,
  'authoring.rename.id': of('unit'),
  'assignments.id': of('submission'),
  'courses.id': course,
  'texts.id': paragraph,
  'exercises.list.id': of('exercise'),
  'exercises.month.month': `select '2026-12'`,
  'scoring.scoreboard.code': of('exercise', `kind <> 'competitive'`, 'code'),
  unitId: of('unit'),
  removalId: of('draft_removal'),
  enrolmentId: of('enrolment', `person_id <> ':me'`),
  submissionId: of('submission', `person_id <> ':me'`),
  attemptId: of('attempt', `person_id <> ':me'`),
  questionId: of('bank_question'),
  categoryId: category,
  parentId: category,
  slotId: of('question'),
  'study.noteId': of('study_note'),
  cohortId: of('cohort'),
  ruleId: of('cohort_rule'),
  messageId: of('cohort_message'),
  liveSessionId: of('live_session'),
  templateId: of('credential_template'),
  credentialId: of('credential', `person_id <> ':me'`),
  pathId: of('learning_path'),
  pathSlug: of('learning_path', '', 'slug'),
  requirementId: of('requirement'),
  workRoleId: of('work_role'),
  workId: of('person_work_role'),
  frameworkId: of('framework'),
  'frameworks.itemId': of('framework_item'),
  subjectId: of('work_role'),
  importId: of('people_import'),
  code: of('exercise', notMine('exercise'), 'code'),
  exerciseId: of('exercise', `code <> ':code'`),
  eventId: of('exercise_event', `exercise_id <> ':exerciseId'`),
  roleId: of('exercise_role', `exercise_id <> ':exerciseId'`),
  teamId: of('exercise_team', `exercise_id <> ':exerciseId'`),
  storylineId: of('exercise_storyline', `exercise_id <> ':exerciseId'`),
  objectiveId: of('exercise_objective', `exercise_id <> ':exerciseId'`),
  'exercises.id': of('exercise_objective'),
  criterionId: of('exercise_criterion', `exercise_id <> ':exerciseId'`),
  responseId: of('exercise_response', `exercise_id <> ':exerciseId'`),
  keyId: of('exercise_key'),
  documentId: of('exercise_document', `exercise_id <> ':exerciseId'`),
  sheetId: of('exercise_joining', `exercise_id <> ':exerciseId'`),
  'checkIn.bring.id': of('exercise_check_in'),
  'lessons.code': of('exercise', 'id not in (select exercise_id from lesson)', 'code'),
  'lessons.behind.id': course,
  'lessons.actionId': of('lesson_action', `person_id <> ':me', ${learned}`),
  lessonId: of('lesson'),
  observationId: of('exercise_observation'),
  intoId: of('exercise_observation'),
  groupId: of('exercise_wash_group'),
  surveyId: of('exercise_survey'),
  injectId: inject,
  afterId: inject,
  personId: person,
  hostId: person,
  responsibleId: person,
  replacesId: person,
  sessionId: of('session'),
  passkeyId: of('passkey'),
  appointmentId: of('appointment'),
  seatId: of('appointment'),
  attestationId: of('attestation'),
  mailId: of('mail_delivery'),
  upTo: of('notification'),
  'notifications.before': of('notification'),
  partyId: of('party', `code <> 'NOR'`),
  releasableTo: of('party', `code <> 'NOR'`),
  onlyFor: of('party', `code <> 'NOR'`),
  scopeId: of('body'),
};

/** The line of a name in a procedure: the procedure's own, its router's, or everybody's. */
export function lineFor(path: string, name: string): string | undefined {
  const [router = ''] = path.split('.');
  return [`${path}.${name}`, `${router}.${name}`, name].find((key) => key in vocabulary);
}
