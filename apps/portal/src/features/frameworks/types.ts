import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['frameworks'];

export type Framework = Outputs['list']['frameworks'][number];
export type Mappable = Outputs['mappable'];
export type Mapping = Outputs['mappings'];
export type Found = Outputs['find'];
export type FoundItem = Found['items'][number];
export type Doubtful = Outputs['toLookAt'][number];
export type FrameworkPreview = Outputs['preview'];
export type FrameworkPage = Outputs['browse'];
export type FrameworkItem = Outputs['item'];
