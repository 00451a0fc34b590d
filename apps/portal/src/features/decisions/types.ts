import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Answers = inferRouterOutputs<AppRouter>['decisions'];

/** A page of a body's register. */
export type Register = Answers['register'];
/** A decision with its sheet. */
export type Decision = Answers['byId'];
/** What was decided on a text. */
export type OfText = Answers['ofText'];
/** A published decision. */
export type Published = Answers['published'];
