import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { isExerciseCode, isId } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { LiveRun } from '#features/running/live-run.tsx';
import { CriterionScores } from '#features/scoring/criterion-scores.tsx';
import { JudgeDialog } from '#features/scoring/judge-dialog.tsx';
import { SaidScores } from '#features/scoring/said-scores.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/scoring/[teamId]'>;

const load = cache(async (code: string, teamId: string) => {
  if (!isExerciseCode(code) || !isId(teamId)) notFound();
  return (await serverApi()).scoring.team({ code, teamId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, teamId } = await params;
  const scored = await load(code, teamId);
  const t = await getTranslations('scoring');
  return { title: t('team.of', { team: scored.team.name }) };
}

/** One team as its judges see it: the rubric, and every answer and report. */
export default async function ScoredTeamPage({ params }: Props) {
  const { code, teamId } = await params;
  const [t, scored] = [await getTranslations('scoring'), await load(code, teamId)];
  const { exercise, team, rubric, lines } = scored;
  return (
    <ClientMessages of={['scoring', 'running.said']}>
      <LiveRun topic={`exercise-scores:${exercise.id}`} />
      <PageHeader
        title={t('team.of', { team: team.name })}
        lead={t('team.lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
          { label: t('board.heading'), href: paths.exerciseScoring(code) },
        ]}
      />
      <section aria-labelledby="whole" className="mb-9">
        <h2 id="whole" className="mb-3">
          {t('team.whole')}
        </h2>
        <CriterionScores
          rubric={rubric}
          lines={lines}
          zone={exercise.timeZone}
          official="shown"
          act={(criterion) =>
            scored.can.judge ? (
              <JudgeDialog
                judging={{ kind: 'official', exerciseId: exercise.id, teamId: team.id, responseId: null }}
                action={t('said.judge')}
                about={criterion.title}
                title={criterion.title}
                rubric={[criterion]}
                lines={lines}
              />
            ) : null
          }
        />
      </section>
      <section aria-labelledby="said">
        <h2 id="said" className="mb-3">
          {t('team.said')}
        </h2>
        <SaidScores scored={scored} />
      </section>
    </ClientMessages>
  );
}
