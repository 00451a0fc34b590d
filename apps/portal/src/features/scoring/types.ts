import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type ScoringBoard = Outputs['scoring']['board'];
export type ScoredTeam = Outputs['scoring']['team'];
export type OwnScores = Outputs['scoring']['own'];
export type Scoreboard = Outputs['scoring']['scoreboard'];
export type Criterion = ScoringBoard['rubric'][number];
export type Line = OwnScores['lines'][number];
export type Said = ScoredTeam['said'][number];
