import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AuthOptions, authOptions } from './auth/options.ts';
import type { RequestInfo } from './context.ts';
import type { Settings } from './env.ts';
import { calendarEndpoint } from './http/calendar.ts';
import { checksEndpoint } from './http/checks.ts';
import { cohortCsvEndpoint } from './http/cohort-csv.ts';
import { courseArchiveEndpoint } from './http/course-archive.ts';
import { credentialPdfEndpoint } from './http/credential-pdf.ts';
import { dashboardCsvEndpoint } from './http/dashboard-csv.ts';
import { decisionFilesEndpoint } from './http/decision-files.ts';
import { eventsEndpoint } from './http/events.ts';
import { exerciseFilesEndpoint } from './http/exercise-files.ts';
import { filesEndpoint } from './http/files.ts';
import { gradesCsvEndpoint } from './http/grades-csv.ts';
import { healthEndpoint } from './http/health.ts';
import { liveSessionEndpoint } from './http/live-session.ts';
import { meetingFilesEndpoint } from './http/meeting-files.ts';
import { pathCsvEndpoint } from './http/path-csv.ts';
import { quizCsvEndpoint } from './http/quiz-csv.ts';
import { readinessCsvEndpoint } from './http/readiness-csv.ts';
import type { Endpoint } from './http/request.ts';
import { textFilesEndpoint } from './http/text-files.ts';
import { threadPaperEndpoint } from './http/thread-paper.ts';
import { trpcEndpoint } from './http/trpc.ts';
import { PageTransaction } from './page-transaction.ts';
import { createCaller } from './root.ts';
import { createServices, type Services } from './services.ts';

export type { RequestInfo } from './context.ts';
export type Caller = ReturnType<typeof createCaller>;

/** The API as the portal's server holds it. */
export type Runtime = {
  settings: Settings;
  /** next-auth's options for one request to its route. */
  auth: (headers: Record<string, string | undefined>) => AuthOptions;
  services: Services;
  /** Answers the API's own endpoints; false for a path that is none of them. */
  http: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;
  /** The procedures, called in the process by a page, as the person of its request. */
  caller: (request: RequestInfo) => Caller;
  close: () => Promise<void>;
};

/** Endpoints by the start of their path. */
export const endpoints: [string, Endpoint][] = [
  ['/api/trpc/', trpcEndpoint],
  ['/api/calendar/', calendarEndpoint],
  ['/api/checks', checksEndpoint],
  ['/api/xapi/statements', checksEndpoint],
  ['/api/cohorts/', cohortCsvEndpoint],
  ['/api/courses/', courseArchiveEndpoint],
  ['/api/live-sessions/', liveSessionEndpoint],
  ['/api/paths/', pathCsvEndpoint],
  ['/api/quizzes/', quizCsvEndpoint],
  ['/api/grades.csv', gradesCsvEndpoint],
  ['/api/dashboard.csv', dashboardCsvEndpoint],
  ['/api/readiness.csv', readinessCsvEndpoint],
  ['/api/credentials/', credentialPdfEndpoint],
  ['/api/decisions/', decisionFilesEndpoint],
  ['/api/texts/', textFilesEndpoint],
  ['/api/threads/', threadPaperEndpoint],
  ['/api/meetings/', meetingFilesEndpoint],
  ['/api/exercises/', exerciseFilesEndpoint],
  ['/api/files', filesEndpoint],
  ['/api/events', eventsEndpoint],
  ['/api/health/', healthEndpoint],
];

/** Opens what the API needs in this process. */
export async function createRuntime(settings: Settings): Promise<Runtime> {
  const services = createServices(settings);
  return {
    settings,
    auth: (headers) => authOptions(services, headers),
    services,
    http: async (req, res) => {
      const endpoint = endpoints.find(([start]) => (req.url ?? '').startsWith(start))?.[1];
      if (!endpoint) return false;
      await endpoint(services, req, res);
      return true;
    },
    caller: (request) => createCaller({ services, request, page: new PageTransaction(services, request) }),
    close: services.close,
  };
}
