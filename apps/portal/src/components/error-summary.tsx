'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { fieldId } from './ui/field.tsx';

export type SummaryEntry = { path: string; message: string };

type Props = {
  /** What went wrong with the whole, in a sentence. */
  message?: string | null;
  entries?: readonly SummaryEntry[];
  /** Changes with each failed try, so that the summary takes the focus again. */
  attempt: number;
};

/** What is wrong with a form, above it: takes the focus on a failed try, and each line leads to its field. */
export function ErrorSummary({ message, entries = [], attempt }: Props) {
  const t = useTranslations('errors');
  const box = useRef<HTMLDivElement>(null);
  const shown = Boolean(message) || entries.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt with the same errors takes the focus too
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);

  if (!shown) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="mb-5 max-w-form rounded-md border-2 border-bad p-4">
      <h2 className="mb-1">{t('summary', { count: Math.max(1, entries.length) })}</h2>
      {message ? <p>{message}</p> : null}
      <ul className="mt-1">
        {entries.map((entry) => (
          <li key={`${entry.path} ${entry.message}`} className="py-0.5">
            <a
              href={`#${fieldId(entry.path)}`}
              className="font-semibold text-bad underline underline-offset-4"
            >
              {entry.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
