/** The addresses of the portal's pages, so that each is written once. */
export const paths = {
  /** A course by its slug; its id leads there too. */
  course: (course: string) => `/learn/${course}`,
  activity: (course: string, activity: string) => `/learn/${course}/${activity}`,
  question: (questionId: string) => `/learn/bank/${questionId}`,
  body: (code: string) => `/consult/${encodeURIComponent(code)}`,
  newThread: (code: string) => `/consult/${encodeURIComponent(code)}/new`,
  thread: (threadId: string) => `/consult/threads/${threadId}`,
  aboutThread: (threadId: string) => `/consult/threads/${threadId}/about`,
  contribution: (threadId: string, id: string) => `/consult/threads/${threadId}?at=${id}#c-${id}`,
  person: (personId: string) => `/people/${personId}`,
  seats: (cohortId: string) => `/learn/seats/${cohortId}`,
  cohort: (cohortId: string) => `/people/cohorts/${cohortId}`,
};
