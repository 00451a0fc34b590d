import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import type { Proposal } from './types.ts';

/** What keeps silence from being opened at all, by name; null where nothing does. */
export function obstacleOf({ begun, brackets, notReleased, bound }: Proposal) {
  if (begun) return 'begun';
  if (bound === 0) return 'nobody';
  if (brackets.length > 0) return 'brackets';
  return notReleased.length > 0 ? 'notReleased' : null;
}

/** Says what stands in the way, and what mends it. */
export function BeginObstacles({ proposal }: { proposal: Proposal }) {
  const t = useTranslations('silence.obstacles');
  const obstacle = obstacleOf(proposal);
  if (!obstacle) return null;
  const { brackets, notReleased } = proposal;
  return (
    <Notice kind="warn" title={t(`${obstacle}.title`, { count: brackets.length || notReleased.length })}>
      <p>{t(`${obstacle}.body`)}</p>
      {obstacle === 'brackets' ? (
        <ul className="mt-2 list-disc pl-5">
          {brackets.map(({ id, paragraph, words }) => (
            <li key={id} className="wrap-anywhere">
              {t('bracket', { paragraph, words })}
            </li>
          ))}
        </ul>
      ) : null}
      {obstacle === 'notReleased' ? (
        <p className="mt-1 font-semibold">{notReleased.map(({ name }) => name).join(', ')}</p>
      ) : null}
    </Notice>
  );
}
