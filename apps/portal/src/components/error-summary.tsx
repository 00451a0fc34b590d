'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { fieldId } from './ui/field.tsx';

export type SummaryEntry = {
  path: string;
  message: string;
  /** What any field may break, and which does not say of which one it speaks. */
  plain?: boolean;
};

type Props = {
  /** What went wrong with the whole, in a sentence. */
  message?: string | null;
  entries?: readonly SummaryEntry[];
  /** Changes with each failed try, so that the summary takes the focus again. */
  attempt: number;
};

/** What is wrong with a form, above it: takes the focus on a failed try; each line names its field and leads to it. */
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
      <Lines entries={entries} />
    </div>
  );
}

function Lines({ entries }: { entries: readonly SummaryEntry[] }) {
  const t = useTranslations('errors');
  const labels = useLabels(entries);
  const said = ({ path, message, plain }: SummaryEntry) => {
    const field = labels[path];
    return plain && field ? t('named', { field, message }) : message;
  };
  return (
    <ul className="mt-1">
      {entries.map((entry) => (
        <li key={`${entry.path} ${entry.message}`} className="py-0.5">
          <a href={`#${fieldId(entry.path)}`} className="font-semibold text-bad underline underline-offset-4">
            {said(entry)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What the fields of these entries are called on this page; a field that is not on it has no name. */
function useLabels(entries: readonly SummaryEntry[]): Readonly<Record<string, string>> {
  const [labels, setLabels] = useState<Record<string, string>>({});
  const paths = entries.map(({ path }) => path).join(' ');
  useLayoutEffect(() => {
    const found = paths.split(' ').map((path) => [path, labelOf(fieldId(path))] as const);
    setLabels(Object.fromEntries(found));
  }, [paths]);
  return labels;
}

/** The words of a control's label or of a group's legend, without what is said beside them. */
function labelOf(id: string): string {
  const field = document.getElementById(id);
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? field?.querySelector('legend');
  return label?.firstChild?.textContent?.trim() ?? field?.getAttribute('aria-label') ?? '';
}
