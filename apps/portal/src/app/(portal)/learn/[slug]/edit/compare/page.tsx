import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Comparison } from '#features/authoring/comparison.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/edit/compare'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authoring'))('compare.heading') };
}

/** What is different between two versions of a course. */
export default async function ComparePage({ params, searchParams }: Props) {
  const [{ slug: course }, { from, to, language }] = await Promise.all([params, searchParams]);
  const number = (value: unknown) =>
    typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : null;
  const [older, newer] = [number(from), number(to)];
  if (!isKey(course) || older === null || newer === null) notFound();
  const [t, api] = await Promise.all([getTranslations('authoring'), serverApi()]);
  const wanted = typeof language === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language);
  const comparison = await api.authoring.compare({
    course,
    from: older,
    to: newer,
    language: wanted ? language : undefined,
  });
  return (
    <>
      <PageHeader
        title={t('compare.title', { from: older, to: newer })}
        crumbs={[
          { label: t('mine.title'), href: paths.writing() },
          { label: t('frame.publish'), href: paths.publishing(course) },
        ]}
      />
      <Comparison course={course} comparison={comparison} />
    </>
  );
}
