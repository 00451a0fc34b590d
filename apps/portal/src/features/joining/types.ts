import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type Sheets = Outputs['joining']['sheets'];
export type Sheet = Sheets['sheets'][number];
export type MyExercise = Outputs['joining']['mine'];
export type OwnSheet = MyExercise['sheets'][number];
