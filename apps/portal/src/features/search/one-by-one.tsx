'use client';

import type { AppRouter } from '@concord/api/root';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { MarkedBanner } from '#features/consult/marked-banner.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import type { Marking } from '#features/consult/types.ts';
import { formatInstant } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import { api } from '#trpc/client.ts';
import { EntryRow } from './entry-row.tsx';

type Input = inferRouterInputs<AppRouter>['search']['inThread'];
type Answer = inferRouterOutputs<AppRouter>['search']['inThread'];
type Hit = Answer['results'][number] & { level: string | undefined };
type Found = { hits: Hit[]; markings: Answer['markings'] };
type Thread = { id: string };

type Props = {
  asked: Omit<Input, 'threadId'>;
  unindexed: { levels: readonly string[]; threads: readonly Thread[]; more: boolean };
  /** Of what the page shows already: with what is found here, its banner says the marking of both. */
  shown: readonly Marking[];
  /** The reader is inside an exercise. */
  inside: boolean;
};

type Progress = Found & {
  state: 'idle' | 'looking' | 'stopped' | 'done';
  done: number;
  failed: number;
};
const BEGIN: Progress = { state: 'idle', done: 0, hits: [], markings: {}, failed: 0 };

/** Offers to look through threads whose words stand in no index, one after the other, until the reader stops it. */
export function OneByOne({ asked, unindexed, shown, inside }: Props) {
  const t = useTranslations('search.oneByOne');
  const [progress, setProgress] = useState(BEGIN);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const { threads } = unindexed;
  const count = threads.length;

  async function look() {
    const control = new AbortController();
    stop.current = control;
    setProgress({ ...BEGIN, state: 'looking' });
    for (const thread of threads) {
      const found = await lookThrough(thread, asked, control.signal);
      if (control.signal.aborted) return;
      setProgress((now) => ({
        ...now,
        done: now.done + 1,
        hits: [...now.hits, ...(found?.hits ?? [])],
        markings: { ...now.markings, ...found?.markings },
        failed: now.failed + (found ? 0 : 1),
      }));
    }
    setProgress((now) => ({ ...now, state: 'done' }));
  }

  function halt() {
    stop.current?.abort();
    setProgress((now) => ({ ...now, state: 'stopped' }));
  }

  const { state, done, hits, markings, failed } = progress;
  const looking = state === 'looking';
  return (
    <section aria-labelledby="one-by-one" className="mt-8 border-t border-line pt-5">
      {hits.length > 0 ? (
        <MarkedBanner marking={dominant([...shown, ...Object.values(markings)])} exercise={inside} />
      ) : null}
      <h2 id="one-by-one">{t('title')}</h2>
      <p className="mt-1 max-w-measure text-ink-2">
        {t('lead', { count, levels: unindexed.levels.join(', ') })} {unindexed.more ? t('more') : null}
      </p>
      <p className="my-3 flex flex-wrap items-center gap-3">
        {looking ? (
          <Button onClick={halt}>{t('stop')}</Button>
        ) : (
          <Button onClick={look}>{t('start', { count })}</Button>
        )}
        <span role="status" className="text-ink-2 wrap-anywhere">
          {looking ? t('at', { done: done + 1, count }) : null}
          {state === 'done' ? t('done', { found: hits.length, count }) : null}
          {state === 'stopped' ? t('stopped', { found: hits.length, count: done }) : null}
        </span>
      </p>
      {failed > 0 ? <p className="text-sm font-semibold text-bad">{t('failed', { count: failed })}</p> : null}
      {hits.length > 0 ? (
        <ol aria-label={t('results')} className="border-t border-line">
          {hits.map((hit) => (
            <EntryRow key={hit.id} result={hit} level={hit.level} when={<When at={hit.at} />} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}

/** All of one thread, answer by answer; null where it could not be read. */
async function lookThrough(
  { id: threadId }: Thread,
  asked: Props['asked'],
  signal: AbortSignal,
): Promise<Found | null> {
  const found: Found = { hits: [], markings: {} };
  let before: string | undefined;
  do {
    const answer = await api.search.inThread
      .query({ ...asked, threadId, before }, { signal })
      .catch(() => null);
    if (!answer) return null;
    found.hits.push(
      ...answer.results.map((one) => ({ ...one, level: answer.markings[one.markingId]?.levelName })),
    );
    Object.assign(found.markings, answer.markings);
    before = answer.older ?? undefined;
  } while (before !== undefined && !signal.aborted);
  return found;
}

function When({ at }: { at: string }) {
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? 'UTC';
  return <time dateTime={at}>{formatInstant(at, { zone, locale, style: 'medium' })}</time>;
}
