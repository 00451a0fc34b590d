import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import { formatList } from '#i18n/format.ts';
import { ActButton } from './act-button.tsx';
import { Position } from './own-position.tsx';
import type { OwnSide, Standings } from './types.ts';

type Waiting = NonNullable<OwnSide['prepared']>;

/** What is prepared and not released: by whom, and who may release it. Nobody outside the delegation sees it. */
export function Prepared({ standings, prepared }: { standings: Standings; prepared: Waiting }) {
  const t = useTranslations('positions.prepared');
  const { locale } = useClock();
  const past = prepared.version !== standings.newestNumber;
  return (
    <div className="flex flex-col gap-2 border-l-3 border-accent-line bg-accent-wash px-3 py-2.5 text-sm">
      <h3>{t('title')}</h3>
      <p className="text-ink-2">{t('private')}</p>
      <Position position={prepared} />
      <p>
        {past
          ? t('past', { number: prepared.version })
          : prepared.releasers.length === 0
            ? t('nobody')
            : t('releasers', { names: formatList(prepared.releasers, locale) })}
      </p>
      <div className="flex flex-wrap gap-2">
        {prepared.may.release && !past ? (
          <ActButton act={{ do: 'release', positionId: prepared.id }} label={t('release')} />
        ) : null}
        {prepared.may.takeBack ? (
          <ActButton act={{ do: 'takeBack', positionId: prepared.id }} label={t('takeBack')} />
        ) : null}
      </div>
    </div>
  );
}
