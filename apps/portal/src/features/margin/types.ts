import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

/** What the reader's delegation keeps beside a text; null for whoever sits in none. */
export type Margin = inferRouterOutputs<AppRouter>['margin']['byText'];
export type Note = NonNullable<Margin>['notes'][number];
