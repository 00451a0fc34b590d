/** The addresses of the portal's pages, so that each is written once. */
export const paths = {
  /** A course by its slug; its id leads there too. */
  course: (course: string) => `/learn/${course}`,
  activity: (course: string, activity: string) => `/learn/${course}/${activity}`,
  thread: (threadId: string) => `/consult/threads/${threadId}`,
  cohort: (cohortId: string) => `/people/cohorts/${cohortId}`,
};
