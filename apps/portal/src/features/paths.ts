/** The addresses of the portal's pages, so that each is written once. */
export const paths = {
  course: (courseId: string) => `/learn/${courseId}`,
  activity: (courseId: string, activityId: string) => `/learn/${courseId}/${activityId}`,
  thread: (threadId: string) => `/consult/threads/${threadId}`,
  cohort: (cohortId: string) => `/people/cohorts/${cohortId}`,
};
