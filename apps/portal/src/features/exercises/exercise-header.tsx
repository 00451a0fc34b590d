import { useTranslations } from 'next-intl';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { CancelExercise, PublishExercise } from './exercise-acts.tsx';
import { phaseTones } from './phases.ts';
import type { Exercise } from './types.ts';

/** What the exercise is, when and where, how far it is, and what its planners may do. */
export function ExerciseHeader({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('exercise');
  const clock = useClock();
  const { code, phase, can, place } = exercise;
  const over = phase === 'over' || phase === 'cancelled';
  const when = t('page.when', { from: clock.date(exercise.startsAt), to: clock.date(exercise.endsAt) });
  return (
    <PageHeader
      crumbs={[{ label: t('title'), href: '/exercise' }]}
      title={
        <>
          {exercise.name} <Tag tone={phaseTones[phase]}>{t(`phases.${phase}`)}</Tag>
        </>
      }
      lead={[code, t(`kinds.${exercise.kind}`), when, place].filter(Boolean).join(' · ')}
      actions={
        over ? null : (
          <>
            {can.plan ? (
              <>
                <LinkButton href={paths.exerciseEdit(code)}>{t('page.edit')}</LinkButton>
                <LinkButton href={paths.exercisePlan(code)}>{t('page.plan')}</LinkButton>
              </>
            ) : null}
            {can.direct && phase === 'draft' ? <PublishExercise exerciseId={exercise.id} /> : null}
            {can.direct ? <CancelExercise exerciseId={exercise.id} name={exercise.name} /> : null}
          </>
        )
      }
    />
  );
}
