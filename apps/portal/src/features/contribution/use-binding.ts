'use client';

import { useCallback, useState } from 'react';
import { asInput } from '#features/consult/marking-input.ts';
import { narrowedTo } from '#features/consult/narrowing.ts';
import type { Marking, MarkingInput } from '#features/consult/types.ts';

/** What is said about the marking: that it was narrowed by what is quoted, or that nobody could read both. */
export type BindingNote = 'narrowed' | 'nobody' | null;

type State = { chosen: MarkingInput | null; note: BindingNote };

/**
 * The marking of what is being written. It starts as the thread's (null), and narrows by itself with each text that is
 * quoted or answered: nobody reads in the answer what they may not read at its source.
 */
export function useBinding(thread: Marking, quoted: readonly Marking[]) {
  const [state, setState] = useState<State>(() =>
    quoted.reduce<State>((before, source) => after(before, thread, source) ?? before, {
      chosen: null,
      note: null,
    }),
  );

  /** Takes a source in; false where nobody could read it together with what is there already. */
  const bind = useCallback(
    (source: Marking) => {
      const next = after(state, thread, source);
      setState((before) => after(before, thread, source) ?? { ...before, note: 'nobody' });
      return next !== null;
    },
    [state, thread],
  );

  const choose = useCallback((chosen: MarkingInput | null) => setState({ chosen, note: null }), []);
  return { ...state, bind, choose };
}

function after(before: State, thread: Marking, source: Marking): State | null {
  const own = before.chosen ?? asInput(thread);
  const narrowed = narrowedTo(own, source);
  if (narrowed === null) return null;
  return narrowed === own
    ? { ...before, note: before.note === 'nobody' ? null : before.note }
    : { chosen: narrowed, note: 'narrowed' };
}
