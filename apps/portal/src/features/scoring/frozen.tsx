import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import type { Scoreboard } from './types.ts';

/** Says that the scoreboard is frozen, since when, and who sees what. */
export function Frozen({ board }: { board: Scoreboard }) {
  const t = useTranslations('scoring.scoreboard');
  const { locale } = useClock();
  if (board.openedAt === null) return <Notice>{t('notOpened')}</Notice>;
  if (board.frozenAt === null) return null;
  const at = formatInstant(board.frozenAt, { zone: board.exercise.timeZone, locale, style: 'short' });
  return <Notice>{t(board.asTeams ? 'frozen' : 'frozenForTeams', { at })}</Notice>;
}
