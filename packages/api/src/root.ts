import { coursesRouter } from './features/courses/router.ts';
import { credentialsRouter } from './features/credentials/router.ts';
import { enrolmentsRouter } from './features/enrolments/router.ts';
import { createCallerFactory, router } from './trpc.ts';

/** The product's table of contents. */
export const appRouter = router({
  credentials: credentialsRouter,
  courses: coursesRouter,
  enrolments: enrolmentsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
