'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '#realtime/use-live.ts';
import { api } from '#trpc/client.ts';
import type { QuestionList } from './types.ts';

type Of = { course: string; courseId: string; activity: string };
type State = { list: QuestionList | null; failed: boolean };

/**
 * What was asked under an activity: fetched when the reader comes near it, so that no page waits for it, and again
 * whenever somebody asks, answers or marks.
 */
export function useQuestions({ course, courseId, activity }: Of, box: RefObject<HTMLElement | null>) {
  const [state, setState] = useState<State>({ list: null, failed: false });
  const turn = useRef(0);

  const load = useCallback(async () => {
    turn.current += 1;
    const own = turn.current;
    try {
      const list = await api.questions.list.query({ course, activity });
      if (own === turn.current) setState({ list, failed: false });
    } catch {
      if (own === turn.current) setState((before) => ({ ...before, failed: true }));
    }
  }, [course, activity]);

  useEffect(() => {
    if (!box.current) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        load();
      },
      { rootMargin: '400px' },
    );
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box, load]);

  useLive(`questions:${courseId}`, () => {
    if (turn.current > 0) load();
  });

  return { ...state, load };
}
