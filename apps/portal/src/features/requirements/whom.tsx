'use client';

import { useTranslations } from 'next-intl';
import type { Preview } from './types.ts';

/** Whom a requirement concerns right now, and how many of them are ready for it. */
export function Whom({ preview }: { preview: Preview }) {
  const t = useTranslations('requirements.whom');
  const standing = useTranslations('readiness.standing');
  const { totals, people, more, added, dropped } = preview;
  const lacking = totals.oneStep + totals.moreSteps;
  return (
    <div className="flex flex-col gap-3">
      <p>
        <b>{t('count', { count: totals.people })}</b>{' '}
        {totals.people > 0 ? t('standing', { ready: totals.ready, lacking }) : t('nobody')}
      </p>
      {added === null ? null : <p className="text-ink-2">{t('change', { added, dropped: dropped ?? 0 })}</p>}
      {people.length > 0 ? (
        <section
          aria-label={t('title')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-64 overflow-y-auto border-y border-line"
        >
          <ul>
            {people.map((person) => (
              <li
                key={person.id}
                className="flex justify-between gap-4 border-b border-line py-1.5 last:border-b-0"
              >
                <span className="wrap-anywhere">
                  {person.name} <span className="text-ink-3">{person.party}</span>
                </span>
                <span className="flex-none text-sm text-ink-2">
                  {standing(person.standing, { count: person.missing })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {more > 0 ? <p className="text-sm text-ink-2">{t('more', { count: more })}</p> : null}
      <p className="text-sm text-ink-2">{t('evidence')}</p>
    </div>
  );
}
