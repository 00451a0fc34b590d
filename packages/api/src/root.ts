import { coursesRouter } from './features/courses/router.ts';
import { credentialsRouter } from './features/credentials/router.ts';
import { enrolmentsRouter } from './features/enrolments/router.ts';
import { notificationsRouter } from './features/notifications/router.ts';
import { shellRouter } from './features/shell/router.ts';
import { todayRouter } from './features/today/router.ts';
import { createCallerFactory, router } from './trpc.ts';

/** The product's table of contents. */
export const appRouter = router({
  credentials: credentialsRouter,
  courses: coursesRouter,
  enrolments: enrolmentsRouter,
  notifications: notificationsRouter,
  shell: shellRouter,
  today: todayRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
