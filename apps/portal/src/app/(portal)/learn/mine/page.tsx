import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { MyLearningList } from '#features/learning/my-learning.tsx';
import { PartsAsked } from '#features/readiness/parts-asked.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learning'))('title') };
}

/** Everything I learn: what is due, next and overdue, why it is not complete, and where to go on. */
export default async function MyLearningPage() {
  const [t, learn, api] = await Promise.all([
    getTranslations('learning'),
    getTranslations('learn'),
    serverApi(),
  ]);
  const mine = await api.learning.mine();
  // Few are asked for a part in an exercise: the others' page does not pay for it.
  const asked = mine.partsAsked ? (await api.readiness.mine()).items : [];
  return (
    <>
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
