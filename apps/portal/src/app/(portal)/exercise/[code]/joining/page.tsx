import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { isExerciseCode } from '#features/address.ts';
import { SheetList } from '#features/joining/sheet-list.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('joining'))('title') };
}

/** Joining instructions by role and team, for who writes and sends them. */
export default async function JoiningPage({ params }: PageProps<'/exercise/[code]/joining'>) {
  const { code } = await params;
  if (!isExerciseCode(code)) notFound();
  const api = await serverApi();
  const [t, words, sheets] = await Promise.all([
    getTranslations('joining'),
    getTranslations('exercise'),
    api.joining.sheets({ code }),
  ]);
  return (
    <ClientMessages of={['joining']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[
          { label: words('title'), href: '/exercise' },
          { label: sheets.exercise.name, href: paths.exercise(code) },
        ]}
      />
      <SheetList sheets={sheets} />
    </ClientMessages>
  );
}
