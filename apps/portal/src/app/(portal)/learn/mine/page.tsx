import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { CourseMarking, levelTitle } from '#features/course/course-marking.tsx';
import { MyLearningList } from '#features/learning/my-learning.tsx';
import { PartsAsked } from '#features/readiness/parts-asked.tsx';
import { serverApi } from '#trpc/server.ts';

const load = cache(async () => {
  const api = await serverApi();
  const mine = await api.learning.mine();
  // Few are asked for a part in an exercise: the others' page does not pay for it.
  const parts = mine.partsAsked ? await api.readiness.mine() : { items: [], levels: [] };
  const courses = [...mine.items.map(({ course }) => course), ...mine.done];
  return { mine, asked: parts.items, levels: [...parts.levels, ...courses.map(({ level }) => level)] };
});

export async function generateMetadata(): Promise<Metadata> {
  const [t, { levels }] = await Promise.all([getTranslations('learning'), load()]);
  return { title: await levelTitle(t('title'), levels) };
}

/** Everything I learn: what is due, next and overdue, why it is not complete, and where to go on. */
export default async function MyLearningPage() {
  const [t, learn, { mine, asked, levels }] = await Promise.all([
    getTranslations('learning'),
    getTranslations('learn'),
    load(),
  ]);
  return (
    <>
      <CourseMarking levels={levels} />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ label: learn('title'), href: '/learn' }]}
        actions={<LinkButton href="/account#calendar">{t('calendar')}</LinkButton>}
      />
      <MyLearningList mine={mine} />
      <PartsAsked items={asked} />
    </>
  );
}
