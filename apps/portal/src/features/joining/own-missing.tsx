import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Checks } from '#features/exercises/checks.tsx';
import { paths } from '#features/paths.ts';
import type { MyExercise } from './types.ts';

/** What still stands between the person and the exercise, with the one next step; nothing is said where it is over. */
export function Missing({ mine }: { mine: MyExercise }) {
  const t = useTranslations('joining.missing');
  const { phase } = mine.exercise;
  if (phase === 'cancelled') return <Notice kind="warn">{t('cancelled')}</Notice>;
  if (phase === 'over') return null;
  const lacking = mine.checks.filter(({ met }) => !met);
  const course = lacking.find(({ slug }) => slug !== null)?.slug;
  if (lacking.length > 0)
    return (
      <Notice
        kind="warn"
        title={t('title')}
        action={
          course ? (
            <LinkButton href={paths.course(course)} look="primary">
              {t('begin')}
            </LinkButton>
          ) : null
        }
      >
        <Checks checks={lacking} />
      </Notice>
    );
  if (mine.state !== 'holds') return <Notice>{t('waits')}</Notice>;
  return <Notice kind="good">{mine.team === null ? t('noTeam') : t('nothing')}</Notice>;
}
