import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['silence'];

export type SilenceView = Outputs['byText'];
export type Run = NonNullable<SilenceView['run']>;
export type RunEvent = Run['events'][number];
export type Nation = Run['nations'][number];
export type Can = SilenceView['can'][number];
export type Proposal = Outputs['proposal'];
export type EndCheck = Outputs['checkEnd'];
export type NamedParagraph = Outputs['paragraphs']['paragraphs'][number];
