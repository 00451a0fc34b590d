import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { isId } from '#features/address.ts';
import { RoleLogList } from '#features/exercises/role-log.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/seats/[roleId]'>;

const load = cache(async (roleId: string, before: number | null) => {
  if (!isId(roleId)) notFound();
  return (await serverApi()).nominations.log({ roleId, ...(before === null ? {} : { before }) });
});

const placeOf = (value: unknown) => (/^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : null);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ roleId }, { before }] = await Promise.all([params, searchParams]);
  const log = await load(roleId, placeOf(before));
  const t = await getTranslations('exercise');
  return { title: t('log.title', { role: log.role }) };
}

/** Everything done about a role's seats, with its reason, for all nations to read. */
export default async function RoleLogPage({ params, searchParams }: Props) {
  const [{ roleId }, { before }] = await Promise.all([params, searchParams]);
  const [t, log] = await Promise.all([getTranslations('exercise'), load(roleId, placeOf(before))]);
  return (
    <>
      <PageHeader
        title={t('log.title', { role: log.role })}
        lead={t('log.lead')}
        crumbs={[
          { label: t('title'), href: '/exercise' },
          { label: log.exercise.name, href: paths.exercise(log.exercise.code) },
        ]}
      />
      <RoleLogList log={log} address={paths.exerciseSeats(log.exercise.code, roleId)} />
    </>
  );
}
