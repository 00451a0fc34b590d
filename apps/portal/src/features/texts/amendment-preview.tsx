'use client';

import { isOdd } from '@concord/api/features/texts/odd-characters';
import { compareWords } from '@concord/api/features/texts/redline';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { RunWords } from './run-words.tsx';

type Props = { kind: 'replace' | 'insert' | 'delete'; before: string; words: string };

/** What an amendment would change, word by word as it is typed, with every odd character named. */
export function AmendmentPreview({ kind, before, words }: Props) {
  const t = useTranslations('texts.propose');
  const typed = useDeferredValue(words);
  const runs = compareWords(kind === 'insert' ? '' : before, kind === 'delete' ? '' : typed);
  return (
    <section aria-label={t('preview')} className="max-w-form">
      <p className="mb-1 font-semibold">{t('preview')}</p>
      <p
        dir="auto"
        className="max-h-48 overflow-y-auto rounded-md border border-line bg-wash px-3 py-2 leading-relaxed whitespace-pre-line wrap-anywhere"
      >
        {runs.length > 0 ? <RunWords runs={runs} /> : <span className="text-ink-3">{t('noWords')}</span>}
      </p>
      {isOdd(typed) ? (
        <p role="status" className="mt-1 text-sm font-semibold text-warn">
          {t('odd')}
        </p>
      ) : null}
    </section>
  );
}
