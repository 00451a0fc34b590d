'use client';

import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import type { Check } from './types.ts';

/** What a seat asks of somebody: each thing with its mark and words, and what is missing first. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations('exercise.checks');
  if (checks.length === 0) return <span className="text-ink-3">{t('none')}</span>;
  const sorted = [...checks].sort((one, other) => Number(one.met) - Number(other.met));
  return (
    <ul className="text-sm">
      {sorted.map((check) => (
        <li key={`${check.kind}-${check.title}`} className={check.met ? 'text-ink-2' : 'text-bad'}>
          <span aria-hidden="true">{check.met ? '✓' : '✕'} </span>
          {t(check.met ? `met.${check.kind}` : `missing.${check.kind}`, { what: check.title })}
          {!check.met && check.kind === 'language' ? (
            <span className="block">{t('stateLanguage')}</span>
          ) : null}
          {!check.met && check.slug ? (
            <>
              {' '}
              <Link href={paths.course(check.slug)} className="underline">
                {t('course')}
              </Link>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
