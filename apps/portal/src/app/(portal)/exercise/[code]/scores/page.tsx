import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { isExerciseCode } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { LiveRun } from '#features/running/live-run.tsx';
import { CriterionScores } from '#features/scoring/criterion-scores.tsx';
import { JudgeDialog } from '#features/scoring/judge-dialog.tsx';
import { Judgements } from '#features/scoring/judgements.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/scores'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).scoring.own({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const own = await load((await params).code);
  const t = await getTranslations('scoring');
  return { title: t('own.of', { team: own.team.name }) };
}

/** A team's own scores: what it thinks of itself, and beside it what it was given once that is released. */
export default async function OwnScoresPage({ params }: Props) {
  const { code } = await params;
  const [t, own] = [await getTranslations('scoring'), await load(code)];
  const { exercise, rubric, lines } = own;
  const ofAnswers = lines.filter(({ responseId }) => responseId !== null);
  return (
    <ClientMessages of={['scoring']}>
      <LiveRun topic={`exercise-scores:${exercise.id}`} />
      <PageHeader
        title={t('own.of', { team: own.team.name })}
        lead={t(own.released ? 'own.released' : 'own.lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
      />
      <CriterionScores
        rubric={rubric}
        lines={lines}
        zone={exercise.timeZone}
        official={own.released ? 'shown' : 'withheld'}
        act={(criterion) =>
          own.can.assess && criterion.open ? (
            <JudgeDialog
              judging={{ kind: 'self', exerciseId: exercise.id, responseId: null }}
              action={t('own.assess')}
              about={criterion.title}
              title={criterion.title}
              rubric={[criterion]}
              lines={lines}
            />
          ) : null
        }
      />
      {ofAnswers.length > 0 ? (
        <section aria-labelledby="answers" className="mt-9">
          <h2 id="answers" className="mb-2">
            {t('own.answers')}
          </h2>
          <Judgements lines={ofAnswers} rubric={rubric} zone={exercise.timeZone} named />
        </section>
      ) : null}
    </ClientMessages>
  );
}
