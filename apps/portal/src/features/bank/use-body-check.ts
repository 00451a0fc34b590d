import type { QuestionBody } from '@concord/api/features/bank/body';
import { bodyProblems } from '@concord/api/features/bank/rules';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import type { SummaryEntry } from '#components/error-summary.tsx';

/** Everything that is wrong with a question at once, before it is sent: the rules are those the server asks. */
export function useBodyCheck() {
  const words = useTranslations() as unknown as ErrorWords;
  const t = useTranslations('bank.editor');
  const [state, setState] = useState<{ entries: SummaryEntry[]; attempt: number }>({
    entries: [],
    attempt: 0,
  });

  function check(body: QuestionBody, language: string, name: string | null): boolean {
    const nameless = name !== null && name.trim() === '';
    const { entries } = failureWords(
      { kind: 'refused', code: 'BAD_REQUEST', key: 'fields', fields: bodyProblems(body, language) },
      words,
    );
    const all = nameless ? [{ path: 'name', message: t('nameMissing') }, ...entries] : entries;
    setState((before) => ({ entries: all, attempt: before.attempt + (all.length > 0 ? 1 : 0) }));
    return all.length === 0;
  }

  return { ...state, check };
}
