import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

export type WordPreview = inferRouterOutputs<AppRouter>['word']['preview'];
export type Laid = NonNullable<WordPreview['laid']>;
export type LaidProposal = Laid['proposals'][number];
export type NotPlaced = Laid['notPlaced'][number];
