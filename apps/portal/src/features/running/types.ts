import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type Board = Outputs['running']['board'];
export type Inbox = Outputs['running']['inbox'];
export type SaidOnBoard = Board['said'][number];
export type Received = Inbox['injects'][number];
