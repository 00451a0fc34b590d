'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { useEntry } from './use-entry.ts';

type Person = { persona: string; name: string; party: string };

/** In demo data: people to be for a while, by one press each. */
export function DemoPeople({ people, next }: { people: readonly Person[]; next: string }) {
  const t = useTranslations('signIn.demo');
  const entry = useEntry();
  if (people.length === 0) return null;

  async function be(persona: string) {
    const result = await entry.run('demo', { persona });
    if (result.ok) location.assign(next);
    else entry.refuse(result.key);
  }

  return (
    <section aria-labelledby="demo-people" className="mt-10 border-t border-line pt-6">
      <h2 id="demo-people" className="mb-1">
        {t('title')}
      </h2>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      <ErrorSummary message={entry.message} attempt={entry.attempt} />
      <ul className="flex flex-col gap-2">
        {people.map((person) => (
          <li key={person.persona}>
            <button
              type="button"
              disabled={entry.pending}
              onClick={() => be(person.persona)}
              className="flex w-full flex-col rounded-md border border-line-strong bg-raised px-4 py-2.5 text-left hover:bg-wash disabled:opacity-55"
            >
              <span className="font-semibold">{t('signInAs', { name: person.name })}</span>
              <span className="text-sm text-ink-2">
                {t(`personas.${person.persona}` as 'personas.learner')}
              </span>
              <span className="text-sm text-ink-3">{person.party}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
