import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { isExerciseCode } from '#features/address.ts';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { ObservationLine } from '#features/lessons/observation-line.tsx';
import { NoObservations, OwnActs } from '#features/lessons/observation-list.tsx';
import { ObserveForm } from '#features/lessons/observe-form.tsx';
import { LiveRun } from '#features/running/live-run.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/observations'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).lessons.observations({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('lessons'))('observe.of', { exercise: exercise.name }) };
}

/** What was seen in an exercise, and a form to say what one saw oneself. */
export default async function ObservationsPage({ params }: Props) {
  const { code } = await params;
  const [t, page] = [await getTranslations('lessons'), await load(code)];
  const { exercise, markings, observations, can } = page;
  return (
    <ClientMessages of={['lessons', 'markings']}>
      <LiveRun topic={`exercise-wash:${exercise.id}`} />
      <LearnPage
        exercise={exercise}
        current="observations"
        title={t('observe.title')}
        lead={can.all ? t('observe.lead') : t('observe.leadOwn')}
      >
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          {can.observe ? (
            <section aria-labelledby="new">
              <h2 id="new" className="mb-3">
                {t('observe.new')}
              </h2>
              <ObserveForm page={page} />
            </section>
          ) : null}
          <section aria-labelledby="seen">
            <h2 id="seen" className="mb-3">
              {t('observe.seen', { count: observations.length })}
            </h2>
            {observations.length === 0 ? <NoObservations all={can.all} /> : null}
            <ol className={observations.length > 0 ? 'border-t border-line' : undefined}>
              {observations.map((observation) => (
                <li key={observation.id} className="border-b border-line py-3">
                  <ObservationLine {...{ observation, exercise, markings }}>
                    {observation.mine && can.change ? (
                      <OwnActs observation={observation} names={page.names} />
                    ) : null}
                  </ObservationLine>
                </li>
              ))}
            </ol>
          </section>
        </div>
      </LearnPage>
    </ClientMessages>
  );
}
