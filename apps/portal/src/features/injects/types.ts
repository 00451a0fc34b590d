import type { AppRouter } from '@concord/api/root';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type InjectList = Outputs['injects']['list'];
export type Inject = InjectList['injects'][number];
export type Conflict = InjectList['conflicts'][number];
export type History = Outputs['injects']['history'];
export type FilePreview = Outputs['injects']['previewFile'];
export type Changes = inferRouterInputs<AppRouter>['injects']['change']['changes'];

/** What injects name, for the cells that show and choose it. */
export type Names = Pick<InjectList, 'teams' | 'objectives' | 'storylines' | 'staff'> & {
  exercise: Pick<InjectList['exercise'], 'startsAt' | 'timeZone'>;
  /** All injects, whatever the list is narrowed to: what one can come after. */
  all: readonly Pick<Inject, 'id' | 'number' | 'title'>[];
};
