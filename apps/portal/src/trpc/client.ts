import type { AppRouter } from '@concord/api/root';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';
import { stepUpLink } from './step-up-link.ts';

/** The API from the browser: one request for each call, with the session's cookie. */
export const api = createTRPCClient<AppRouter>({
  links: [stepUpLink, httpLink({ url: '/api/trpc', transformer: superjson })],
});
