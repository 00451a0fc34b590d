'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type Failure, readFailure } from '#commands/failure.ts';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { api } from '#trpc/client.ts';
import type { Move } from './move-line.ts';
import { movedActivity, movedUnit, type Step, withMove } from './reorder.ts';
import type { ActivityKind, Editor, EditorActivity, EditorUnit } from './types.ts';
import { useMoveLine } from './use-move-line.ts';

type Part = 'unit' | 'activity';
type Removed = { removalId: string; title: string };

/** The outline as it is shown while commands are under way, and what can be done with it. */
export type Outline = ReturnType<typeof useOutline>;

/** Keeps the outline in step with the server: what is moved stands in its new place at once. */
export function useOutline({ course, draft, units: stored }: Editor) {
  const words = useTranslations() as unknown as ErrorWords;
  const t = useTranslations('authoring.outline');
  const router = useRouter();
  const [units, setUnits] = useState(stored);
  const [announcement, setAnnouncement] = useState('');
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [problem, setProblem] = useState<{ message: string | null; attempt: number }>({
    message: null,
    attempt: 0,
  });
  const focusOn = useRef<string | null>(null);
  const own = { courseId: course.id };

  const underWay = useRef(0);
  const answered = useRef(0);
  const revision = draft?.revision ?? 0;
  const moves = useMoveLine({
    ...{ courseId: course.id, draft: String(draft?.number ?? '') },
    onFound: (found) => setUnits((before) => found.reduce(withMove<EditorActivity, EditorUnit>, before)),
    onSent: (sent) => {
      answered.current = Math.max(answered.current, sent);
      setProblem((before) => ({ ...before, message: null }));
    },
    onRefused: failed,
    onDone: refresh,
  });
  /** The parts as the server has them, with what is moved and has not arrived. */
  const shown = () => moves.moves().reduce(withMove<EditorActivity, EditorUnit>, stored);
  // What the server sends may be older than what was done here since: it is taken once it holds the last answered
  // command and none is under way. A newer one follows each command.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come from the server is what it waits for
  useEffect(() => {
    if (underWay.current === 0 && revision >= answered.current) setUnits(shown());
  }, [stored, revision]);
  // A part that was moved keeps the focus on the button that moved it. It runs after each change of the order.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what it waits for
  useEffect(() => {
    if (focusOn.current) document.getElementById(focusOn.current)?.focus();
    focusOn.current = null;
  }, [units]);

  // One after the other, as they were given: what is moved and then taken out must not be taken out first.
  const line = useRef<Promise<unknown>>(Promise.resolve());

  async function run<Answer extends { revision: number }>(
    command: () => Promise<Answer>,
  ): Promise<Answer | undefined> {
    underWay.current += 1;
    // What was moved before comes first.
    const turn = line.current.then(() => moves.flush()).then((arrived) => (arrived ? command() : noLine()));
    line.current = turn.catch(() => undefined);
    try {
      const answer = await turn;
      answered.current = Math.max(answered.current, answer.revision);
      setProblem((before) => ({ ...before, message: null }));
      return answer;
    } catch (error) {
      failed(readFailure(error));
      return undefined;
    } finally {
      underWay.current -= 1;
      refresh();
    }
  }

  function failed(failure: Failure) {
    const { message } = failureWords(failure, words);
    setProblem(({ attempt }) => ({ message, attempt: attempt + 1 }));
    setUnits(shown());
  }

  /** Draws the page anew once nothing is under way; without a connection the browser would leave it. */
  function refresh() {
    if (underWay.current === 0 && navigator.onLine) router.refresh();
  }

  async function move(place: Omit<Move, 'commandId' | 'courseId'>) {
    underWay.current += 1;
    await moves.add({ ...command(), ...place });
    underWay.current -= 1;
    refresh();
  }

  const titleOf = (titles: Record<string, string>) => titles[course.sourceLanguage] ?? '';
  const command = () => ({ ...own, commandId: crypto.randomUUID() });

  function show(next: EditorUnit[], words: string, focus: string | null) {
    focusOn.current = focus;
    setUnits(next);
    setAnnouncement(words);
  }

  return {
    units,
    announcement,
    removed,
    /** Whether what was moved waits for a connection. */
    waits: moves.waits,
    problem: problem.message,
    attempt: problem.attempt,
    addUnit: (title: string) =>
      run(() => api.authoring.addUnit.mutate({ ...command(), title, at: units.length })),
    addActivity: (unit: EditorUnit, kind: ActivityKind, title: string) =>
      run(() =>
        api.authoring.addActivity.mutate({
          ...command(),
          unitId: unit.id,
          kind,
          title,
          at: unit.activities.length,
        }),
      ),
    moveUnit(id: string, step: Step, focus: string | null = null) {
      const next = movedUnit(units, id, step);
      if (!next) return setAnnouncement(t('atEnd'));
      const title = titleOf(next.units[next.at]?.titles ?? {});
      show(next.units, t('moved', { title, position: next.at + 1, total: next.units.length }), focus);
      void move({ part: 'unit', id, unitId: null, at: next.at });
    },
    moveActivity(id: string, step: Step, focus: string | null = null) {
      const next = movedActivity(units, id, step);
      if (!next) return setAnnouncement(t('atEnd'));
      const unit = next.units.find((one) => one.id === next.unitId);
      const title = titleOf(unit?.activities[next.at]?.titles ?? {});
      const place = {
        position: next.at + 1,
        total: unit?.activities.length ?? 0,
        unit: titleOf(unit?.titles ?? {}),
      };
      show(next.units, t('movedIn', { title, ...place }), focus);
      void move({ part: 'activity', id, unitId: next.unitId, at: next.at });
    },
    async remove(part: Part, id: string, titles: Record<string, string>) {
      const gone = await run(() => api.authoring.remove.mutate({ ...command(), part, id }));
      if (!gone) return;
      const title = titleOf(titles);
      setRemoved({ removalId: gone.removalId, title });
      setAnnouncement(t('removed', { title }));
    },
    undo: () => removed && restore(removed.removalId),
    restore,
  };

  async function restore(removalId: string) {
    const back = await run(() => api.authoring.restore.mutate({ ...command(), removalId }));
    if (!back) return;
    setRemoved(null);
    setAnnouncement(t('restored'));
  }
}

/** As a request that gets no answer: what needs the server now fails while there is no connection. */
function noLine(): never {
  throw new TypeError('no connection');
}
