import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { isExerciseCode } from '#features/address.ts';
import { BringFile } from '#features/injects/bring-file.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('injects'))('file.title') };
}

/** Brings the planners' spreadsheet, a tabletop scenario or an exercise in the common format into the events list. */
export default async function BringInjectsPage({ params }: PageProps<'/exercise/[code]/injects/import'>) {
  const { code } = await params;
  if (!isExerciseCode(code)) notFound();
  const api = await serverApi();
  const [t, list] = [await getTranslations('injects'), await api.injects.list({ code })];
  if (!list.can.write) notFound();
  return (
    <ClientMessages of={['injects']}>
      <PageHeader
        title={t('file.title')}
        lead={t('file.lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: list.exercise.name, href: paths.exercise(code) },
          { label: t('title'), href: paths.injects(code) },
        ]}
      />
      <BringFile exerciseId={list.exercise.id} code={code} />
    </ClientMessages>
  );
}
