import type { Tone } from '#components/ui/tag.tsx';
import type { Path } from './types.ts';

/** How it looks where somebody is with a course of a path. */
export const stepTones: Record<Path['steps'][number]['state'], Tone> = {
  done: 'good',
  underWay: 'warn',
  open: 'neutral',
  waits: 'neutral',
};
