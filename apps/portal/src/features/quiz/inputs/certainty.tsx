'use client';

import { CERTAINTIES, type Certainty } from '@concord/api/features/quizzes/scoring/certainty';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { CertaintyTable } from './certainty-table.tsx';

type Props = { value: Certainty | null; onChange: (value: Certainty) => void };

/** How sure the learner is, and what that counts. */
export function HowSure({ value, onChange }: Props) {
  const t = useTranslations('quiz.sure');
  const name = useId();
  return (
    <fieldset aria-labelledby={`${name}-ask`} className="mt-6 max-w-measure text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <span id={`${name}-ask`} className="mr-1 text-ink-2">
          {t('question')}
        </span>
        {CERTAINTIES.map((one) => (
          <label
            key={one}
            className="inline-flex min-h-9 cursor-pointer items-center rounded-md border border-line-strong bg-raised px-3 font-medium hover:bg-wash has-checked:border-accent has-checked:text-accent has-checked:inset-ring-1 has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={value === one}
              onChange={() => onChange(one)}
              className="sr-only"
            />
            {t(`level.${one}`)}
          </label>
        ))}
      </div>
      <details className="mt-2 text-ink-2">
        <summary className="cursor-pointer">{t('how')}</summary>
        <CertaintyTable />
      </details>
    </fieldset>
  );
}
