import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['meetings'];

export type MeetingListing = Outputs['ofBody'];
export type MeetingRow = MeetingListing['ahead'][number];
export type Meeting = Outputs['byId'];
export type Item = Meeting['items'][number];
export type Document = Meeting['documents'][number];
export type Choices = Outputs['choices'];
export type Summary = Outputs['summary'];
export type Remark = Summary['remarks'][number];
