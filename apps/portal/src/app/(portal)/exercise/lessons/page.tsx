import { lessonStates } from '@concord/api/features/lessons/rules';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { LessonTable } from '#features/lessons/lesson-list.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/lessons'>;

const register = cache(async (state: (typeof lessonStates)[number] | undefined, late: boolean) => {
  const { exercises, markings } = await (await serverApi()).lessons.register({
    state,
    ...(late ? { late } : {}),
  });
  return { exercises, markings, marking: dominant(Object.values(markings)) };
});

async function load({ searchParams }: Props) {
  const query = await searchParams;
  const state = lessonStates.find((one) => one === query.state);
  const late = query.late === 'yes';
  return { state, late, ...(await register(state, late)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { marking }] = await Promise.all([getTranslations('lessons'), load(props)]);
  return { title: await pageTitle(t('register.title'), marking?.levelName) };
}

/** Lessons of every exercise one may know of: all, those late, or those that stand somewhere. */
export default async function LessonRegisterPage(props: Props) {
  const [t, { state, late, exercises, markings, marking }] = await Promise.all([
    getTranslations('lessons'),
    load(props),
  ]);
  return (
    <>
      <PageMarking marking={marking} />
      <PageHeader
        title={t('register.title')}
        lead={t('register.lead')}
        crumbs={[{ label: t('section'), href: '/exercise' }]}
      />
      <Tabs
        label={t('register.views')}
        tabs={[
          { href: paths.lessonRegister(), label: t('register.all'), current: !state && !late },
          { href: paths.lessonRegister({ late: 'yes' }), label: t('register.late'), current: late },
          ...lessonStates.map((one) => ({
            href: paths.lessonRegister({ state: one }),
            label: t(`states.${one}`),
            current: state === one,
          })),
        ]}
      />
      {exercises.length === 0 ? (
        <EmptyState title={t('register.empty')}>{t('register.emptyBody')}</EmptyState>
      ) : null}
      <div className="flex flex-col gap-8">
        {exercises.map(({ exercise, lessons }) => (
          <section key={exercise.id} aria-labelledby={`of-${exercise.id}`}>
            <h2 id={`of-${exercise.id}`} className="mb-2 wrap-anywhere">
              {exercise.name}
            </h2>
            <LessonTable {...{ exercise, markings, lessons }} caption={exercise.name} />
          </section>
        ))}
      </div>
    </>
  );
}
