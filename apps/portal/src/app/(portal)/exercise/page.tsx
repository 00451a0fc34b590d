import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { isId } from '#features/address.ts';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { Exercises } from '#features/exercises/exercise-list.tsx';
import { MonthOfExercises } from '#features/exercises/exercise-month.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise'>;

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

type Asked = Record<string, string | string[] | undefined>;

const listed = cache(async (past: boolean, startsAt: Asked[string], id: Asked[string]) =>
  (await serverApi()).exercises.list({ past, ...after(startsAt, id) }),
);

const ofMonth = cache(async (asked: string | string[]) =>
  (await serverApi()).exercises.month({ month: await monthIn(asked) }),
);

/** What the address asks for, and the marking of all that is shown of it. */
async function load({ searchParams }: Props) {
  const asked: Asked = await searchParams;
  const past = asked.past === 'yes';
  const [list, month] = await Promise.all([
    listed(past, asked.after, asked.id),
    asked.month === undefined ? null : ofMonth(asked.month),
  ]);
  return { past, list, month, marking: dominant(Object.values((month ?? list).markings)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { marking }] = await Promise.all([getTranslations('exercise'), load(props)]);
  return { title: await pageTitle(t('title'), marking?.levelName) };
}

/** All exercises one may know of: those ahead, those that are over, or a month of them with their conferences. */
export default async function ExercisesPage(props: Props) {
  const [t, { past, list, month, marking }] = await Promise.all([getTranslations('exercise'), load(props)]);
  return (
    <>
      <PageMarking marking={marking} />
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
