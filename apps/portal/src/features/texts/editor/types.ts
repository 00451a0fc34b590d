import type { Step } from '@concord/api/features/texts/writing';
import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

export type Editing = inferRouterOutputs<AppRouter>['texts']['editing'];
export type Offered = Editing['amendments'][number];
export type BaseParagraph = Editing['paragraphs'][number];
export type Dispatch = (step: Step) => void;
