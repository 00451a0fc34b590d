import { filterInjects } from '@concord/api/features/injects/rules';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { isExerciseCode } from '#features/address.ts';
import { AddInject } from '#features/injects/add-inject.tsx';
import { ConflictList } from '#features/injects/conflict-list.tsx';
import { type Asked, filterNames, InjectFilters } from '#features/injects/inject-filters.tsx';
import { InjectGrid } from '#features/injects/inject-grid.tsx';
import { LiveInjects } from '#features/injects/live-injects.tsx';
import { StorylinesDialog } from '#features/injects/storylines-dialog.tsx';
import { Timeline } from '#features/injects/timeline.tsx';
import type { InjectList } from '#features/injects/types.ts';
import { LessonsBehind } from '#features/lessons/behind.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/injects'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).injects.list({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  const t = await getTranslations('injects');
  return { title: t('of', { exercise: exercise.name }) };
}

/** The master scenario events list: as a grid to write in, or along time. The exercise's staff alone. */
export default async function InjectsPage({ params, searchParams }: Props) {
  const [{ code }, query] = [await params, await searchParams];
  const view = query.view === 'timeline' ? 'timeline' : 'list';
  const asked: Asked = Object.fromEntries(
    filterNames.flatMap((name) =>
      typeof query[name] === 'string' ? [[name, query[name].slice(0, 200)]] : [],
    ),
  );
  const [t, list] = [await getTranslations('injects'), await load(code)];
  const shown = filterInjects(list.injects, asked);
  const { exercise, can } = list;
  return (
    <ClientMessages of={['injects', 'exercise']}>
      <LiveInjects exerciseId={exercise.id} />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
        actions={
          <>
            {list.injects.length > 0 ? (
              <>
                <a href={paths.injectsFile(code, 'xlsx')} download className={buttonLook()}>
                  {t('takeOut.xlsx')}
                </a>
                <a href={paths.injectsFile(code, 'cexf.json')} download className={buttonLook()}>
                  {t('takeOut.cexf')}
                </a>
              </>
            ) : null}
            {can.write ? (
              <>
                <LinkButton href={paths.bringInjects(code)}>{t('file.open')}</LinkButton>
                <StorylinesDialog exerciseId={exercise.id} storylines={list.storylines} />
                <AddInject exerciseId={exercise.id} storylines={list.storylines} />
              </>
            ) : null}
          </>
        }
      />
      <LessonsBehind kind="inject" id={exercise.id} />
      <Tabs
        label={t('views.label')}
        tabs={(['list', 'timeline'] as const).map((one) => ({
          ...{ href: paths.injects(code, { ...asked, view: one }), label: t(`views.${one}`) },
          current: one === view,
        }))}
      />
      {list.injects.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>
      ) : (
        <>
          <InjectFilters list={list} asked={asked} view={view} />
          <ConflictList list={list} />
          <p role="status" className="mb-2 text-sm text-ink-2">
            {t('count', { shown: shown.length, all: list.injects.length })}
          </p>
          {view === 'timeline' ? (
            <Timeline list={list} injects={shown} />
          ) : (
            <Grid list={list} shown={shown} />
          )}
        </>
      )}
    </ClientMessages>
  );
}

function Grid({ list, shown }: { list: InjectList; shown: InjectList['injects'] }) {
  if (shown.length === 0) return null;
  const { teams, objectives, storylines, staff, exercise } = list;
  const names = {
    ...{ teams, objectives, storylines, staff },
    exercise: { startsAt: exercise.startsAt, timeZone: exercise.timeZone },
    all: list.injects.map(({ id, number, title }) => ({ id, number, title })),
  };
  return <InjectGrid injects={shown} conflicts={list.conflicts} names={names} canWrite={list.can.write} />;
}
