import 'server-only';
import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { cache } from 'react';
import { codeOf } from './forward-errors.ts';
import { directApi, serverApi } from './server.ts';

/** What the shell shows of the person who is signed in. */
export type Shell = inferRouterOutputs<AppRouter>['shell']['get'];

/** The shell of the person who is signed in, or null. Asked once for a request, by whoever comes first. */
export const currentShell = cache(async (): Promise<Shell | null> => {
  try {
    return await (await directApi()).shell.get();
  } catch (error) {
    if (codeOf(error) === 'UNAUTHORIZED') return null;
    throw error;
  }
});

/** The shell, or the way to the sign-in page. */
export async function requireShell(): Promise<Shell> {
  return (await currentShell()) ?? (await serverApi()).shell.get();
}

/**
 * The shell for what must be drawn even when the API cannot answer: the document, its language, the error page.
 * A failure counts as nobody being signed in; the page itself asks again and shows that it failed.
 */
export async function shellIfAny(): Promise<Shell | null> {
  return currentShell().catch(() => null);
}
