'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { RenderedText } from '#components/rendered-text.tsx';
import { api } from '#trpc/client.ts';

const PAUSE_MS = 350;

type Props = { courseId: string; language: string; source: string; start: string };

/** The text as learners will see it, by the same renderer, a moment after the last key. */
export function LivePreview({ courseId, language, source, start }: Props) {
  const t = useTranslations('authoring.text');
  const [shown, setShown] = useState({ html: start, problems: [] as string[] });

  useEffect(() => {
    let current = true;
    const wait = setTimeout(async () => {
      const next = await api.authoring.render.mutate({ courseId, language, source }).catch(() => null);
      if (current && next)
        setShown({ html: next.html, problems: [...next.imagesMissing, ...next.linksRefused] });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [courseId, language, source]);

  return (
    <section aria-label={t('preview')} className="min-w-0 rounded-md border border-line px-4 py-3">
      {shown.html === '' ? <p className="text-ink-3">{t('nothing')}</p> : null}
      <RenderedText html={shown.html} language={language} />
      {shown.problems.length > 0 ? (
        <p className="mt-4 border-l-3 border-warn pl-3 text-sm text-warn wrap-anywhere">
          {t('notShown', { list: shown.problems.slice(0, 5).join(', ') })}
        </p>
      ) : null}
    </section>
  );
}
