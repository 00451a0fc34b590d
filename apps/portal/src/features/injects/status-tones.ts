import type { Tone } from '#components/ui/tag.tsx';
import type { Inject } from './types.ts';

/** The colour of a status, which repeats its word. */
export const statusTones: Record<Inject['status'], Tone> = {
  ...{ draft: 'neutral', ready: 'info', approved: 'good', withdrawn: 'bad' },
};
