'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useAlive } from '#commands/use-alive.ts';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';
import { Conflict } from './conflict.tsx';
import { type Facts, factsIn, factsInput, factsOf } from './facts.ts';
import { FactsFields } from './facts-fields.tsx';
import { SavedLine } from './saved-line.tsx';
import type { About } from './types.ts';
import { useFactsWords } from './use-facts-words.ts';
import { useKept } from './use-kept.ts';

type Props = { course: string; courseId: string; about: About };

/**
 * The facts of a course: they are the course's, and apply as soon as they are saved, so only who asks for it saves them.
 * Until then, and while there is no connection, this browser keeps what was chosen.
 */
export function FactsForm({ course, courseId, about }: Props) {
  const t = useTranslations('authoring.about');
  if (!about.can.facts) return <p className="max-w-measure text-ink-2">{t('factsDirector')}</p>;
  return (
    <section aria-labelledby="course-facts">
      <h2 id="course-facts" className="mb-1">
        {t('facts')}
      </h2>
      <p className="mb-4 text-sm text-ink-2">{t('factsHint')}</p>
      <KeptFacts course={course} courseId={courseId} about={about} />
    </section>
  );
}

function KeptFacts({ course, courseId, about }: Props) {
  const t = useTranslations('authoring.about');
  const words = useTranslations() as unknown as ErrorWords;
  const wordsOf = useFactsWords(about);
  const router = useRouter();
  const alive = useAlive();
  const attempt = useRef(0);
  /** The marking that stands, as far as it is known here. */
  const marking = useRef(about.marking);
  const kept = useKept<Facts>({
    place: `facts.${courseId}`,
    stored: { value: factsOf(about), base: about.base, savedAt: null, savedBy: null },
    refusedAs: 'authoring.changedMeanwhile',
    pause: null,
    send: async (value, base) => {
      attempt.current += 1;
      const of = { commandId: crypto.randomUUID(), courseId, base: base ?? '' };
      const done = await api.authoring.saveFacts.mutate({ ...of, ...factsInput(value, marking.current) });
      marking.current = { ...marking.current, audience: value.audience, level: value.level };
      router.refresh();
      return { base: done.base ?? '', savedAt: new Date().toISOString() };
    },
    latest: async () => {
      const now = await api.authoring.facts.query({ course });
      marking.current = now.marking;
      return { value: factsOf(now), base: now.base, savedAt: null, savedBy: null };
    },
  });
  const failure = kept.failure ? failureWords(kept.failure, words) : null;
  const errorOf = (path: string) => failure?.entries.find((entry) => entry.path === path)?.message ?? null;
  return (
    <form
      noValidate
      aria-busy={kept.state === 'saving'}
      onChange={(event) => kept.write(factsIn(new FormData(event.currentTarget)))}
      onSubmit={(event) => {
        event.preventDefault();
        void kept.save();
      }}
    >
      <ErrorSummary
        message={failure?.message ?? null}
        entries={failure?.entries ?? []}
        attempt={attempt.current}
      />
      <div key={kept.round} className="flex flex-col gap-5">
        <FactsFields about={about} facts={kept.value} errorOf={errorOf} />
      </div>
      <div className="mt-6">
        <Button
          type="submit"
          look="primary"
          disabled={kept.state === 'saving' || kept.state === 'conflict' || !alive}
        >
          {t('saveFacts')}
        </Button>
        <SavedLine savedAt={kept.savedAt} state={kept.state} byHand />
        <Conflict
          theirs={kept.theirs && { ...kept.theirs, words: wordsOf(kept.theirs.value) }}
          settle={kept.settle}
        />
      </div>
    </form>
  );
}
