import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths as addresses } from '#features/paths.ts';
import { getClock } from '#i18n/clock.ts';
import { stepTones } from './step-tones.ts';
import type { Path } from './types.ts';

/** The courses of a path in order, and where the reader is with each. */
export async function Steps({ steps }: { steps: Path['steps'] }) {
  const [t, clock] = await Promise.all([getTranslations('learningPaths'), getClock()]);
  return (
    <ol className="border-t border-line">
      {steps.map((step, index) => (
        <li key={step.courseId} className="flex items-baseline gap-x-3 border-b border-line py-3">
          <span className="w-6 flex-none text-right text-ink-3 tabular-nums">{index + 1}</span>
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
            <span className="min-w-0 wrap-anywhere">
              {step.slug && step.state !== 'waits' ? (
                <Link
                  href={addresses.course(step.slug)}
                  className="font-semibold hover:text-accent hover:underline"
                >
                  {step.title}
                </Link>
              ) : (
                <b>{step.title || t('hidden')}</b>
              )}
              {step.required ? null : <span className="ml-2 text-sm text-ink-3">{t('optional')}</span>}
            </span>
            <Tag tone={stepTones[step.state]} marked>
              {step.state === 'done' && step.until
                ? t('states.doneUntil', { date: clock.date(step.until) })
                : t(`states.${step.state}`)}
            </Tag>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Who of the reader's people follows it, and how far each is. */
export async function Followers({ followers }: { followers: NonNullable<Path['followers']> }) {
  const t = await getTranslations('learningPaths');
  if (followers.length === 0) return <p className="text-ink-2">{t('nobodyFollows')}</p>;
  return (
    <ul className="border-t border-line">
      {followers.map((one) => (
        <li key={one.id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5">
          <span className="wrap-anywhere">
            <Link href={addresses.person(one.id)} className="hover:text-accent hover:underline">
              {one.name}
            </Link>{' '}
            <span className="text-ink-3">{one.party}</span>
          </span>
          <span className="text-sm text-ink-2">{t('progress', { done: one.done, total: one.total })}</span>
        </li>
      ))}
    </ul>
  );
}
