import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { isId } from '#features/address.ts';
import { Exercises } from '#features/exercises/exercise-list.tsx';
import { MonthOfExercises } from '#features/exercises/exercise-month.tsx';
import { paths } from '#features/paths.ts';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercise'))('title') };
}

/** Where the next page of the list begins, from the address. */
function after(startsAt: unknown, id: unknown) {
  const known = typeof startsAt === 'string' && !Number.isNaN(Date.parse(startsAt));
  return known && isId(id) ? { after: { startsAt, id } } : {};
}

/** The month an address names; this one where it names none that is. */
async function monthIn(asked: string | string[]): Promise<string> {
  const clock = await getClock();
  const known = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(String(asked));
  return known ? String(asked) : dayOf(clock.now, clock.zones.headquarters).slice(0, 7);
}

/** All exercises one may know of: those ahead, those that are over, or a month of them with their conferences. */
export default async function ExercisesPage({ searchParams }: PageProps<'/exercise'>) {
  const asked = await searchParams;
  const past = asked.past === 'yes';
  const api = await serverApi();
  const [t, list, month] = await Promise.all([
    getTranslations('exercise'),
    api.exercises.list({ past, ...after(asked.after, asked.id) }),
    asked.month === undefined ? null : api.exercises.month({ month: await monthIn(asked.month) }),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href={paths.lessonRegister()}>{t('list.lessons')}</LinkButton>
            {list.can.make ? (
              <LinkButton href="/exercise/new" look="primary">
                {t('new.open')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Tabs
        label={t('list.views')}
        tabs={[
          { href: '/exercise', label: t('list.ahead'), current: !past && !month },
          { href: '/exercise?past=yes', label: t('list.past'), current: past },
          { href: paths.exerciseMonth('now'), label: t('list.month'), current: month !== null },
        ]}
      />
      {month ? <MonthOfExercises month={month} /> : <Exercises list={list} past={past} />}
    </>
  );
}
