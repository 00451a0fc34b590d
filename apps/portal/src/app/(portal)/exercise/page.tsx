import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { isId } from '#features/address.ts';
import { Exercises } from '#features/exercises/exercise-list.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercise'))('title') };
}

/** Where the next page of the list begins, from the address. */
function after(startsAt: unknown, id: unknown) {
  const known = typeof startsAt === 'string' && !Number.isNaN(Date.parse(startsAt));
  return known && isId(id) ? { after: { startsAt, id } } : {};
}

/** All exercises one may know of: those ahead, or those that are over. */
export default async function ExercisesPage({ searchParams }: PageProps<'/exercise'>) {
  const asked = await searchParams;
  const past = asked.past === 'yes';
  const api = await serverApi();
  const [t, list] = await Promise.all([
    getTranslations('exercise'),
    api.exercises.list({ past, ...after(asked.after, asked.id) }),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          list.can.make ? (
            <LinkButton href="/exercise/new" look="primary">
              {t('new.open')}
            </LinkButton>
          ) : null
        }
      />
      <Tabs
        label={t('list.views')}
        tabs={[
          { href: '/exercise', label: t('list.ahead'), current: !past },
          { href: '/exercise?past=yes', label: t('list.past'), current: past },
        ]}
      />
      <Exercises list={list} past={past} />
    </>
  );
}
