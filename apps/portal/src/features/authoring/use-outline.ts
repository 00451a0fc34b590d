'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { api } from '#trpc/client.ts';
import { movedActivity, movedUnit, type Step } from './reorder.ts';
import type { ActivityKind, Editor, EditorUnit } from './types.ts';

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

  // What the server sends may be older than what was done here since: it is taken once it holds the last answered
  // command and none is under way. A newer one follows each command.
  const underWay = useRef(0);
  const answered = useRef(0);
  const revision = draft?.revision ?? 0;
  useEffect(() => {
    if (underWay.current === 0 && revision >= answered.current) setUnits(stored);
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
    const turn = line.current.then(command);
    line.current = turn.catch(() => undefined);
    try {
      const answer = await turn;
      answered.current = Math.max(answered.current, answer.revision);
      setProblem((before) => ({ ...before, message: null }));
      return answer;
    } catch (error) {
      const { message } = failureWords(readFailure(error), words);
      setProblem(({ attempt }) => ({ message, attempt: attempt + 1 }));
      setUnits(stored);
      return undefined;
    } finally {
      underWay.current -= 1;
      if (underWay.current === 0) router.refresh();
    }
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
      run(() => api.authoring.move.mutate({ ...command(), part: 'unit', id, unitId: null, at: next.at }));
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
      run(() =>
        api.authoring.move.mutate({ ...command(), part: 'activity', id, unitId: next.unitId, at: next.at }),
      );
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
