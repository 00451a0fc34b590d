import type { QuestionBody } from '@concord/api/features/bank/body';
import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['bank'];

export type Shelf = Outputs['categories'][number];
export type QuestionList = Outputs['list'];
export type QuestionPage = Omit<Outputs['byId'], 'body'> & { body: QuestionBody };
export type QuizSlotList = Outputs['slots'];
export type QuizSlot = QuizSlotList['slots'][number];
export type SlotChanges = Outputs['slotChanges'];
export type ImportPreviewed = Outputs['previewImport'];
export type ImportOutcome = Outputs['import'];
