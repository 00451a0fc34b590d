import type { AppRouter } from '@concord/api/root';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type Body = Outputs['bodies']['mine'][number];
export type ThreadList = Outputs['threads']['ofBody'];
export type ThreadRow = ThreadList['threads'][number];
export type ThreadPage = Outputs['threads']['page'];
export type ThreadAbout = Outputs['threads']['about'];
export type Contribution = ThreadPage['contributions'][number];
export type Marking = ThreadPage['markings'][string];
export type MarkingInput = inferRouterInputs<AppRouter>['threads']['audience']['marking'];
/** What the parts of an entry can be marked with: levels and parties by the codes that signs use. */
export type PartChoices = Outputs['threads']['choices'];
/** What something can be marked with. */
export type MarkingChoices = Pick<PartChoices, 'parties'> & { levels: { rank: number; name: string }[] };
export type Audience = Outputs['threads']['audience'];
