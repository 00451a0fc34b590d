'use client';

import type { Writing } from '@concord/api/features/texts/writing';
import { useDeferredValue, useMemo } from 'react';
import { type Summary, summaryOf } from './summary.ts';
import type { Editing } from './types.ts';

/** The summary of what is written, a moment behind the keys so that it never holds them up. */
export function useSummary(writing: Writing, editing: Editing): Summary {
  const settled = useDeferredValue(writing);
  return useMemo(() => summaryOf(settled, editing, () => crypto.randomUUID()), [settled, editing]);
}
