import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { isId } from '#features/address.ts';
import { NextCourse } from '#features/competence/next-course.tsx';
import { PartsPlayed } from '#features/competence/parts-played.tsx';
import { WorkCompetences } from '#features/competence/work-competences.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/[personId]/competences'>;

const load = cache(async (personId: string) => {
  if (!isId(personId)) notFound();
  return (await serverApi()).competence.ofPerson({ personId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { person }] = await Promise.all([getTranslations('competence'), load((await params).personId)]);
  return { title: t('of', { name: person.name }) };
}

/** What a person's work needs and what of it they have shown, for who speaks for them in training. */
export default async function PersonCompetencesPage({ params }: Props) {
  const [t, { person, works, next, played }] = await Promise.all([
    getTranslations('competence'),
    load((await params).personId),
  ]);
  return (
    <ClientMessages of={['competence']}>
      <PageHeader
        crumbs={[{ label: person.name, href: paths.person(person.id) }]}
        title={t('of', { name: person.name })}
        lead={t('leadOf')}
      />
      <NextCourse next={next} own={false} />
      {works.length === 0 ? <EmptyState title={t('noneOf')}>{t('noneOfBody')}</EmptyState> : null}
      {works.map((work) => (
        <WorkCompetences key={work.id} work={work} own={false} />
      ))}
      <PartsPlayed played={played} />
    </ClientMessages>
  );
}
