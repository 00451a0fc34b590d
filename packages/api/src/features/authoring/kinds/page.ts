import { z } from 'zod';
import type { KindOfActivity } from './kind.ts';

/** A text to read. */
export const page: KindOfActivity = {
  kind: 'page',
  settings: z.null(),
  initial: { settings: null, quiz: null },
  needsText: true,
  findings: () => [],
};
