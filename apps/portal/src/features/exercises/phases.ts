import type { Tone } from '#components/ui/tag.tsx';
import type { Exercise } from './types.ts';

/** How a phase looks beside its word. */
export const phaseTones: Readonly<Record<Exercise['phase'], Tone>> = {
  draft: 'neutral',
  announced: 'neutral',
  open: 'info',
  closed: 'neutral',
  underWay: 'warn',
  over: 'neutral',
  cancelled: 'bad',
};
