import { lessonOutcomes, type lessonStepKinds, observationKinds } from '@concord/db/enums';
import type { Day } from '../../days.ts';

/** What can be chosen in forms. */
export const kinds = observationKinds;
export const outcomes = lessonOutcomes;
export type StepKind = (typeof lessonStepKinds)[number];

/** A step over a lesson (`actionId` null) or one of its actions, in the order they were taken. */
export type Step = { kind: StepKind; actionId: string | null };

/** Where a lesson stands: derived from its steps and actions, stored nowhere. */
export type LessonState = 'identified' | 'underWay' | 'done' | 'learned' | 'setAside';
export const lessonStates = ['identified', 'underWay', 'done', 'learned', 'setAside'] as const;
/** Where an action stands; `late` once its day is over where the exercise was. */
export type ActionState = 'open' | 'late' | 'done' | 'dropped';

type Action = { id: string; dueOn: Day };

/** `today` is the day in the exercise's zone. What was only changed or taken up again is open. */
export function actionState(action: Action, steps: readonly Step[], today: Day): ActionState {
  const last = steps.findLast(({ actionId, kind }) => actionId === action.id && kind !== 'changed');
  if (last?.kind === 'done' || last?.kind === 'dropped') return last.kind;
  return action.dueOn < today ? 'late' : 'open';
}

/** Learned or set aside by the last word over it; else as far as its actions are, those dropped left out. */
export function lessonState(actions: readonly Action[], steps: readonly Step[]): LessonState {
  const last = steps.findLast(({ actionId }) => actionId === null);
  if (last?.kind === 'learned' || last?.kind === 'setAside') return last.kind;
  const states = actions.map((action) => actionState(action, steps, ''));
  const live = states.filter((state) => state !== 'dropped');
  if (live.length === 0) return 'identified';
  return live.every((state) => state === 'done') ? 'done' : 'underWay';
}

/** What can be decided over a lesson as it stands. Nothing is learned before something was done about it. */
export function stepsFrom(state: LessonState): StepKind[] {
  if (state === 'learned' || state === 'setAside') return ['reopened'];
  return state === 'done' ? ['learned', 'setAside'] : ['setAside'];
}

/** What can be done with an action as it stands, while its lesson is neither learned nor set aside. */
export function actionStepsFrom(state: ActionState): StepKind[] {
  return state === 'open' || state === 'late' ? ['done', 'changed', 'dropped'] : ['undone'];
}

/** Whether a lesson still takes actions and steps over them. */
export function isOpen(state: LessonState): boolean {
  return state !== 'learned' && state !== 'setAside';
}

/** What an owner is reminded of: a week before, the day before, and when it is late. */
export type Reminder = 'week' | 'day' | 'late';

/** The one reminder that is due for a date, or none: a later one takes an earlier one's place. */
export function reminderDue(dueOn: Day, today: Day): Reminder | null {
  const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
  if (days < 0) return 'late';
  if (days <= 1) return 'day';
  return days <= 7 ? 'week' : null;
}
