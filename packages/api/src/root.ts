import { credentialsRouter } from './features/credentials/router.ts';
import { createCallerFactory, router } from './trpc.ts';

/** The product's table of contents. */
export const appRouter = router({
  credentials: credentialsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
