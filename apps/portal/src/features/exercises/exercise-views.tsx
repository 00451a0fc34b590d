import { useTranslations } from 'next-intl';
import { Tabs } from '#components/ui/tabs.tsx';
import { paths } from '#features/paths.ts';
import type { Exercise } from './types.ts';

/** The ways from an exercise's page into its play: for its staff, and for who plays in a team. */
export function ExerciseViews({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('exercise');
  const { code, can, seat, phase } = exercise;
  const plays = Boolean(seat?.teamId);
  const begun = phase !== 'draft' && phase !== 'cancelled';
  const inside = begun && (seat !== null || can.injects);
  const ways = [
    { shown: seat !== null, href: paths.exerciseMine(code), label: t('page.mine') },
    { shown: plays, href: paths.exerciseInbox(code), label: t('page.inbox') },
    { shown: plays, href: paths.exerciseScores(code), label: t('page.scores') },
    { shown: can.injects, href: paths.injects(code), label: t('page.injects') },
    {
      shown: can.injects && phase !== 'cancelled',
      href: paths.exerciseControl(code),
      label: t('page.control'),
    },
    { shown: can.plan, href: paths.exerciseJoining(code), label: t('page.joining') },
    { shown: can.keepDoor, href: paths.exerciseDoor(code), label: t('page.door') },
    { shown: can.injects, href: paths.exerciseScoring(code), label: t('page.scoring') },
    { shown: can.scoreboard, href: paths.exerciseScoreboard(code), label: t('page.scoreboard') },
    { shown: inside, href: paths.exerciseTwin(code), label: t('page.twin') },
    {
      shown: inside,
      href: paths.exerciseLearn(code, 'observations'),
      label: t('page.observations'),
    },
    {
      shown: begun && !inside && can.lessons,
      href: paths.exerciseLearn(code, 'lessons'),
      label: t('page.lessons'),
    },
    {
      shown: begun && !inside && can.report,
      href: paths.exerciseLearn(code, 'report'),
      label: t('page.report'),
    },
  ].filter(({ shown }) => shown);
  if (ways.length === 0) return null;
  const here = { href: paths.exercise(code), label: t('page.overview'), current: true };
  return <Tabs label={t('page.views')} tabs={[here, ...ways]} />;
}
