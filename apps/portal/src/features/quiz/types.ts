import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Quizzes = inferRouterOutputs<AppRouter>['quizzes'];

/** Where a person stands with a quiz. */
export type QuizState = Quizzes['state'];
/** Which quiz of whose path. */
export type QuizPlace = { enrolmentId: string; activityId: string };
/** The attempt under way. */
export type OpenAttempt = NonNullable<QuizState['open']>;
export type LearnerQuestion = OpenAttempt['questions'][number];
/** A question of one kind, as a learner sees it. */
export type QuestionOf<Kind extends LearnerQuestion['kind']> = Extract<LearnerQuestion, { kind: Kind }>;
/** An attempt handed in. */
export type QuizResult = Quizzes['result'];
export type QuestionReview = QuizResult['questions'][number];
export type Part = { key: string; text: string };
