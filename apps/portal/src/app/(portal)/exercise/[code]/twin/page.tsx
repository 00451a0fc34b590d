import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { isExerciseCode } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { EnterTwin, MakeTwin, ResetTwin } from '#features/twins/twin-acts.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/twin'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).twins.byCode({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('twins'))('of', { exercise: exercise.name }) };
}

/** An exercise's copy of the consultation: who sits in it, and the way in. */
export default async function TwinPage({ params }: Props) {
  const { code } = await params;
  const [t, page] = [await getTranslations('twins'), await load(code)];
  const { exercise, twin, members, inside, can } = page;
  return (
    <ClientMessages of={['twins']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
        actions={
          <>
            {can.make ? <MakeTwin exerciseId={exercise.id} code={code} /> : null}
            {can.enter && !inside ? <EnterTwin exerciseId={exercise.id} /> : null}
            {can.reset ? <ResetTwin exerciseId={exercise.id} code={code} /> : null}
          </>
        }
      />
      {twin ? (
        <>
          <p className="mb-6 max-w-measure text-ink-2">{t('how', { body: twin.code })}</p>
          <Table caption={t('members')} captionShown className="max-w-measure">
            <thead>
              <tr>
                <ColumnHead>{t('person')}</ColumnHead>
                <ColumnHead>{t('party')}</ColumnHead>
                <ColumnHead>{t('role')}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {members.map(({ personId, name, party, role }) => (
                <tr key={personId}>
                  <RowHead className="wrap-anywhere">{name}</RowHead>
                  <Cell className="wrap-anywhere">{party}</Cell>
                  <Cell>{t(`roles.${role}`)}</Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      ) : (
        <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
      )}
    </ClientMessages>
  );
}
