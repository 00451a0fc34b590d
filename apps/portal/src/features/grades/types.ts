import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

export type Book = inferRouterOutputs<AppRouter>['grades']['book'];
export type Line = Book['rows'][number];
/** What a decision or a later deadline can be about. */
export type About = { key: string; title: string };
