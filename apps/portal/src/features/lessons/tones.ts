import type { Tone } from '#components/ui/tag.tsx';
import type { Action, LessonRow } from './types.ts';

/** What the state of a lesson says by its colour; the word says the same. */
export const lessonTones: Record<LessonRow['state'], Tone> = {
  identified: 'warn',
  underWay: 'info',
  done: 'info',
  learned: 'good',
  setAside: 'neutral',
};

export const actionTones: Record<Action['state'], Tone> = {
  open: 'info',
  late: 'bad',
  done: 'good',
  dropped: 'neutral',
};
