/** The pages of what comes after an exercise, in the order of the work. */
export const learnPages = ['observations', 'hot-wash', 'lessons', 'surveys', 'report'] as const;

/** The addresses of the portal's pages, so that each is written once. */
export const paths = {
  /** A course by its slug; its id leads there too. */
  course: (course: string) => `/learn/${course}`,
  myLearning: () => '/learn/mine',
  activity: (course: string, activity: string) => `/learn/${course}/${activity}`,
  question: (questionId: string) => `/learn/bank/${questionId}`,
  /** The courses one writes. */
  writing: () => '/learn/courses',
  edit: (course: string) => `/learn/${course}/edit`,
  editActivity: (course: string, activity: string) => `/learn/${course}/edit/activity/${activity}`,
  editAbout: (course: string) => `/learn/${course}/edit/about`,
  publishing: (course: string) => `/learn/${course}/edit/publish`,
  /** A version as one archive. */
  archive: (course: string, number: number) => `/api/courses/${course}/${number}.zip`,
  compare: (course: string, from: number, to: number) =>
    `/learn/${course}/edit/compare?from=${from}&to=${to}`,
  preview: (course: string, activity: string) => `/learn/${course}/edit/preview/${activity}`,
  body: (code: string) => `/consult/${encodeURIComponent(code)}`,
  newThread: (code: string) => `/consult/${encodeURIComponent(code)}/new`,
  thread: (threadId: string) => `/consult/threads/${threadId}`,
  aboutThread: (threadId: string) => `/consult/threads/${threadId}/about`,
  /** A thread as it is printed, and as a file. */
  printedThread: (threadId: string) => `/consult/threads/${threadId}/print`,
  threadFile: (threadId: string, format: 'docx' | 'json') => `/api/threads/${threadId}.${format}`,
  contribution: (threadId: string, id: string) => `/consult/threads/${threadId}?at=${id}#c-${id}`,
  texts: (code: string) => `/consult/${encodeURIComponent(code)}/texts`,
  newText: (code: string) => `/consult/${encodeURIComponent(code)}/texts/new`,
  newTextOf: (code: string, actionId: string) =>
    `/consult/${encodeURIComponent(code)}/texts/new?action=${actionId}`,
  /** A text in its room; `asked` are the view, the version and the version it is compared with. */
  text: (textId: string, asked: Record<string, string | number> = {}) => {
    const query = new URLSearchParams(
      Object.entries(asked).map(([key, value]) => [key, String(value)]),
    ).toString();
    return query ? `/consult/texts/${textId}?${query}` : `/consult/texts/${textId}`;
  },
  /** Where the chair lays a text under silence. */
  silence: (textId: string) => `/consult/texts/${textId}/silence`,
  /** A text as a Word file, in one of its versions; a redline is since another. */
  textWord: (textId: string, asked: { view: string; version: number; since?: number }) =>
    `/api/texts/${textId}.docx?${new URLSearchParams(
      Object.entries(asked).map(([key, value]) => [key, String(value)]),
    )}`,
  /** All of a text for machines. */
  textJson: (textId: string) => `/api/texts/${textId}.json`,
  bringIn: (textId: string, fileId?: string) =>
    `/consult/texts/${textId}/bring-in${fileId ? `?file=${fileId}` : ''}`,
  decisions: (code: string, asked: Record<string, string> = {}) => {
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
    const register = `/consult/${encodeURIComponent(code)}/decisions`;
    return query ? `${register}?${query}` : register;
  },
  meetings: (code: string, before?: string) =>
    `/consult/${encodeURIComponent(code)}/meetings${before ? `?before=${encodeURIComponent(before)}` : ''}`,
  newMeeting: (code: string) => `/consult/${encodeURIComponent(code)}/meetings/new`,
  meeting: (meetingId: string) => `/consult/meetings/${meetingId}`,
  meetingItem: (meetingId: string, itemId: string) => `/consult/meetings/${meetingId}#item-${itemId}`,
  meetingSummary: (meetingId: string) => `/consult/meetings/${meetingId}/summary`,
  meetingFile: (meetingId: string, format: 'ics' | 'docx' | 'json') => `/api/meetings/${meetingId}.${format}`,
  decision: (decisionId: string) => `/consult/decisions/${decisionId}`,
  /** What was published of a decision, for anybody. */
  publicDecision: (decisionId: string) => `/decisions/${decisionId}`,
  /** Where a nation says something of a text. */
  say: (textId: string, what: 'position' | 'reservation' | 'statement', paragraphId?: string) =>
    `/consult/texts/${textId}/${what}${paragraphId ? `?paragraph=${paragraphId}` : ''}`,
  /** The reader's own delegation in a body. */
  delegation: (code: string) => `/consult/${encodeURIComponent(code)}/delegation`,
  newVersion: (textId: string) => `/consult/texts/${textId}/version`,
  exercise: (code: string) => `/exercise/${code}`,
  /** A month of the calendar of exercises: `2027-03`, or `now`. */
  exerciseMonth: (month: string) => `/exercise?month=${month}`,
  /** The dates of all exercises as a file, and those of one. */
  exercisesCalendar: () => '/api/exercises/calendar.ics',
  exerciseCalendar: (code: string) => `/api/exercises/${code}/calendar.ics`,
  /** One's own page of an exercise, its joining instructions for who writes them, and its door. */
  exerciseMine: (code: string) => `/exercise/${code}/mine`,
  exerciseJoining: (code: string) => `/exercise/${code}/joining`,
  exerciseDoor: (code: string) => `/exercise/${code}/door`,
  exerciseBadges: (code: string) => `/api/exercises/${code}/badges.pdf`,
  exerciseEdit: (code: string) => `/exercise/${code}/edit`,
  exercisePlan: (code: string) => `/exercise/${code}/plan`,
  /** The events list of an exercise; `asked` are the view and what it is narrowed to. */
  injects: (code: string, asked: Record<string, string | undefined> = {}) => {
    const known = Object.entries(asked).flatMap(([key, value]) =>
      value && !(key === 'view' && value === 'list') ? [[key, value]] : [],
    );
    const query = new URLSearchParams(known).toString();
    return query ? `/exercise/${code}/injects?${query}` : `/exercise/${code}/injects`;
  },
  exerciseControl: (code: string) => `/exercise/${code}/control`,
  /** The inbox of the reader's own team. */
  exerciseInbox: (code: string) => `/exercise/${code}/inbox`,
  /** The scores of an exercise for its staff; of one team where it is named. */
  exerciseScoring: (code: string, teamId?: string) =>
    teamId ? `/exercise/${code}/scoring/${teamId}` : `/exercise/${code}/scoring`,
  /** A team's own scores. */
  exerciseScores: (code: string) => `/exercise/${code}/scores`,
  exerciseScoreboard: (code: string) => `/exercise/${code}/scoreboard`,
  exerciseScreen: (code: string) => `/exercise/${code}/screen`,
  exerciseChecks: (code: string) => `/exercise/${code}/checks`,
  /** What comes after an exercise: seen, talked about, learned, asked, reported. */
  exerciseLearn: (code: string, page: (typeof learnPages)[number]) => `/exercise/${code}/${page}`,
  survey: (code: string, surveyId: string) => `/exercise/${code}/surveys/${surveyId}`,
  newSurvey: (code: string) => `/exercise/${code}/surveys/new`,
  editSurvey: (code: string, surveyId: string) => `/exercise/${code}/surveys/${surveyId}/edit`,
  surveyFile: (code: string, surveyId: string) => `/api/exercises/${code}/surveys/${surveyId}.csv`,
  lesson: (code: string, number: number) => `/exercise/${code}/lessons/${number}`,
  /** Lessons of every exercise. */
  lessonRegister: (asked: Record<string, string> = {}) => {
    const query = new URLSearchParams(asked).toString();
    return query ? `/exercise/lessons?${query}` : '/exercise/lessons';
  },
  /** The after-action report as a file. */
  reportFile: (code: string, ending: 'pdf' | 'docx') => `/api/exercises/${code}/report.${ending}`,
  /** The exercise's copy of the consultation. */
  exerciseTwin: (code: string) => `/exercise/${code}/twin`,
  bringInjects: (code: string) => `/exercise/${code}/injects/import`,
  /** The events list as a file. */
  injectsFile: (code: string, ending: 'xlsx' | 'cexf.json') => `/api/exercises/${code}/injects.${ending}`,
  exerciseSeats: (code: string, roleId: string) => `/exercise/${code}/seats/${roleId}`,
  myCompetences: () => '/learn/competences',
  competences: (personId: string) => `/people/${personId}/competences`,
  person: (personId: string) => `/people/${personId}`,
  seats: (cohortId: string) => `/learn/seats/${cohortId}`,
  cohortJoining: (cohortId: string) => `/people/cohorts/${cohortId}/joining`,
  cohortDeadlines: (cohortId: string) => `/people/cohorts/${cohortId}/deadlines`,
  cohortSessions: (cohortId: string) => `/people/cohorts/${cohortId}/sessions`,
  /** The dates of one session of a course, for its staff. */
  sessionDates: (course: string, activity: string) => `/learn/${course}/${activity}/dates`,
  /** Who was at one date of a session. */
  attendance: (liveSessionId: string) => `/learn/sessions/${liveSessionId}`,
  attendanceFile: (liveSessionId: string) => `/api/live-sessions/${liveSessionId}.csv`,
  cohortMessages: (cohortId: string) => `/people/cohorts/${cohortId}/messages`,
  /** A message to a cohort, as those it went to read it. */
  message: (messageId: string) => `/learn/messages/${messageId}`,
  cohortResults: (cohortId: string) => `/people/cohorts/${cohortId}/results`,
  cohortDashboard: (cohortId: string) => `/people/cohorts/${cohortId}/dashboard`,
  courseDashboard: (course: string) => `/learn/${course}/dashboard`,
  courseQuestions: (course: string) => `/learn/${course}/questions`,
  courseNotes: (course: string) => `/learn/${course}/notes`,
  courseResults: (course: string) => `/learn/${course}/results`,
  frameworks: () => '/learn/frameworks',
  framework: (frameworkId: string) => `/learn/frameworks/${frameworkId}`,
  frameworkItem: (frameworkId: string, code: string) =>
    `/learn/frameworks/${frameworkId}/${encodeURIComponent(code)}`,
  /** What is mapped to frameworks, of one kind. */
  mappings: (subject?: string) => `/learn/frameworks/mappings${subject ? `?subject=${subject}` : ''}`,
  mapping: (subject: string, subjectId: string) => `/learn/frameworks/mappings/${subject}/${subjectId}`,
  importFramework: () => '/learn/frameworks/import',
  credentialTemplates: () => '/learn/credentials/templates',
  credentialTemplate: (templateId: string) => `/learn/credentials/templates/${templateId}`,
  /** A version of a template on paper, with nobody's name. */
  templateFile: (templateId: string, number: number) =>
    `/api/credentials/template/${templateId}/${number}.pdf`,
  learningPath: (slug: string) => `/learn/paths/${slug}`,
  /** Who is where on a path: of a cohort, or of the reader's own people. */
  pathProgress: (slug: string, cohortId?: string, after?: string) => {
    const asked = new URLSearchParams({ ...(cohortId && { cohort: cohortId }), ...(after && { after }) });
    return `/learn/paths/${slug}/progress${asked.size > 0 ? `?${asked}` : ''}`;
  },
  pathProgressFile: (slug: string, cohortId?: string) =>
    `/api/paths/${slug}.csv${cohortId ? `?cohort=${cohortId}` : ''}`,
  requirement: (requirementId: string) => `/people/requirements/${requirementId}`,
  /** A requirement to be made of an action of a lesson. */
  requirementOf: (actionId: string) => `/people/requirements/new?action=${actionId}`,
  work: (workRoleId: string) => `/people/work/${workRoleId}`,
  cohort: (cohortId: string) => `/people/cohorts/${cohortId}`,
};
